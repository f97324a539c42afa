//! Writing a page down as it was reviewed: sketches of its texts, never the texts.

use std::fmt::Write as _;

use super::context::Cx;
use crate::model::Api;
use crate::pages::rules::{Reader, Rules};
use crate::pages::tables::{field_row, matrix_row, value_row};
use crate::pages::words::sketch;
use crate::pages::{Page, Place};

/// The lock of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedPage {
    /// The page.
    pub page: String,
    /// The file's text.
    pub yaml: String,
}

/// Writes a page down as it was reviewed.
pub fn lock_page(api: &Api, rules: &Rules, page: &Page) -> LockedPage {
    let mut cx = Cx::new(api, rules, page);
    cx.tables();
    let mut yaml =
        String::from("# Written by `drift --lock`: sketches of the lines as they were reviewed, no texts.\n");
    // Writing to a string cannot fail.
    let _ = writeln!(yaml, "locks:\n  {}:\n    texts:", page.name);
    for line in page.lines.iter().filter(|line| line.place == Place::Text) {
        let _ = writeln!(yaml, "      {}: \"{}\"", line.number, sketch(&line.text));
    }
    yaml.push_str("    rows:\n");
    for row in rows(&cx) {
        yaml.push_str(&row);
    }
    if yaml.ends_with("    rows:\n") {
        yaml.truncate(yaml.len() - "    rows:\n".len());
    }
    LockedPage { page: page.name.clone(), yaml }
}

fn rows(cx: &Cx<'_>) -> Vec<String> {
    let mut rows = Vec::new();
    for assigned in &cx.assigned {
        let (Some(section), Some(table)) = (cx.section(assigned.section), cx.page.tables.get(assigned.table)) else {
            continue;
        };
        for (index, row) in table.rows.iter().enumerate() {
            let number = cx.page.number(row.line);
            let written = match section.read {
                Reader::Fields => {
                    let read = field_row(table, index, assigned, cx.words);
                    let key = cx.row_key(assigned, section, &read.names.key());
                    entry(number, &key, read.ty.as_deref(), read.mark, &read.text)
                }
                Reader::Values => {
                    let read = value_row(table, index, assigned, ["value", "id", "text"]);
                    entry(number, &cx.row_key(assigned, section, &read.value), None, false, &read.text)
                }
                Reader::Environments => {
                    let read = value_row(table, index, assigned, ["environment", "url", "text"]);
                    entry(number, &cx.row_key(assigned, section, &read.value), None, false, "")
                }
                Reader::Matrix => {
                    let (name, ..) = matrix_row(table, index, assigned);
                    entry(number, &cx.row_key(assigned, section, &name), None, false, "")
                }
            };
            rows.push(written);
        }
    }
    rows
}

fn entry(number: u32, key: &str, ty: Option<&str>, mark: bool, text: &str) -> String {
    let mut fields = format!("key: {}", quoted(key));
    for (name, value) in [("type", ty.unwrap_or_default()), ("mark", if mark { "star" } else { "" })] {
        if !value.is_empty() {
            let _ = write!(fields, ", {name}: {}", quoted(value));
        }
    }
    let sketch = sketch(text);
    if !sketch.is_empty() {
        let _ = write!(fields, ", text: \"{sketch}\"");
    }
    format!("      {number}: {{{fields}}}\n")
}

/// A text of YAML in quotes.
pub(crate) fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .filter(|c| !c.is_control())
        .flat_map(|c| match c {
            '"' | '\\' => vec!['\\', c],
            c => vec![c],
        })
        .collect();
    format!("\"{escaped}\"")
}
