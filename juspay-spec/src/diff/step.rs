//! How grave a difference is, and to whom.

use std::fmt;
use std::str::FromStr;

/// What a difference asks of the version of the generated crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Nothing.
    #[default]
    None,
    /// A patch: only texts differ.
    Patch,
    /// A minor version: whatever worked still works, and somebody may want to look.
    Minor,
    /// A major version: something that compiled or ran no longer does.
    Major,
}

impl Step {
    /// Every step with its word.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("none", Self::None), ("patch", Self::Patch), ("minor", Self::Minor), ("major", Self::Major)];

    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Step {
    type Err = NotAStep;

    fn from_str(text: &str) -> Result<Self, NotAStep> {
        Self::WORDS.iter().find(|(word, _)| *word == text).map(|(_, step)| *step).ok_or(NotAStep)
    }
}

/// Why a text is no step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAStep;

impl fmt::Display for NotAStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a step is one of none, patch, minor and major")
    }
}

impl std::error::Error for NotAStep {}

/// Who notices a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// Programs that send.
    Send,
    /// Programs that read.
    Read,
    /// The compiler: types of fields, methods, variants, bounds.
    Rust,
    /// People who rely on what a value means.
    Meaning,
    /// Readers of the documentation.
    Docs,
}

impl Axis {
    /// Every axis.
    pub const ALL: [Self; 5] = [Self::Send, Self::Read, Self::Rust, Self::Meaning, Self::Docs];

    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Read => "read",
            Self::Rust => "rust",
            Self::Meaning => "meaning",
            Self::Docs => "docs",
        }
    }
}

/// A step for each axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// For programs that send.
    pub send: Step,
    /// For programs that read.
    pub read: Step,
    /// For the compiler.
    pub rust: Step,
    /// For what values mean.
    pub meaning: Step,
    /// For the documentation.
    pub docs: Step,
}

impl Steps {
    /// The step of one axis.
    pub fn of(&self, axis: Axis) -> Step {
        match axis {
            Axis::Send => self.send,
            Axis::Read => self.read,
            Axis::Rust => self.rust,
            Axis::Meaning => self.meaning,
            Axis::Docs => self.docs,
        }
    }

    /// The gravest of them.
    pub fn max(&self) -> Step {
        Axis::ALL.into_iter().map(|axis| self.of(axis)).max().unwrap_or_default()
    }
}
