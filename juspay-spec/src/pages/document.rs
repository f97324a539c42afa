//! A page after normalising: its lines, and the tables among them.

use super::normalise::Edit;

/// A page as it was read.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its name: the stem of the file.
    pub name: String,
    /// Every line that is not blank, in order.
    pub lines: Vec<Line>,
    /// The tables.
    pub tables: Vec<Table>,
    /// What was done to its lines.
    pub edits: Vec<Edit>,
}

/// A line that is not blank, or in HTML a block or a row of a table.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it stands in the file, from 1.
    pub number: u32,
    /// Its first character, from 1.
    pub column: u32,
    /// Its text, normalised.
    pub text: String,
    /// What it is part of.
    pub place: Place,
}

/// What a line is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Running text.
    Text,
    /// The head of a table.
    Head(usize),
    /// The rule below a head.
    Rule(usize),
    /// A row of a table.
    Row(usize, usize),
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The cells of its head.
    pub head: Vec<Cell>,
    /// The line of its head, as an index.
    pub line: usize,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The table and row whose cell it stands in.
    pub within: Option<(usize, usize)>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its line, as an index.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text, normalised.
    pub text: String,
    /// Where it begins.
    pub at: Spot,
}

/// A place in the file of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The line, from 1.
    pub line: u32,
    /// The character, from 1.
    pub column: u32,
}

impl Page {
    /// The number of a line given by its index.
    pub(crate) fn number(&self, line: usize) -> u32 {
        self.lines.get(line).map_or(1, |line| line.number)
    }

    /// The text of a line given by its index.
    pub(crate) fn text(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |line| line.text.as_str())
    }
}

/// The cells of a line that is divided by bars; an empty cell after the last bar is left out. They stand where they do
/// in the line before it was normalised, if that has as many bars.
pub(crate) fn cells(text: &str, raw: &str, line: u32) -> Vec<Cell> {
    let columns = columns(raw);
    let parts = split_bars(text.strip_prefix('|').unwrap_or(text));
    let column = |at: usize| columns.get(at).copied().filter(|_| columns.len() == parts.len()).unwrap_or(1);
    let cell = |(at, part): (usize, &&str)| {
        let at = Spot { line, column: column(at) };
        Cell { text: part.trim().replace("\\|", "|"), at }
    };
    let mut found: Vec<Cell> = parts.iter().enumerate().map(cell).collect();
    if found.last().is_some_and(|cell| cell.text.is_empty()) {
        found.pop();
    }
    found
}

/// Where the text behind each bar begins.
fn columns(raw: &str) -> Vec<u32> {
    let lead = raw.len() - raw.trim_start().len();
    let start = lead + usize::from(raw.trim_start().starts_with('|'));
    let mut at = raw.get(..start).unwrap_or_default().chars().count() + 1;
    let mut columns = Vec::new();
    for part in split_bars(raw.get(start..).unwrap_or_default()) {
        let blank = part.chars().take_while(|c| c.is_whitespace()).count();
        columns.push(u32::try_from(at + blank).unwrap_or(1));
        at += part.chars().count() + 1;
    }
    columns
}

/// The parts between bars; a bar behind a backslash is text.
fn split_bars(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if c == '|' && !escaped {
            parts.extend(text.get(start..at));
            start = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    parts.extend(text.get(start..));
    parts
}

/// Whether a line is the rule between head and rows: bars, dashes, colons.
pub(crate) fn is_rule(text: &str) -> bool {
    text.contains('-') && text.contains('|') && text.chars().all(|c| matches!(c, '-' | '|' | ':' | ' ' | '='))
}
