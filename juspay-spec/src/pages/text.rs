//! Pages saved as text with bars between cells, and pages in Markdown.

use super::document::{Cell, Line, Page, Place, Row, Table, cells, is_rule};
use super::normalise;
use super::soup::resolved;

/// Reads a page of text; in Markdown the marks of headings, lists, code and links are taken away first.
pub(crate) fn read(name: &str, text: &str, markdown: bool, residue: &[String]) -> Page {
    let mut page = Page { name: name.to_owned(), ..Page::default() };
    let mut raws = Vec::new();
    for (number, raw) in (1..).zip(text.strip_prefix('\u{feff}').unwrap_or(text).split('\n')) {
        let plain = if markdown { plain(raw) } else { raw.to_owned() };
        let line = normalise::line(&plain, number, residue, &mut page.edits);
        if line.is_empty() || (markdown && is_mark(&line)) {
            continue;
        }
        let lead = raw.chars().take_while(|c| c.is_whitespace()).count();
        let column = u32::try_from(lead + 1).unwrap_or(1);
        page.lines.push(Line { number, column, text: line, place: Place::Text });
        raws.push(raw);
    }
    tables(&mut page, &raws);
    page
}

/// Whether a line of Markdown is nothing but a mark: the fence of code, or what underlines a heading.
fn is_mark(line: &str) -> bool {
    let underlines = |mark: char| line.len() >= 2 && line.chars().all(|c| c == mark);
    line.starts_with("```") || underlines('=') || underlines('-')
}

/// A line of Markdown without its marks.
fn plain(raw: &str) -> String {
    let trimmed = raw.trim_start();
    let hashes = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    let heading = (1..=6).contains(&hashes) && trimmed.get(hashes..).is_some_and(|rest| rest.starts_with(' '));
    let body = if heading { trimmed.get(hashes..).unwrap_or_default() } else { trimmed };
    let body = body.strip_prefix("- ").or_else(|| body.strip_prefix("> ")).unwrap_or(body);
    let body = without_links(&body.replace("**", "").replace('`', ""));
    resolved(&unescaped(&body))
}

/// A text without the backslashes before marks; bars keep theirs, since they divide cells.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(|next| next.is_ascii_punctuation() && *next != '|');
        if escapes {
            out.extend(chars.next());
        } else {
            out.push(c);
        }
    }
    out
}

/// `[text](address)` as `text`.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(middle) = rest.find("](") {
        let open = rest.get(..middle).and_then(|before| before.rfind('['));
        let close = rest.get(middle..).and_then(|after| after.find(')'));
        let (Some(open), Some(close)) = (open, close) else { break };
        out.push_str(rest.get(..open).unwrap_or_default());
        out.push_str(rest.get(open + 1..middle).unwrap_or_default());
        rest = rest.get(middle + close + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Finds the tables among the lines. Blank lines do not end a table, since saving may add them anywhere.
fn tables(page: &mut Page, raws: &[&str]) {
    let mut at = 0;
    while at < page.lines.len() {
        let has_rule = page.lines.get(at + 1).is_some_and(|line| is_rule(&line.text));
        let head = page.lines.get(at).is_some_and(|line| line.text.contains('|') && !is_rule(&line.text));
        if head && (has_rule || is_bare_table(page, at)) {
            at = table(page, raws, at, has_rule);
        } else {
            at += 1;
        }
    }
}

/// A table whose rule was lost: two or more lines in a row that end with a bar.
fn is_bare_table(page: &Page, at: usize) -> bool {
    let ends = |line: &Line| line.text.ends_with('|') && line.text.matches('|').count() >= 2;
    page.lines.get(at).is_some_and(ends) && page.lines.get(at + 1).is_some_and(ends)
}

/// Reads one table and returns the index of the line after it.
fn table(page: &mut Page, raws: &[&str], at: usize, has_rule: bool) -> usize {
    let index = page.tables.len();
    let of = |page: &Page, at: usize| {
        let raw = raws.get(at).copied().unwrap_or_default();
        page.lines.get(at).map(|line| cells(&line.text, raw, line.number)).unwrap_or_default()
    };
    let mut table = Table { head: of(page, at), line: at, ..Table::default() };
    place(page, at, Place::Head(index));
    let mut next = at + 1;
    if has_rule {
        place(page, next, Place::Rule(index));
        next += 1;
    }
    while page.lines.get(next).is_some_and(|line| line.text.contains('|')) {
        if page.lines.get(next + 1).is_some_and(|line| is_rule(&line.text)) {
            break;
        }
        let cells: Vec<Cell> = of(page, next);
        if page.lines.get(next).is_some_and(|line| is_rule(&line.text)) {
            place(page, next, Place::Rule(index));
        } else {
            place(page, next, Place::Row(index, table.rows.len()));
            table.rows.push(Row { line: next, cells });
        }
        next += 1;
    }
    page.tables.push(table);
    next
}

fn place(page: &mut Page, at: usize, place: Place) {
    if let Some(line) = page.lines.get_mut(at) {
        line.place = place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_survives_blank_lines_and_slipped_cells() {
        let page = read(
            "p",
            "Intro\r\nField | Type | |\n\n---|---|---|\na | * | Text | x\n\nb | Text |\nEnd | of",
            false,
            &[],
        );
        let rows: Vec<usize> = page.tables.iter().flat_map(|table| &table.rows).map(|row| row.cells.len()).collect();
        assert_eq!(rows, [4, 2, 2]);
        assert_eq!(page.lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2, 4, 5, 7, 8]);
    }

    #[test]
    fn cells_stand_where_they_do_in_the_file() {
        let page = read("p", "Field | Type\n---|---\n\t|  a   |\u{a0}Text |\n", false, &[]);
        let columns: Vec<u32> = page
            .tables
            .iter()
            .flat_map(|table| &table.rows)
            .flat_map(|row| &row.cells)
            .map(|cell| cell.at.column)
            .collect();
        assert_eq!(columns, [5, 11]);
    }

    #[test]
    fn marks_of_markdown_are_no_text() {
        let text = "## Head\n\nUnder\n---\n- see [the `a_b` list](http://x.example)\n```\n\\* \\[a\\_b\\] &lt;\n```\na | b\n--|--\n**c\\|d** | e";
        let page = read("p", text, true, &[]);
        let texts: Vec<&str> = page.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Head", "Under", "see the a_b list", "* [a_b] <", "a | b", "--|--", "c\\|d | e"]);
    }
}
