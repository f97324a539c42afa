//! Edits that change what a page claims.

use super::{Edit, Mutant, Rng, Span, cells, column, first, join, tables};

pub const ALL: &[Edit] = &[
    dropped_row,
    added_row,
    renamed_row,
    retyped_row,
    new_version,
    changed_version,
    dropped_version,
    new_status,
    changed_id,
    new_column,
    changed_cell,
    required,
    metadata_key,
    prose_value,
    prose_value_gone,
    lost_column,
    renamed_heading,
    lost_table,
    changed_number,
    new_line,
    emptied,
];

const TYPES: &[&str] = &["String", "Integer", "Boolean", "Number", "Object", "Array", "double"];
const NAMES: &[&str] = &["loyalty_points", "settlement_ref", "tax_total", "branch_code", "device_id", "promo_ref"];

fn mutant(kind: &'static str, lines: &[String], line: usize, classes: &'static [&'static str], what: String) -> Mutant {
    Mutant { kind, text: join(lines), line: u32::try_from(line + 1).unwrap_or(1), classes, what }
}

fn any_row(rng: &mut Rng, lines: &[String]) -> Option<usize> {
    let rows: Vec<usize> = tables(lines).into_iter().flat_map(|table| table.rows).collect();
    rng.pick(&rows).copied()
}

fn name_column(lines: &[String], table: &Span) -> usize {
    column(lines, table, &["Fields"]).unwrap_or_else(|| first(&cells(&lines[table.head])))
}

fn field_tables(lines: &[String]) -> Vec<Span> {
    let is = |table: &Span| column(lines, table, &["Field", "Filed", "Parameter", "Fields", "Name"]).is_some();
    tables(lines).into_iter().filter(is).filter(|table| !is_matrix(lines, table)).collect()
}

fn is_matrix(lines: &[String], table: &Span) -> bool {
    cells(&lines[table.rows.start]).iter().any(|cell| ["Yes", "No", "Optional"].contains(&cell.trim()))
}

fn dropped_row(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let at = any_row(rng, lines)?;
    let mut lines = lines.to_vec();
    let gone = lines.remove(at);
    Some(mutant("dropped row", &lines, at, &["gone-claim"], gone))
}

fn added_row(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = field_tables(lines);
    let table = rng.pick(&tables)?;
    let at = table.rows.start + rng.below(table.rows.len() + 1);
    let mut row = cells(&lines[table.rows.start]);
    if row.iter().any(|cell| cell.trim() == "*") {
        row.retain(|cell| cell.trim() != "*");
    }
    let name = name_column(lines, table);
    row[name] = format!(" {} ", rng.pick(NAMES)?);
    let mut lines = lines.to_vec();
    let row = row.join("|");
    lines.insert(at, row.clone());
    Some(mutant("added row", &lines, at, &["new-claim"], row))
}

fn renamed_row(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = field_tables(lines);
    let table = rng.pick(&tables)?;
    let at = table.rows.start + rng.below(table.rows.len());
    let mut row = cells(&lines[at]);
    let name = name_column(lines, table);
    let old = row[name].trim().to_owned();
    if old.is_empty() || old.contains("{{") || old.contains('-') {
        return None;
    }
    row[name] = match old.split_once([' ', '{', '[']) {
        Some((head, rest)) if !rest.starts_with('.') => format!(" {}_v2 {rest} ", head.trim_end_matches(':')),
        _ => format!(" {old}_v2 "),
    };
    let mut lines = lines.to_vec();
    lines[at] = row.join("|");
    Some(mutant("renamed row", &lines, at, &["new-claim", "gone-claim"], lines[at].clone()))
}

fn retyped_row(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let typed = |at: &usize| cells(&lines[*at]).iter().any(|cell| TYPES.contains(&cell.trim()));
    let rows: Vec<usize> = tables(lines).into_iter().flat_map(|table| table.rows).filter(typed).collect();
    let at = *rng.pick(&rows)?;
    let mut row = cells(&lines[at]);
    let cell = row.iter().position(|cell| TYPES.contains(&cell.trim()))?;
    let others: Vec<&&str> = TYPES.iter().filter(|ty| **ty != row[cell].trim()).collect();
    row[cell] = format!(" {} ", rng.pick(&others)?);
    let mut lines = lines.to_vec();
    lines[at] = row.join("|");
    Some(mutant("retyped row", &lines, at, &["changed-claim"], lines[at].clone()))
}

fn is_version(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['#', ' ']);
    line.len() == 10 && line.chars().all(|c| c.is_ascii_digit() || c == '-')
}

