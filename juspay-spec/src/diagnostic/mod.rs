//! What is wrong with a spec: findings with a code, places and a remedy.
//!
//! A [`Finding`] is plain data. The command line, a `build.rs` and the macro all render the same value.

mod catalog;
mod render;
mod suggest;

pub use catalog::{ALL, Code, CodeInfo, Group};
pub use render::{Style, one_line, render};
pub use suggest::did_you_mean;

use std::collections::HashSet;

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
        let message = tidy(message.into());
        Self { code, severity: code.info().severity, message, primary: None, secondary: Vec::new(), help: None }
    }

    /// Says where, and what is to be seen there.
    #[must_use]
    pub fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.primary = Some(Label { span, message: tidy(label.into()) });
        self
    }

    /// Adds a place that explains it.
    #[must_use]
    pub fn see(mut self, span: Span, label: impl Into<String>) -> Self {
        self.secondary.push(Label { span, message: tidy(label.into()) });
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(tidy(help.into()));
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
    /// How many words were compared for suggestions from long lists.
    compared: usize,
}

/// After so many comparisons, long lists are not searched for suggestions any more: whoever has thousands of unknown
/// names has seen the pattern.
const MAX_COMPARED: usize = 2_000_000;

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

    /// Adds one that offers the name that was probably meant, if one of these is close.
    pub(crate) fn push_meant<'n>(
        &mut self,
        finding: Finding,
        word: &str,
        known: impl IntoIterator<Item = &'n str>,
        otherwise: &str,
    ) {
        let mut compared = 0;
        let search = self.compared < MAX_COMPARED;
        let known = known.into_iter().take_while(|_| search).inspect(|_| compared += 1);
        let finding = finding.meant(word, known, otherwise);
        self.compared += compared;
        self.push(finding);
    }

    /// All of them by file, place and code, each once.
    ///
    /// One mistake can be met several times, for example in a group that several types include. So findings of one
    /// code that join the same places are one finding.
    pub fn into_sorted(mut self) -> Vec<Finding> {
        let place = |finding: &Finding| finding.primary.as_ref().map(|label| label.span);
        self.findings.sort_by(|a, b| (place(a), a.code.name(), &a.message).cmp(&(place(b), b.code.name(), &b.message)));
        let mut seen: HashSet<(Code, Vec<Span>, Option<String>)> = HashSet::new();
        self.findings.retain(|finding| {
            let places: Vec<Span> = finding.primary.iter().chain(&finding.secondary).map(|label| label.span).collect();
            // A single place can hold several mistakes, two keys missing for example: those differ in what they say.
            let message = (places.len() < 2).then(|| finding.message.clone());
            seen.insert((finding.code, places, message))
        });
        self.findings
    }
}

/// The longest message; what is longer was copied from a file and has its middle left out.
const MAX_MESSAGE: usize = 600;

/// Names in a file can hold anything: control characters would reach terminals, and long texts would bury the finding.
fn tidy(text: String) -> String {
    let text = if text.chars().any(char::is_control) { text.chars().flat_map(escape_control).collect() } else { text };
    let count = text.chars().count();
    if count <= MAX_MESSAGE {
        return text;
    }
    let head = text.chars().take(MAX_MESSAGE / 2);
    head.chain(" ... ".chars()).chain(text.chars().skip(count - MAX_MESSAGE / 4)).collect()
}

fn escape_control(c: char) -> impl Iterator<Item = char> {
    let escaped = c.is_control().then(|| c.escape_default());
    let plain = (!c.is_control()).then_some(c);
    escaped.into_iter().flatten().chain(plain)
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn what_comes_from_files_cannot_upset_terminals() {
        assert_eq!(tidy("plain `ü`".to_owned()), "plain `ü`");
        assert_eq!(tidy("\u{1b}[31m\n".to_owned()), "\\u{1b}[31m\\n");
        assert!(tidy("x".repeat(1 << 20)).len() < 1000);
    }
}
