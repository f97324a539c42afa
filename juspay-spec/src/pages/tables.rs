//! Which section each table is, and what the cells of its rows are.

use super::document::{Cell, Page, Place, Row, Spot, Table};
use super::names::{self, Names};
use super::rules::{PageRules, Reader, Section, Words};
use super::words::{alike, is_heading, words};

/// A table and the section that it is.
#[derive(Clone, Debug)]
pub(crate) struct Assigned {
    /// The section, as an index into the rules of the page.
    pub(crate) section: usize,
    /// The table, as an index.
    pub(crate) table: usize,
    /// The role of each column, where it has one.
    pub(crate) roles: Vec<Option<String>>,
    /// Roles that no column has.
    pub(crate) missing: Vec<String>,
    /// Columns with a head and no role.
    pub(crate) unknown: Vec<usize>,
    /// The line of its heading, as an index, if the heading is there.
    pub(crate) heading: Option<usize>,
    /// What the names of its rows leave out because it stands in the cell of a row.
    pub(crate) outer: String,
}

impl Assigned {
    pub(crate) fn column(&self, role: &str) -> Option<usize> {
        self.roles.iter().position(|known| known.as_deref() == Some(role))
    }
}

/// Tells whether a name may stand in a row of a section, and whether it stood there at the last review.
pub(crate) type Known<'k> = dyn Fn(&Section, &str) -> (bool, bool) + 'k;

/// Tables that only repeat an earlier one, with that one: saving a page that folds may write both states.
pub(crate) fn doubled(page: &Page) -> Vec<(usize, usize)> {
    let line = |at: usize| words(page.text(at));
    let same = |one: &Table, other: &Table| {
        let rows = one.rows.iter().zip(&other.rows);
        one.rows.len() == other.rows.len()
            && line(one.line) == line(other.line)
            && rows.into_iter().all(|(one, other)| line(one.line) == line(other.line))
    };
    let first = |at: usize, table: &Table| page.tables.iter().take(at).position(|other| same(other, table));
    page.tables.iter().enumerate().filter_map(|(at, table)| Some((at, first(at, table)?))).collect()
}

/// Finds the section of every table; a section and a table are given to each other once, unless the section repeats.
pub(crate) fn assign(page: &Page, rules: &PageRules, all: &Words, known: &Known<'_>) -> Vec<Assigned> {
    let mut offers: Vec<(i64, Assigned)> = Vec::new();
    let doubled = doubled(page);
    let own = |table: usize| !doubled.iter().any(|(again, _)| *again == table);
    for (table, what) in page.tables.iter().enumerate().filter(|(at, table)| table.within.is_none() && own(*at)) {
        for (section, rule) in rules.sections.iter().enumerate() {
            offers.extend(offer(page, (table, what), (section, rule), all, known));
        }
    }
    // Equal offers go to the first section, so that the order of the rules decides.
    offers.sort_by_key(|(score, assigned)| (-score, assigned.table, assigned.section));
    let mut given: Vec<Assigned> = Vec::new();
    for (_, assigned) in offers {
        let repeats = rules.sections.get(assigned.section).is_some_and(|section| section.repeats);
        let taken =
            given.iter().any(|other| other.table == assigned.table || (other.section == assigned.section && !repeats));
        if !taken {
            given.push(assigned);
        }
    }
    nested(page, rules, all, &mut given);
    given.sort_by_key(|assigned| assigned.table);
    given
}

/// A table in a cell tells of what its row names, in the columns of the table around it.
fn nested(page: &Page, rules: &PageRules, all: &Words, given: &mut Vec<Assigned>) {
    for (index, table) in page.tables.iter().enumerate() {
        let Some((outer, row)) = table.within else { continue };
        if given.iter().any(|assigned| assigned.table == index) {
            continue;
        }
        let around = given.iter().find(|assigned| assigned.table == outer).cloned();
        let rule = around.as_ref().and_then(|around| rules.sections.get(around.section));
        let (Some(around), Some(section)) = (around, rule) else { continue };
        let name = page.tables.get(outer).map(|table| field_row(table, row, &around, all).names.key());
        let Some((_, mut assigned)) =
            offer(page, (index, table), (around.section, section), all, &|_, _| (true, false))
        else {
            continue;
        };
        assigned.outer = format!("{}{}.", around.outer, name.unwrap_or_default());
        given.push(assigned);
    }
}