fn versions(lines: &[String]) -> Vec<usize> {
    (0..lines.len()).filter(|at| is_version(&lines[*at])).collect()
}

fn new_version(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let at = *rng.pick(&versions(lines))?;
    let date = format!("20{}-0{}-1{}", 22 + rng.below(4), 1 + rng.below(9), rng.below(9));
    let mut lines = lines.to_vec();
    lines.insert(at, lines[at].replace(lines[at].trim_start_matches(['#', ' ']).trim(), &date));
    lines.insert(at + 1, "For this version, settlement_ref param is included in refund block".to_owned());
    Some(mutant("new version", &lines, at, &["new-claim"], date))
}

fn changed_version(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let at = *rng.pick(&versions(lines))?;
    let mut lines = lines.to_vec();
    let day = lines[at].trim_end().len() - 1;
    let last = lines[at].as_bytes()[day];
    let digit = if last == b'8' { "7" } else { "8" };
    let mut changed = lines[at].clone();
    changed.replace_range(day..=day, digit);
    if changed.ends_with("38") || changed.ends_with("37") {
        changed.replace_range(day - 1..=day, "18");
    }
    lines[at].clone_from(&changed);
    Some(mutant("changed version", &lines, at, &["changed-claim"], changed))
}

fn dropped_version(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let known = versions(lines);
    let which = rng.below(known.len().max(2) - 1);
    let (at, end) = (*known.get(which)?, *known.get(which + 1)?);
    let mut lines = lines.to_vec();
    let gone: Vec<String> = lines.drain(at..end).collect();
    Some(mutant("dropped version", &lines, at, &["gone-claim"], gone.join(" / ")))
}

fn value_tables(lines: &[String]) -> Vec<Span> {
    tables(lines).into_iter().filter(|table| column(lines, table, &["ID"]).is_some()).collect()
}

fn new_status(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = value_tables(lines);
    let table = rng.pick(&tables)?;
    let at = table.rows.start + rng.below(table.rows.len() + 1);
    let mut row = cells(&lines[table.rows.start]);
    let value = first(&row);
    row[value] = " ON_HOLD ".to_owned();
    row[column(lines, table, &["ID"])?] = format!(" {} ", 60 + rng.below(30));
    let mut lines = lines.to_vec();
    lines.insert(at, row.join("|"));
    Some(mutant("new status", &lines, at, &["new-claim"], row.join("|")))
}

fn changed_id(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = value_tables(lines);
    let table = rng.pick(&tables)?;
    let at = table.rows.start + rng.below(table.rows.len());
    let mut row = cells(&lines[at]);
    row[column(lines, table, &["ID"])?] = format!(" {} ", 60 + rng.below(30));
    let mut lines = lines.to_vec();
    lines[at] = row.join("|");
    Some(mutant("changed id", &lines, at, &["changed-claim"], lines[at].clone()))
}

fn matrices(lines: &[String]) -> Vec<Span> {
    tables(lines).into_iter().filter(|table| is_matrix(lines, table)).collect()
}

fn new_column(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = matrices(lines);
    let table = rng.pick(&tables)?;
    let width = cells(&lines[table.head]).len();
    let place = 2 + rng.below(width - 3);
    let mut lines = lines.to_vec();
    for at in table.head..table.rows.end {
        let mut row = cells(&lines[at]);
        let cell = match at - table.head {
            0 => " Stripe ",
            1 => "---",
            _ => rng.pick(&[" Yes ", " No ", " Optional "])?,
        };
        row.insert(place, cell.to_owned());
        lines[at] = row.join("|");
    }
    Some(mutant("new column", &lines, table.head, &["new-claim"], format!("column {place}")))
}

