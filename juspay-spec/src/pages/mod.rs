//! Reading saved documentation pages: raw page → normalised lines → tables and statements.
//!
//! Nothing here knows any API. What the columns of a table are called, which heading stands above which type and what
//! may be skipped are data: the rules, YAML in a folder beside the spec.

mod days;
mod document;
mod html;
pub mod language;
mod layout;
mod load;
mod names;
mod normalise;
pub(crate) mod prose;
pub(crate) mod rules;
mod soup;
pub(crate) mod tables;
mod text;
pub(crate) mod words;

pub use document::{Cell, Line, Page, Place, Row, Spot, Table};
pub use load::{LoadedRules, embedded_rules, embedded_rules_files, load_rules_dir, load_rules_files};
pub use normalise::{Edit, EditKind};
pub use rules::Rules;

/// How a page is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with bars between the cells of tables.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}

impl Format {
    /// The format that a file's extension and its beginning suggest.
    pub fn guess(extension: &str, text: &str) -> Self {
        let start: String = text.chars().take(2000).collect::<String>().to_lowercase();
        match extension.to_lowercase().as_str() {
            "html" | "htm" | "xhtml" => Self::Html,
            "md" | "markdown" | "mdx" => Self::Markdown,
            _ if start.contains("<html") || start.contains("<!doctype html") || start.contains("<table") => Self::Html,
            _ => Self::Text,
        }
    }
}

/// Reads a page.
pub fn read_page(name: &str, text: &str, format: Format, rules: &Rules) -> Page {
    match format {
        Format::Html => html::read(name, text, &rules.words.residue),
        Format::Text | Format::Markdown => text::read(name, text, format == Format::Markdown, &rules.words.residue),
    }
}
