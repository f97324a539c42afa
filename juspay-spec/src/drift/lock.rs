//! Writing a page down as it was reviewed: sketches of its texts, never the texts.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::context::Cx;
use crate::model::Api;
use crate::pages::rules::{Reader, Rules};
use crate::pages::tables::{FieldRow, field_row, matrix_row, value_row};
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
    lock_keeping(api, rules, page, &HashSet::new())
}

/// Writes a page down as it was reviewed, but for some lines: these stay as they were at the last review, or unknown.
pub(crate) fn lock_keeping(api: &Api, rules: &Rules, page: &Page, open: &HashSet<u32>) -> LockedPage {
    let mut cx = Cx::new(api, rules, page);
    cx.tables();
    let mut yaml =
        String::from("# Written by `drift --lock`: sketches of the lines as they were reviewed, no texts.\n");
    // Writing to a string cannot fail.
    let _ = writeln!(yaml, "locks:\n  {}:\n    texts:", page.name);
    for (at, line) in page.lines.iter().enumerate().filter(|(_, line)| line.place == Place::Text) {
        let known = cx.alignment.locked.get(&at).and_then(|text| cx.lock?.texts.get(*text));
        let sketch = match (open.contains(&line.number), known) {
            (false, _) => sketch(&line.text),
            (true, Some(known)) => known.sketch.clone(),
            (true, None) => match cx.renamed_heading(at) {
                Some((known, _)) => known.sketch.clone(),
                None => continue,
            },
        };
        let _ = writeln!(yaml, "      {}: \"{sketch}\"", line.number);
    }
    yaml.push_str("    rows:\n");
    for row in rows(&cx, open) {
        yaml.push_str(&row);
    }
    if yaml.ends_with("    rows:\n") {
        yaml.truncate(yaml.len() - "    rows:\n".len());
    }
    LockedPage { page: page.name.clone(), yaml }
}

fn rows(cx: &Cx<'_>, open: &HashSet<u32>) -> Vec<String> {
    let mut rows = Vec::new();
    for assigned in &cx.assigned {
        let (Some(section), Some(table)) = (cx.section(assigned.section), cx.page.tables.get(assigned.table)) else {
            continue;
        };
        for (index, row) in table.rows.iter().enumerate() {
            let read = match section.read {
                Reader::Fields => field_row(table, index, assigned, cx.words),
                Reader::Values => {
                    let read = value_row(table, index, assigned, ["value", "id", "text"]);
                    FieldRow { printed: read.value, text: read.text, ..FieldRow::default() }
                }
                Reader::Environments => {
                    let read = value_row(table, index, assigned, ["environment", "url", "text"]);
                    FieldRow { printed: read.value, ..FieldRow::default() }
                }
                Reader::Matrix => FieldRow { printed: matrix_row(table, index, assigned).0, ..FieldRow::default() },
            };
            let name = if section.read == Reader::Fields { read.names.key() } else { read.printed.clone() };
            let key = cx.row_key(assigned, section, &name);
            let number = cx.page.number(row.line);
            let own = (read.ty.as_deref(), read.mark, sketch(&read.text));
            rows.extend(match (open.contains(&number), cx.locked_row(&key)) {
                (false, _) => Some(entry(number, &key, own)),
                (true, Some(known)) => {
                    Some(entry(number, &key, (known.ty.as_deref(), known.mark, known.sketch.clone())))
                }
                (true, None) => None,
            });
        }
    }
    rows
}

fn entry(number: u32, key: &str, (ty, mark, sketch): (Option<&str>, bool, String)) -> String {
    let mut fields = format!("key: {}", quoted(key));
    for (name, value) in [("type", ty.unwrap_or_default()), ("mark", if mark { "star" } else { "" })] {
        if !value.is_empty() {
            let _ = write!(fields, ", {name}: {}", quoted(value));
        }
    }
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