fn changed_cell(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = matrices(lines);
    let table = rng.pick(&tables)?;
    let at = table.rows.start + rng.below(table.rows.len());
    let mut row = cells(&lines[at]);
    let needs: Vec<usize> = (0..row.len()).filter(|at| ["Yes", "No", "Optional"].contains(&row[*at].trim())).collect();
    let cell = *rng.pick(&needs)?;
    let others: Vec<&&str> = ["Yes", "No", "Optional"].iter().filter(|need| **need != row[cell].trim()).collect();
    row[cell] = format!(" {} ", rng.pick(&others)?);
    let mut lines = lines.to_vec();
    lines[at] = row.join("|");
    Some(mutant("changed cell", &lines, at, &["changed-claim"], lines[at].clone()))
}

fn required(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables: Vec<Span> = field_tables(lines)
        .into_iter()
        .filter(|table| lines[table.rows.clone()].iter().any(|row| cells(row).iter().any(|cell| cell.trim() == "*")))
        .collect();
    let table = rng.pick(&tables)?;
    let plain: Vec<usize> =
        table.rows.clone().filter(|at| !cells(&lines[*at]).iter().any(|cell| cell.trim() == "*")).collect();
    let at = *rng.pick(&plain)?;
    let mut row = cells(&lines[at]);
    let name = first(&row);
    // Stars stand in a cell of their own, at the name, or behind the type.
    match rng.below(5) {
        0 => row[name] = format!("{}* ", row[name].trim_end()),
        1 => row[name] = format!(" *{}", row[name].trim_start()),
        2 => row[name + 1] = format!("{} \u{2731} ", row[name + 1].trim_end()),
        3 => row[name + 1] = format!("{} (required) ", row[name + 1].trim_end()),
        _ => row.insert(name + 1, " * ".to_owned()),
    }
    let mut lines = lines.to_vec();
    lines[at] = row.join("|");
    Some(mutant("required", &lines, at, &["changed-claim"], lines[at].clone()))
}

fn metadata_key(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let keys: Vec<usize> =
        (0..lines.len()).filter(|at| lines[*at].contains("| metadata.") && !lines[*at].contains("{{")).collect();
    let at = *rng.pick(&keys)?;
    let mut lines = lines.to_vec();
    let row = lines[at].split('|').next().map(|label| format!("{label}| metadata.STRIPE:token |"))?;
    lines.insert(at + 1, row.clone());
    Some(mutant("metadata key", &lines, at + 1, &["new-claim"], row))
}

/// Lines with a list of values, and what separates them.
fn lists(lines: &[String]) -> Vec<(usize, &'static str)> {
    let caps = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let listed = |at: usize| {
        let line = &lines[at];
        // Values of the reader's own making: an example of how to go about it.
        if line.starts_with("Assume") {
            return None;
        }
        if line.contains(" | ") && !line.trim_end().ends_with('|') && !line.contains("---") {
            return Some((at, " | "));
        }
        let words: Vec<&str> = line.split(", ").collect();
        let pair = words.windows(2).any(|pair| {
            caps(pair[0].rsplit(' ').next().unwrap_or_default())
                && caps(pair[1].split([' ', '.']).next().unwrap_or_default())
        });
        pair.then_some((at, ", "))
    };
    (0..lines.len()).filter_map(listed).collect()
}

fn prose_value(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let lists = lists(lines);
    let (at, separator) = *rng.pick(&lists)?;
    let value = match separator {
        " | " => *rng.pick(&["Unknown", "Freelance", "ON_LEAVE"])?,
        _ => *rng.pick(&["BNPL", "CRYPTO", "GIFT_CARD"])?,
    };
    let mut lines = lines.to_vec();
    let places: Vec<usize> = lines[at].match_indices(separator).map(|(place, _)| place).collect();
    let place = if separator == " | " {
        *rng.pick(&places)?
    } else {
        let caps = |place: &&usize| {
            let before = lines[at][..**place].rsplit(' ').next().unwrap_or_default();
            before.len() > 1 && before.chars().all(|c| c.is_ascii_uppercase() || c == '_')
        };
        *places.iter().find(caps)?
    };
    lines[at].insert_str(place, &format!("{separator}{value}"));
    Some(mutant("prose value", &lines, at, &["new-claim", "changed-claim"], lines[at].clone()))
}