fn offer(
    page: &Page,
    (index, table): (usize, &Table),
    (number, section): (usize, &Section),
    all: &Words,
    known: &Known<'_>,
) -> Option<(i64, Assigned)> {
    let mut assigned = Assigned {
        section: number,
        table: index,
        roles: vec![None; table.head.len()],
        missing: Vec::new(),
        unknown: Vec::new(),
        heading: section.heading.as_deref().and_then(|heading| heading_of(page, table, heading)),
        outer: String::new(),
    };
    for role in &section.columns {
        let names = Words::of(&all.columns, role);
        let free = |at: &usize| assigned.roles.get(*at).is_some_and(Option::is_none);
        let cells = table.head.iter().enumerate();
        let at =
            cells.filter(|(_, cell)| names.iter().any(|name| alike(&cell.text, name))).map(|(at, _)| at).find(free);
        match at.and_then(|at| assigned.roles.get_mut(at)) {
            Some(slot) => *slot = Some(role.clone()),
            None => assigned.missing.push(role.clone()),
        }
    }
    let heads = table.head.iter().zip(&assigned.roles).enumerate();
    assigned.unknown =
        heads.filter(|(_, (cell, role))| role.is_none() && !cell.text.is_empty()).map(|(at, _)| at).collect();
    let (content, locked) = content(table, &assigned, section, known);
    // Of several headings above a table the nearest counts.
    let near = |line: usize| 24 - 4 * i64::try_from(table.line - line).unwrap_or(6).min(6);
    let mut score = content * 10 / 100 + locked * 10 / 100 + assigned.heading.map_or(0, near);
    score += if assigned.missing.is_empty() { 6 } else { -3 * i64::try_from(assigned.missing.len()).unwrap_or(9) };
    if section.read != Reader::Matrix {
        score -= 2 * i64::try_from(assigned.unknown.len()).unwrap_or(9);
    }
    (assigned.heading.is_some() || content >= 40).then_some((score, assigned))
}

/// How many of a hundred rows have a name that the section knows, and how many one that it had at the last review.
fn content(table: &Table, assigned: &Assigned, section: &Section, known: &Known<'_>) -> (i64, i64) {
    let role = match section.read {
        Reader::Values => "value",
        Reader::Environments => "environment",
        Reader::Fields | Reader::Matrix => "name",
    };
    let column = assigned.column(role).unwrap_or(0);
    let names = table.rows.iter().filter_map(|row| row.cells.get(column));
    let (mut of, mut hits, mut locked) = (0_i64, 0_i64, 0_i64);
    for cell in names {
        of += 1;
        let read = names::read(&cell.text);
        hits += i64::from(read.template || read.list.iter().any(|name| known(section, name).0));
        locked += i64::from(known(section, &read.key()).1);
    }
    if of == 0 { (0, 0) } else { (hits * 100 / of, locked * 100 / of) }
}

/// The line above a table that is its heading; other lines may stand between.
fn heading_of(page: &Page, table: &Table, heading: &str) -> Option<usize> {
    let above =
        (0..table.line).rev().take_while(|at| page.lines.get(*at).is_some_and(|line| line.place == Place::Text));
    above.take(6).find(|at| is_heading(page.text(*at), heading))
}

/// A row of a table of fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct FieldRow {
    /// The names.
    pub(crate) names: Names,
    /// The cell of the name as printed.
    pub(crate) printed: String,
    /// The type as printed.
    pub(crate) ty: Option<String>,
    /// Whether the text stands where the type belongs.
    pub(crate) slid: bool,
    /// Whether it is marked, by a star or in words.
    pub(crate) mark: bool,
    /// Everything that describes it.
    pub(crate) text: String,
    /// The label beside the name.
    pub(crate) label: Option<String>,
    /// Where its cells stand.
    pub(crate) at: RowSpots,
}

