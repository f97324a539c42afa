//! Pages in HTML: blocks of text, and tables, also in cells of other tables.
//!
//! Saved pages are tag soup, so nothing is assumed about it: a tag that nobody closed ends with what holds it.

use super::document::{Cell, Line, Page, Place, Row, Spot, Table};
use super::layout::arrangements;
use super::normalise;
use super::soup::{Token, tokens};

/// Tables nest at most this deep; what lies deeper is text.
const MAX_DEPTH: usize = 16;
/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Reads a page of HTML.
pub(crate) fn read(name: &str, text: &str, residue: &[String]) -> Page {
    let page = Page { name: name.to_owned(), ..Page::default() };
    let tokens = tokens(text);
    let skipped = arrangements(&tokens);
    let mut builder = Builder { page, residue, open: Vec::new(), block: Buffer::default(), pre: 0 };
    for (at, token) in tokens.into_iter().enumerate() {
        match token {
            // Tables that only arrange the page are blocks like any other.
            Token::Open { .. } | Token::Close { .. } if skipped.contains(&at) => builder.boundary(),
            Token::Text { text, line, column } => builder.text(&text, line, column),
            Token::Open { name, line } => builder.open(&name, line),
            Token::Close { name } => builder.close(&name),
        }
    }
    while !builder.open.is_empty() {
        builder.close("table");
    }
    builder.flush();
    without_blanks(builder.page)
}

/// Text that is being gathered, and where it began.
#[derive(Default)]
struct Buffer {
    text: String,
    line: u32,
    column: u32,
}

/// A table that is being read.
struct Frame {
    table: usize,
    row: Option<OpenRow>,
    cell: Option<Buffer>,
    rows: usize,
}

/// A row that is being read.
struct OpenRow {
    line: usize,
    cells: Vec<Cell>,
}

struct Builder<'r> {
    page: Page,
    residue: &'r [String],
    open: Vec<Frame>,
    block: Buffer,
    pre: usize,
}

impl Builder<'_> {
    fn text(&mut self, text: &str, line: u32, column: u32) {
        let in_table = self.open.last().is_some();
        if let Some(cell) = self.open.last_mut().and_then(|frame| frame.cell.as_mut()) {
            gather(cell, text, line, column);
        } else if !in_table && self.pre > 0 {
            for (at, part) in (0..).zip(text.split('\n')) {
                if at > 0 {
                    self.flush();
                }
                gather(&mut self.block, part, line + at, if at == 0 { column } else { 1 });
            }
        } else {
            gather(&mut self.block, text, line, column);
        }
    }

    fn open(&mut self, name: &str, line: u32) {
        match name {
            "table" if self.open.len() < MAX_DEPTH => self.open_table(),
            "tr" => self.open_row(line),
            "td" | "th" => self.open_cell(line),
            "pre" => {
                self.flush();
                self.pre += 1;
            }
            _ if BLOCKS.contains(&name) => self.boundary(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => self.close_table(),
            "tr" => self.close_row(),
            "td" | "th" => self.close_cell(),
            "pre" => {
                self.flush();
                self.pre = self.pre.saturating_sub(1);
            }
            _ if BLOCKS.contains(&name) => self.boundary(),
            _ => {}
        }
    }

    /// A block ends: in a cell that is a space, elsewhere a line.
    fn boundary(&mut self) {
        match self.open.last_mut().and_then(|frame| frame.cell.as_mut()) {
            Some(cell) => cell.text.push(' '),
            None => self.flush(),
        }
    }

    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        let text = normalise::line(&flat(&block.text), block.line, self.residue, &mut self.page.edits);
        if !text.is_empty() {
            self.page.lines.push(Line { number: block.line, column: block.column, text, place: Place::Text });
        }
    }

    fn open_table(&mut self) {
        self.flush();
        let within = self.open.last().and_then(|frame| Some((frame.table, frame.rows.checked_sub(1)?)));
        let within = within.filter(|_| self.open.last().is_some_and(|frame| frame.row.is_some()));
        let line = self.page.lines.len();
        self.open.push(Frame { table: self.page.tables.len(), row: None, cell: None, rows: 0 });
        self.page.tables.push(Table { line, within, ..Table::default() });
    }

    fn open_row(&mut self, line: u32) {
        self.close_row();
        let index = self.page.lines.len();
        let Some(frame) = self.open.last_mut() else { return };
        let place = if frame.rows == 0 { Place::Head(frame.table) } else { Place::Row(frame.table, frame.rows - 1) };
        frame.row = Some(OpenRow { line: index, cells: Vec::new() });
        frame.rows += 1;
        self.page.lines.push(Line { number: line, column: 1, text: String::new(), place });
    }

    fn open_cell(&mut self, line: u32) {
        self.close_cell();
        if self.open.last().is_some_and(|frame| frame.row.is_none()) {
            self.open_row(line);
        }
        if let Some(frame) = self.open.last_mut() {
            frame.cell = Some(Buffer { line, column: 1, text: String::new() });
        }
    }

    fn close_cell(&mut self) {
        let Some(frame) = self.open.last_mut() else { return };
        let Some(cell) = frame.cell.take() else { return };
        let text = normalise::line(&flat(&cell.text), cell.line, self.residue, &mut self.page.edits);
        if let Some(row) = &mut frame.row {
            row.cells.push(Cell { text, at: Spot { line: cell.line, column: cell.column } });
        }
    }

    fn close_row(&mut self) {
        self.close_cell();
        let Some(frame) = self.open.last_mut() else { return };
        let Some(row) = frame.row.take() else { return };
        let text = row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
        if let Some(line) = self.page.lines.get_mut(row.line) {
            text.trim().clone_into(&mut line.text);
        }
        let head = frame.rows == 1;
        let Some(table) = self.page.tables.get_mut(frame.table) else { return };
        if head {
            table.head = row.cells;
            table.line = row.line;
        } else {
            table.rows.push(Row { line: row.line, cells: row.cells });
        }
    }

    fn close_table(&mut self) {
        self.close_row();
        self.open.pop();
    }
}

