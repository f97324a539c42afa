//! Seeded edits of saved pages: meaningful ones, which must be found, and noise, which must not.

mod edits;
mod noise;
mod rng;

pub use rng::Rng;

/// An edited page, and what must come of it.
pub struct Mutant {
    /// The kind of edit.
    pub kind: &'static str,
    /// The page after the edit.
    pub text: String,
    /// The line of the edit, from 1.
    pub line: u32,
    /// Classes of which one must be told near the line; none for noise.
    pub classes: &'static [&'static str],
    /// What was done.
    pub what: String,
}

/// A kind of edit: makes one out of the lines of a page, if the page has anything to edit so.
pub type Edit = fn(&mut Rng, &[String]) -> Option<Mutant>;

/// Every kind of edit that must be found.
pub const MEANINGFUL: &[Edit] = edits::ALL;
/// Every kind of edit that must not.
pub const NOISE: &[Edit] = noise::ALL;

/// A table in the lines of a page.
pub struct Span {
    /// The line of its head, from 0.
    pub head: usize,
    /// Its rows.
    pub rows: std::ops::Range<usize>,
}

/// The tables of a page.
pub fn tables(lines: &[String]) -> Vec<Span> {
    let is_rule = |line: &String| line.contains("--") && line.contains('|') && line.chars().all(|c| "-|: ".contains(c));
    let rules = (1..lines.len()).filter(|at| lines.get(*at).is_some_and(is_rule));
    let of = |rule: usize| {
        let end =
            (rule + 1..lines.len()).find(|at| !lines[*at].contains('|') || lines.get(at + 1).is_some_and(is_rule));
        Span { head: rule - 1, rows: rule + 1..end.unwrap_or(lines.len()) }
    };
    rules.map(of).filter(|span| !span.rows.is_empty()).collect()
}

/// The cells of a line of a table, with everything between the bars.
pub fn cells(line: &str) -> Vec<String> {
    line.split('|').map(str::to_owned).collect()
}

/// The first cell that holds a text.
pub fn first(cells: &[String]) -> usize {
    cells.iter().position(|cell| !cell.trim().is_empty()).unwrap_or(0)
}

/// A page of lines as text.
pub fn join(lines: &[String]) -> String {
    lines.join("\n")
}

/// The column of a table by its head.
pub fn column(lines: &[String], table: &Span, heads: &[&str]) -> Option<usize> {
    cells(&lines[table.head]).iter().position(|cell| heads.iter().any(|head| cell.trim().eq_ignore_ascii_case(head)))
}