/// Where the cells of a row stand, as far as it has them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowSpots {
    pub(crate) name: Option<Spot>,
    pub(crate) ty: Option<Spot>,
    pub(crate) mark: Option<Spot>,
    pub(crate) text: Option<Spot>,
    pub(crate) label: Option<Spot>,
}

/// Reads a row of a table of fields: cells slip where a star stands or the type is left out.
pub(crate) fn field_row(table: &Table, row: usize, assigned: &Assigned, all: &Words) -> FieldRow {
    let Some(row) = table.rows.get(row) else { return FieldRow::default() };
    let is_star = |text: &str| !text.is_empty() && text.chars().all(|c| matches!(c, '*' | '\u{2020}' | '\u{2731}'));
    let is_mark = |cell: &&Cell| assigned.column("required").is_none() && is_star(&cell.text);
    let cells: Vec<_> = row.cells.iter().filter(|cell| !is_mark(cell)).collect();
    let cell = |role: &str| assigned.column(role).and_then(|at| cells.get(at)).filter(|cell| !cell.text.is_empty());
    // A pattern for names may stand where the label belongs.
    let pattern = cell("label").filter(|cell| cell.text.contains("{{"));
    let own = cell("name").or(pattern);
    let name = own.map(|cell| cell.text.clone()).unwrap_or_default();
    let label = cell("label").filter(|cell| own != Some(cell));
    let stated =
        cell("required").and_then(|cell| if is_star(&cell.text) { Some("yes") } else { need(&cell.text, all) });
    let names = names::read(&name);
    let in_words = words(&names.rest)
        .iter()
        .any(|word| all.marks.iter().any(|(_, marks)| marks.iter().any(|mark| alike(word, mark))));
    let other =
        |at: usize| assigned.roles.get(at).is_some_and(|role| role.as_deref().is_some_and(|role| role != "text"));
    let behind = assigned.column("text").into_iter().flat_map(|at| cells.iter().enumerate().skip(at));
    let texts: Vec<&&Cell> = behind.filter(|(at, _)| !other(*at)).map(|(_, cell)| cell).collect();
    let ty = cell("type");
    let (stated_type, marked_type) = ty.map(|ty| marked(&ty.text, all)).unwrap_or_default();
    let slid = ty.filter(|_| type_word(stated_type, all).is_none() && words(stated_type).len() > 3);
    let remark = cell("required").filter(|_| stated.is_none());
    let more = [label, cell("example"), remark, slid].into_iter().flatten().map(|cell| cell.text.as_str());
    let described = more.chain([names.rest.as_str()]).chain(texts.iter().map(|cell| cell.text.as_str()));
    FieldRow {
        mark: cells.len() < row.cells.len() || names.marked || marked_type || in_words || stated == Some("yes"),
        text: described.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | "),
        names: within(names, &assigned.outer),
        printed: name,
        ty: ty.filter(|_| slid.is_none()).map(|_| stated_type.to_owned()),
        slid: slid.is_some(),
        label: label.map(|cell| cell.text.clone()),
        at: RowSpots {
            name: own.map(|cell| cell.at),
            ty: ty.map(|cell| cell.at),
            mark: row.cells.iter().find(is_mark).or(cell("required").copied()).map(|cell| cell.at),
            text: texts.iter().find(|cell| !cell.text.is_empty()).map(|cell| cell.at),
            label: label.map(|cell| cell.at),
        },
    }
}