fn gather(buffer: &mut Buffer, text: &str, line: u32, column: u32) {
    if buffer.text.trim().is_empty() {
        let lead = text.chars().take_while(|c| c.is_whitespace());
        let breaks = u32::try_from(lead.filter(|c| *c == '\n').count()).unwrap_or(0);
        buffer.line = line + breaks;
        buffer.column = if breaks == 0 { column } else { 1 };
    }
    buffer.text.push_str(text);
}

/// A text whose line breaks mean nothing.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Takes out lines without text, and tables that only arrange the page: one column, or one row.
fn without_blanks(mut page: Page) -> Page {
    let layout: Vec<bool> = page
        .tables
        .iter()
        .map(|table| {
            let filled = |cells: &[Cell]| cells.iter().filter(|cell| !cell.text.is_empty()).count();
            table.rows.is_empty()
                || table
                    .rows
                    .iter()
                    .map(|row| row.cells.as_slice())
                    .chain([table.head.as_slice()])
                    .all(|cells| filled(cells) <= 1)
        })
        .collect();
    let arranges = |table: usize| layout.get(table).copied().unwrap_or(true);
    let mut tables: Vec<Option<usize>> = Vec::new();
    let mut kept = 0;
    for at in 0..page.tables.len() {
        tables.push((!arranges(at)).then_some(kept));
        kept += usize::from(!arranges(at));
    }
    let table = |old: usize| tables.get(old).copied().flatten();
    let mut lines = Vec::new();
    let mut index: Vec<usize> = Vec::new();
    for mut line in std::mem::take(&mut page.lines) {
        index.push(lines.len());
        line.place = match line.place {
            Place::Head(old) => table(old).map_or(Place::Text, Place::Head),
            Place::Row(old, row) => table(old).map_or(Place::Text, |table| Place::Row(table, row)),
            Place::Rule(old) => table(old).map_or(Place::Text, Place::Rule),
            Place::Text => Place::Text,
        };
        if !line.text.is_empty() {
            lines.push(line);
        }
    }
    let now = |old: usize| index.get(old).copied().unwrap_or(0);
    let old_tables = std::mem::take(&mut page.tables).into_iter().enumerate().filter(|(at, _)| !arranges(*at));
    page.tables = old_tables
        .map(|(_, mut old)| {
            old.line = now(old.line);
            old.rows.iter_mut().for_each(|row| row.line = now(row.line));
            old.within = old.within.and_then(|(outer, row)| Some((table(outer)?, row.checked_sub(1)?)));
            old
        })
        .collect();
    page.lines = lines;
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_in_cells_belong_to_the_row_around_them() {
        let html = "<h2>Parcel</h2>\n<table><tr><th>Field<th>Type</tr>\n<tr><td>to</td><td>Object\n\
                    <table><tr><th>Field<th>Type<tr><td>city<td>String</table></td></tr>\n\
                    <tr><td>id<td>String</table><p>End &amp; more";
        let page = read("p", html, &[]);
        let texts: Vec<(u32, &str)> = page.lines.iter().map(|line| (line.number, line.text.as_str())).collect();
        assert_eq!(
            texts,
            [
                (1, "Parcel"),
                (2, "Field | Type"),
                (3, "to | Object"),
                (4, "Field | Type"),
                (4, "city | String"),
                (5, "id | String"),
                (5, "End & more")
            ]
        );
        assert_eq!(page.tables.iter().map(|table| table.within).collect::<Vec<_>>(), [None, Some((0, 0))]);
    }

    #[test]
    fn soup_does_no_harm() {
        for soup in [
            "<",
            "</",
            "<table><td>a<table><tr>",
            "</table></td>x",
            "<!-- ",
            "<script>if (a<b) {",
            "&#x;&#99999999;&amp",
        ] {
            let _ = read("p", soup, &[]);
        }
        let layout = read("p", "<table><tr><td>Only text</td></tr></table>", &[]);
        assert!(layout.tables.is_empty() && layout.lines.len() == 1);
    }

    #[test]
    fn a_table_that_arranges_the_page_is_none() {
        let inner = "<p>Above<table><tr><th>A<th>B<tr><td>a<td>b</table>Below";
        let menu = "<table><tr><td><h2>Menu</h2></td><td>";
        for outer in ["<table><tr><td>", "<TABLE><TR><TD width=1><div>", menu] {
            let page = read("p", &format!("{outer}{inner}</td></tr></table>"), &[]);
            let texts: Vec<&str> =
                page.lines.iter().map(|line| line.text.as_str()).filter(|text| *text != "Menu").collect();
            assert_eq!(texts, ["Above", "A | B", "a | b", "Below"], "{outer}");
            assert_eq!(page.tables.len(), 1);
        }
    }
}
