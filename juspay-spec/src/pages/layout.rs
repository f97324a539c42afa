//! Tables of HTML that only arrange a page.

use std::collections::HashSet;

use super::soup::Token;

/// The tags of tables that only arrange the page, by their places: such a table has one cell in each row, or a heading in
/// a cell.
pub(crate) fn arrangements(tokens: &[Token]) -> HashSet<usize> {
    #[derive(Default)]
    struct Open {
        tags: Vec<usize>,
        cells: usize,
        most: usize,
        headed: bool,
    }
    let mut open: Vec<Open> = Vec::new();
    let mut found = HashSet::new();
    let mut settle = |table: Option<Open>| {
        let arranges = |table: &Open| table.headed || (table.most <= 1 && !table.tags.is_empty());
        found.extend(table.filter(arranges).into_iter().flat_map(|table| table.tags));
    };
    for (at, token) in tokens.iter().enumerate() {
        let (name, opens) = match token {
            Token::Open { name, .. } => (name.as_str(), true),
            Token::Close { name } => (name.as_str(), false),
            Token::Text { .. } => continue,
        };
        if name == "table" && opens {
            open.push(Open { tags: vec![at], ..Open::default() });
            continue;
        }
        let Some(table) = open.last_mut() else { continue };
        match (name, opens) {
            ("td" | "th", true) => table.cells += 1,
            ("tr", true) => table.cells = 0,
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", true) => table.headed = true,
            _ => {}
        }
        table.most = table.most.max(table.cells);
        if matches!(name, "table" | "tr" | "td" | "th") {
            table.tags.push(at);
        }
        if name == "table" {
            settle(open.pop());
        }
    }
    while let Some(table) = open.pop() {
        settle(Some(table));
    }
    found
}
