//! What is wrong with a spec: findings with a code, places and a remedy.
//!
//! A [`Finding`] is plain data. The command line, a `build.rs` and the macro all render the same value.

mod catalog;
mod render;
mod suggest;

pub use catalog::{ALL, Code, CodeInfo, Group};
pub use render::{Style, one_line, render};
pub(crate) use suggest::did_you_mean;

use crate::source::Span;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be generated from what it concerns.
    Error,
    /// It is most likely a mistake.
    Warning,
}

impl Severity {
    /// The word for people and for JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A place with a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is to be seen there.
    pub message: String,
}

/// Something wrong with a spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which mistake it is.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What was found.
    pub message: String,
    /// Where, if the mistake has a place in a file.
    pub primary: Option<Label>,
    /// Further places that explain it.
    pub secondary: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Finding {
    /// A finding without a place.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { code, severity: code.info().severity, message, primary: None, secondary: Vec::new(), help: None }
    }

    /// Says where, and what is to be seen there.
    #[must_use]
    pub fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.primary = Some(Label { span, message: label.into() });
        self
    }

    /// Adds a place that explains it.
    #[must_use]
    pub fn see(mut self, span: Span, label: impl Into<String>) -> Self {
        self.secondary.push(Label { span, message: label.into() });
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Offers the name that was probably meant, if one is close.
    #[must_use]
    pub fn meant<'a>(self, word: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> Self {
        match did_you_mean(word, known) {
            Some(close) => self.help(format!("did you mean `{close}`?")),
            None if otherwise.is_empty() => self,
            None => self.help(otherwise),
        }
    }

    /// Whether nothing can be generated from what it concerns.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Collects every finding of a run.
#[derive(Debug, Default)]
pub struct Sink {
    findings: Vec<Finding>,
    errors: usize,
}

impl Sink {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.errors += usize::from(finding.is_error());
        self.findings.push(finding);
    }

    /// How many errors there are; compare before and after to learn whether a part was clean.
    pub fn errors_so_far(&self) -> usize {
        self.errors
    }

    /// All of them by file, place and code, each once.
    pub fn into_sorted(mut self) -> Vec<Finding> {
        let key = |finding: &Finding| (finding.primary.as_ref().map(|label| label.span), finding.code.name());
        self.findings.sort_by_key(key);
        self.findings.dedup();
        self.findings
    }
}
