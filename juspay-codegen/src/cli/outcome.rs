//! What a command leaves behind.

use crate::json::Json;
use crate::yaml::to_yaml;

use super::args::Format;

/// Something was found.
pub(super) const FOUND: u8 = 1;
/// The command could not run.
pub(super) const COULD_NOT_RUN: u8 = 2;

/// The whole output of a command.
#[derive(Debug)]
pub(super) struct Outcome {
    /// For standard output.
    pub(super) text: String,
    /// For standard error.
    pub(super) notes: String,
    /// The exit code.
    pub(super) code: u8,
}

impl Outcome {
    /// A result and nothing to complain about.
    pub(super) fn fine(text: impl Into<String>) -> Self {
        Self { text: text.into(), notes: String::new(), code: 0 }
    }

    /// The same with the exit code of something found, if it was.
    pub(super) fn found(mut self, found: bool) -> Self {
        if found {
            self.code = FOUND;
        }
        self
    }

    /// A remark on standard error and the exit code of something found.
    pub(super) fn nothing(notes: String) -> Self {
        Self { text: String::new(), notes, code: FOUND }
    }
}

/// Why a command could not run: one line, and what to do.
#[derive(Debug)]
pub(super) struct Trouble {
    message: String,
    remedy: String,
}

impl Trouble {
    pub(super) fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { message: message.into(), remedy: remedy.into() }
    }

    pub(super) fn outcome(self) -> Outcome {
        let mut notes = format!("error: {}\n", self.message);
        if !self.remedy.is_empty() {
            notes.push_str("  help: ");
            notes.push_str(&self.remedy);
            notes.push('\n');
        }
        Outcome { text: String::new(), notes, code: COULD_NOT_RUN }
    }
}

/// A result for machines, as JSON or YAML.
pub(super) fn data(json: &Json, format: Format) -> String {
    match format {
        Format::Text | Format::Json | Format::Github => json.pretty(),
        Format::Yaml => to_yaml(json),
    }
}
