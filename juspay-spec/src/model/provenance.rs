//! Where items come from, and what the pages leave open.

use crate::source::Span;

/// Documentation, provenance and place of an item.
#[derive(Clone, Debug)]
pub struct Meta {
    /// What it is for, in our own words.
    pub doc: String,
    /// A remark for maintainers and readers.
    pub note: Option<String>,
    /// Where it comes from.
    pub at: Vec<At>,
    /// How it is known.
    pub evidence: Evidence,
    /// Where it stands in the YAML (its key).
    pub origin: Span,
}

/// A place on a documentation page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The page's name.
    pub page: String,
    /// First and last line, from 1, where known.
    pub lines: Option<(u32, u32)>,
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.lines {
            None => f.write_str(&self.page),
            Some((first, last)) if first == last => write!(f, "{}:{first}", self.page),
            Some((first, last)) => write!(f, "{}:{first}-{last}", self.page),
        }
    }
}

/// How an item is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// A page says so.
    Documented,
    /// A published body shows it.
    Observed,
    /// One step of reasoning away from a page or a body.
    Inferred,
    /// Nobody knows; an open question.
    Unresolved,
}

impl Evidence {
    /// Every kind with its word in YAML.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("documented", Self::Documented),
        ("observed", Self::Observed),
        ("inferred", Self::Inferred),
        ("unresolved", Self::Unresolved),
    ];

    /// The word in YAML.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Observed => "observed",
            Self::Inferred => "inferred",
            Self::Unresolved => "unresolved",
        }
    }

    /// Whether the item should be shown among the open questions.
    pub fn is_open(self) -> bool {
        self == Self::Unresolved
    }
}

/// A documentation page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The name that `at` uses; the stem of the saved file.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its address, if it has one.
    pub url: Option<String>,
    /// The evidence of what comes from it.
    pub evidence: Evidence,
    /// Where it is declared.
    pub origin: Span,
}

/// Something nobody knows.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name.
    pub name: String,
    /// The question, as one would ask the API's makers.
    pub ask: String,
    /// The item it is about.
    pub about: Option<String>,
    /// Where it arises.
    pub at: Vec<At>,
    /// Where it is declared.
    pub origin: Span,
}

/// An oddity of the documentation and what the spec makes of it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its stable name: `V1`.
    pub name: String,
    /// The answer.
    pub answer: ReadingAnswer,
    /// The item it is about.
    pub about: Option<String>,
    /// Where it stands.
    pub at: Vec<At>,
    /// Where it is declared.
    pub origin: Span,
}

/// What the spec makes of an oddity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingAnswer {
    /// The reading chosen, and why.
    Read {
        /// The reading.
        reading: String,
        /// Why this one.
        why: Option<String>,
    },
    /// It is an open question.
    Question(String),
    /// Nothing depends on it, for this reason.
    Waived(String),
}