/// A type without the mark that stands beside it, as in `Text*` or `Text (required)`, and whether there is one.
fn marked<'t>(text: &'t str, all: &Words) -> (&'t str, bool) {
    let is_edge = |c: char| matches!(c, ' ' | '*' | '\u{2020}');
    let plain = text.trim_matches(is_edge);
    let inner = plain.trim_end_matches([')', ']']);
    let last = inner.rsplit([' ', '(', '[', ',']).next().unwrap_or_default();
    let is_mark = all.marks.iter().flat_map(|(_, marks)| marks).any(|mark| alike(last, mark));
    if is_mark && last.len() < plain.len() {
        let rest = inner.strip_suffix(last).unwrap_or(plain);
        return (rest.trim_end_matches(|c: char| is_edge(c) || matches!(c, '(' | '[' | ',' | '-' | ':')), true);
    }
    (plain, plain.len() < text.trim().len())
}

/// Names in a nested table, behind the name of the row around it.
fn within(mut names: Names, outer: &str) -> Names {
    names.list.iter_mut().for_each(|name| name.insert_str(0, outer));
    names
}

/// What a word in a cell means: `yes`, `no` or `optional`.
pub(crate) fn need(cell: &str, all: &Words) -> Option<&'static str> {
    let means = |need: &str| Words::of(&all.cells, need).iter().any(|word| alike(cell, word));
    ["yes", "no", "optional"].into_iter().find(|word| cell.eq_ignore_ascii_case(word) || means(word))
}

/// The type of the rules that a word on a page means.
pub(crate) fn type_word<'w>(text: &str, all: &'w Words) -> Option<&'w (String, Vec<String>)> {
    let exact = all.types.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
    exact.or_else(|| all.types.iter().find(|(name, _)| alike(text, name)))
}

/// A row of a table of values.
#[derive(Clone, Debug, Default)]
pub(crate) struct ValueRow {
    /// The value.
    pub(crate) value: String,
    /// Its id.
    pub(crate) id: Option<String>,
    /// What it means.
    pub(crate) text: String,
    /// Whether the cell held more than the value.
    pub(crate) repaired: bool,
    /// Where the value, the id and the text stand.
    pub(crate) at: [Option<Spot>; 3],
}

/// Reads a row of a table of values or of environments.
pub(crate) fn value_row(table: &Table, row: usize, assigned: &Assigned, roles: [&str; 3]) -> ValueRow {
    let Some(row) = table.rows.get(row) else { return ValueRow::default() };
    let cell = |role: &str| assigned.column(role).and_then(|at| row.cells.get(at));
    let [value, id, text] = roles.map(cell);
    let at = [value, id, text].map(|cell| cell.map(|cell| cell.at));
    let printed = value.map(|cell| cell.text.as_str()).unwrap_or_default();
    let clean = printed.trim_matches(['-', ' ', '`', '"', '\'']);
    ValueRow {
        value: clean.to_owned(),
        id: id.map(|cell| cell.text.trim_matches(['-', ' ']).to_owned()).filter(|text| !text.is_empty()),
        text: text.map(|cell| cell.text.clone()).unwrap_or_default(),
        repaired: clean != printed,
        at,
    }
}

/// A row of a matrix: its name, where that stands, and each cell by its column.
pub(crate) fn matrix_row(table: &Table, row: usize, assigned: &Assigned) -> (String, Option<Spot>, Vec<(usize, Cell)>) {
    let Some(row) = table.rows.get(row) else { return (String::new(), None, Vec::new()) };
    let name = assigned.column("name").and_then(|at| row.cells.get(at));
    let read = name.map(|cell| names::read(&cell.text)).unwrap_or_default();
    let cells = assigned.unknown.iter().map(|at| (*at, cell_of(row, *at)));
    (read.list.first().cloned().unwrap_or_default(), name.map(|cell| cell.at), cells.collect())
}

/// A cell of a row; an empty one at the end of the row, if it is not there.
fn cell_of(row: &Row, at: usize) -> Cell {
    let last = row.cells.last().map(|cell| cell.at).unwrap_or_default();
    row.cells.get(at).cloned().unwrap_or(Cell { text: String::new(), at: last })
}

/// The names that a cell of a row stands for.
pub(crate) fn names_of(cell: &str) -> Vec<String> {
    names::read(cell).list
}