fn prose_value_gone(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let lists: Vec<(usize, &str)> = lists(lines).into_iter().filter(|(_, separator)| *separator == " | ").collect();
    let (at, separator) = *rng.pick(&lists)?;
    let mut lines = lines.to_vec();
    let place = lines[at].rfind(separator)?;
    let gone = lines[at].split_off(place);
    Some(mutant("prose value gone", &lines, at, &["gone-claim", "changed-claim"], gone))
}

fn lost_column(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables: Vec<Span> = tables(lines).into_iter().filter(|table| cells(&lines[table.head]).len() > 3).collect();
    let table = rng.pick(&tables)?;
    let head = cells(&lines[table.head]);
    let named: Vec<usize> = (0..head.len()).filter(|at| !head[*at].trim().is_empty()).collect();
    let column = *rng.pick(&named)?;
    let mut lines = lines.to_vec();
    for line in &mut lines[table.head..table.rows.end] {
        let mut row = cells(line);
        if column < row.len() {
            row.remove(column);
        }
        *line = row.join("|");
    }
    Some(mutant("lost column", &lines, table.head, &["extractor"], format!("column {}", head[column])))
}

fn renamed_heading(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let heading = |at: usize| {
        let above = &lines[at.checked_sub(1)?];
        (!above.is_empty() && above.split(' ').count() < 6 && !above.contains('|') && !above.starts_with('('))
            .then_some(at - 1)
    };
    let headings: Vec<usize> = tables(lines).iter().filter_map(|table| heading(table.head)).collect();
    let at = *rng.pick(&headings)?;
    let mut lines = lines.to_vec();
    let old = std::mem::replace(&mut lines[at], "What you should know".to_owned());
    Some(mutant("renamed heading", &lines, at, &["extractor"], old))
}

fn lost_table(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = tables(lines);
    let table = rng.pick(&tables)?;
    let mut lines = lines.to_vec();
    let head = lines[table.head].clone();
    lines.drain(table.head..table.rows.end);
    let at = table.head.min(lines.len().saturating_sub(1));
    Some(mutant("lost table", &lines, at, &["extractor"], head))
}

/// A number with two digits or more in a text, alone between spaces.
fn changed_number(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let number = |line: &str| {
        line.split(' ').position(|word| {
            let digits = word.trim_end_matches(['.', ',']);
            digits.len() > 1 && digits.chars().all(|c| c.is_ascii_digit())
        })
    };
    // Numbers in lines that claim nothing, such as a sum worked out as an example, do not count.
    let counts = |line: &str| ["limit", "maximum", "status_id"].iter().any(|word| line.contains(word));
    let rows: Vec<usize> = (0..lines.len()).filter(|at| counts(&lines[*at]) && number(&lines[*at]).is_some()).collect();
    let at = *rng.pick(&rows)?;
    let mut lines = lines.to_vec();
    let mut words: Vec<String> = lines[at].split(' ').map(str::to_owned).collect();
    let place = number(&lines[at])?;
    words[place] = (131 + rng.below(60)).to_string();
    lines[at] = words.join(" ");
    Some(mutant("changed number", &lines, at, &["changed-claim"], lines[at].clone()))
}

fn new_line(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = tables(lines);
    let outside = |at: &usize| !tables.iter().any(|table| (table.head..table.rows.end).contains(at));
    let places: Vec<usize> = (1..lines.len()).filter(outside).collect();
    let at = *rng.pick(&places)?;
    let mut lines = lines.to_vec();
    lines.insert(at, "Partners in the Atlantic region settle in kroner on Fridays.".to_owned());
    Some(mutant("new line", &lines, at, &["unaccounted-line", "new-claim", "extractor"], lines[at - 1].clone()))
}

fn emptied(_: &mut Rng, _: &[String]) -> Option<Mutant> {
    Some(mutant("emptied", &[String::new()], 0, &["extractor"], String::new()))
}
