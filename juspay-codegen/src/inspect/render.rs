//! Reports as text for people: headings, facts and aligned tables.

use std::fmt::Write as _;

use super::report::{Report, Table};
use crate::json::Json;

/// How text is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The width to keep to; `None` for lines as long as they are, as a pipe wants them.
    pub width: Option<usize>,
    /// Whether headings are set in bold.
    pub color: bool,
}

/// A column is not made narrower than this, whatever the width.
const NARROWEST: usize = 12;
const GAP: usize = 2;

impl Report {
    /// The report as text.
    pub fn render(&self, layout: Layout) -> String {
        let mut out = String::new();
        let _ = writeln!(out, "{}", bold(&format!("{} {}", self.kind, harmless(&self.name)), layout));
        for line in
            harmless(&self.doc).lines().flat_map(|line| wrap(line, layout.width.map(|width| width.saturating_sub(GAP))))
        {
            let _ = writeln!(out, "  {line}");
        }
        let facts: Vec<(String, String)> = self
            .facts
            .iter()
            .map(|(key, value)| (label(key), cell(value)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        if !facts.is_empty() {
            out.push('\n');
            let widest = facts.iter().map(|(key, _)| key.len()).max().unwrap_or(0);
            for (key, text) in facts {
                write_row(&mut out, &[key, text], &[widest, room(layout, widest)]);
            }
        }
        for table in self.tables.iter().filter(|table| !table.rows.is_empty()) {
            write_table(&mut out, table, layout);
        }
        out
    }
}

fn room(layout: Layout, taken: usize) -> usize {
    layout.width.map_or(usize::MAX, |width| width.saturating_sub(taken + 2 * GAP).max(NARROWEST))
}

fn write_table(out: &mut String, table: &Table, layout: Layout) {
    let _ = writeln!(out, "\n{}", bold(&format!("{} ({})", label(table.key), table.rows.len()), layout));
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    // A column that no row fills only takes room.
    let filled = |at: usize| rows.iter().any(|row| row.get(at).is_some_and(|text| !text.is_empty()));
    let kept: Vec<usize> = (0..table.columns.len()).filter(|at| filled(*at)).collect();
    if kept.is_empty() {
        return;
    }
    let pick = |row: &[String]| -> Vec<String> { kept.iter().filter_map(|at| row.get(*at).cloned()).collect() };
    let heads: Vec<String> = table.columns.iter().map(|key| label(key)).collect();
    let heads = pick(&heads);
    let rows: Vec<Vec<String>> = rows.iter().map(|row| pick(row)).collect();
    let widths = widths(&heads, &rows, layout.width);
    let mut line = String::new();
    write_row(&mut line, &heads, &widths);
    let _ = writeln!(out, "{}", dim(line.trim_end(), layout));
    for row in &rows {
        write_row(out, row, &widths);
    }
}

/// Natural widths if they fit; otherwise the widest column gives way until they do.
fn widths(heads: &[String], rows: &[Vec<String>], width: Option<usize>) -> Vec<usize> {
    let mut widths: Vec<usize> = heads.iter().map(|head| head.chars().count()).collect();
    for row in rows {
        for (widest, text) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(text.lines().map(|line| line.chars().count()).max().unwrap_or(0));
        }
    }
    let Some(width) = width else { return widths };
    let available = width.saturating_sub(GAP * (widths.len() + 1));
    loop {
        let total: usize = widths.iter().sum();
        let over = total.saturating_sub(available);
        let second = second_widest(&widths);
        let Some(widest) = widths.iter_mut().max() else { return widths };
        if over == 0 || *widest <= NARROWEST {
            return widths;
        }
        // Down to the next column, so that two long columns share the loss.
        let step = over.min((*widest).saturating_sub(second).max(1));
        *widest = (*widest - step.min(*widest)).max(NARROWEST);
    }
}

fn second_widest(widths: &[usize]) -> usize {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    sorted.iter().rev().nth(1).copied().unwrap_or(0)
}

fn write_row(out: &mut String, cells: &[String], widths: &[usize]) {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(text, width)| text.lines().flat_map(|line| wrap(line, Some(*width))).collect())
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0).max(1);
    for at in 0..height {
        let mut line = String::new();
        for (lines, width) in wrapped.iter().zip(widths) {
            let text = lines.get(at).map_or("", String::as_str);
            line.push_str("  ");
            line.push_str(text);
            let missing = if *width == usize::MAX { 0 } else { width.saturating_sub(text.chars().count()) };
            line.extend(std::iter::repeat_n(' ', missing));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// Breaks at spaces; a word that is longer than the line is cut.
fn wrap(text: &str, width: Option<usize>) -> Vec<String> {
    let width = width.unwrap_or(usize::MAX).max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        let mut word: Vec<char> = word.chars().collect();
        if length > 0 && length + 1 + word.len() > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        while word.len() > width {
            let rest = word.split_off(width);
            lines.push(word.into_iter().collect());
            word = rest;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        length += word.len();
        line.extend(word);
    }
    lines.push(line);
    lines
}

fn cell(value: &Json) -> String {
    match value {
        Json::Null | Json::Bool(false) => String::new(),
        Json::Bool(true) => "yes".to_owned(),
        Json::Number(digits) => digits.clone(),
        Json::String(text) => harmless(text),
        Json::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(", "),
        Json::Object(object) => {
            object.iter().map(|(key, value)| format!("{key}={}", cell(value))).collect::<Vec<_>>().join(", ")
        }
    }
}

/// Whatever a spec may hold must not move the cursor.
fn harmless(text: &str) -> String {
    text.chars().filter(|char| !char.is_control() || *char == '\n').collect()
}

fn label(key: &str) -> String {
    key.replace('_', " ")
}

fn bold(text: &str, layout: Layout) -> String {
    if layout.color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
}

fn dim(text: &str, layout: Layout) -> String {
    if layout.color { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let row = |name: &str, doc: &str| vec![name.into(), Json::Null, doc.into()];
        Report::new("type", "Parcel", "A parcel.").fact("module", "parcels").fact("gate", Json::Null).table(Table::new(
            "fields",
            &["name", "since", "doc"],
            vec![row("id", "Unique, given by Parcel when it takes the parcel."), row("weight", "In kilograms.")],
        ))
    }

    #[test]
    fn columns_are_aligned_and_empty_ones_left_out() {
        assert_eq!(
            report().render(Layout { width: None, color: false }),
            "type Parcel\n  A parcel.\n\n  module  parcels\n\nfields (2)\n  name    doc\n  \
             id      Unique, given by Parcel when it takes the parcel.\n  weight  In kilograms.\n"
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in [30, 40, 60] {
            let text = report().render(Layout { width: Some(width), color: false });
            assert!(text.lines().all(|line| line.chars().count() <= width), "{width}: {text}");
        }
    }

    #[test]
    fn words_longer_than_the_line_are_cut() {
        assert_eq!(wrap("abcdef gh", Some(4)), ["abcd", "ef", "gh"]);
        assert_eq!(wrap("", Some(4)), [""]);
    }
}
