//! Edits that change nothing that a page claims.

use super::{Edit, Mutant, Rng, cells, first, join, tables};

pub const ALL: &[Edit] = &[
    blank_lines,
    slip_mended,
    slip_made,
    trailing_blanks,
    quotes,
    carriage_returns,
    doubled_paragraph,
    padding,
    padded_name,
    padding_gone,
    moved_row,
    known_slips,
    tabs,
    word_dropped,
];

fn mutant(kind: &'static str, text: String, line: usize, what: String) -> Mutant {
    Mutant { kind, text, line: u32::try_from(line + 1).unwrap_or(1), classes: &[], what }
}

fn blank_lines(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let mut lines = lines.to_vec();
    for _ in 0..1 + rng.below(8) {
        let at = rng.below(lines.len());
        lines.insert(at, [String::new(), "   ".to_owned()][rng.below(2)].clone());
    }
    Some(mutant("blank lines", join(&lines), 0, String::new()))
}

/// Plain words of descriptions and texts: line, first byte and word.
fn plain_words(lines: &[String]) -> Vec<(usize, usize, String)> {
    let tables = tables(lines);
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let is_layout = tables.iter().any(|table| at == table.head || at + 1 == table.rows.start);
        let row = tables.iter().any(|table| table.rows.contains(&at));
        if is_layout
            || line.starts_with("curl")
            || line.starts_with('-')
            || line.starts_with(['{', ','])
            || (!row && line.split(' ').count() < 4)
        {
            continue;
        }
        let from = if row {
            let row_cells = cells(line);
            let text = row_cells.iter().rposition(|cell| cell.split_whitespace().count() > 3);
            match text {
                Some(text) => row_cells.iter().take(text).map(|cell| cell.len() + 1).sum(),
                None => continue,
            }
        } else {
            0
        };
        let mut place = from;
        for word in line[from..].split(' ') {
            if word.len() >= 5 && word.chars().all(|c| c.is_ascii_lowercase()) {
                found.push((at, place, word.to_owned()));
            }
            place += word.len() + 1;
        }
    }
    found
}

fn slip_made(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let words = plain_words(lines);
    let (at, place, word) = rng.pick(&words)?;
    let mut letters: Vec<char> = word.chars().collect();
    let swap = 1 + rng.below(letters.len() - 2);
    match rng.below(3) {
        0 => letters.swap(swap, swap + 1),
        1 => drop(letters.remove(swap)),
        _ => letters.insert(swap, letters[swap]),
    }
    let slipped: String = letters.into_iter().collect();
    let mut lines = lines.to_vec();
    lines[*at].replace_range(*place..place + word.len(), &slipped);
    Some(mutant("slip made", join(&lines), *at, format!("{word} -> {slipped}")))
}

/// One letter of a word becomes another one, as if it had been wrong before.
fn slip_mended(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let words = plain_words(lines);
    let (at, place, word) = rng.pick(&words)?;
    let letter = rng.below(word.len());
    let new = char::from(b'a' + u8::try_from(rng.below(26)).unwrap_or(0));
    let mut lines = lines.to_vec();
    lines[*at].replace_range(place + letter..=place + letter, &new.to_string());
    Some(mutant("slip mended", join(&lines), *at, format!("{word} with {new}")))
}

fn word_dropped(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let small = ["the", "a", "of", "by", "in", "is", "to", "an"];
    let lines_of: Vec<(usize, &str)> = plain_words(lines)
        .into_iter()
        .filter_map(|(at, ..)| {
            small.iter().find(|word| lines[at].contains(&format!(" {word} "))).map(|word| (at, *word))
        })
        .collect();
    let (at, word) = *rng.pick(&lines_of)?;
    let mut lines = lines.to_vec();
    lines[at] = lines[at].replacen(&format!(" {word} "), " ", 1);
    Some(mutant("word dropped", join(&lines), at, word.to_owned()))
}

fn trailing_blanks(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let lines: Vec<String> =
        lines.iter().map(|line| format!("{line}{}", ["", " ", "  \u{a0}", "\t"][rng.below(4)])).collect();
    Some(mutant("trailing blanks", join(&lines), 0, String::new()))
}

fn quotes(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let to_curly = rng.below(2) == 0;
    let text: String = join(lines)
        .chars()
        .map(|c| match c {
            '"' if to_curly => '\u{201d}',
            '\'' if to_curly => '\u{2019}',
            '\u{201c}' | '\u{201d}' if !to_curly => '"',
            '\u{2018}' | '\u{2019}' if !to_curly => '\'',
            c => c,
        })
        .collect();
    Some(mutant("quotes", text, 0, format!("curly: {to_curly}")))
}

fn carriage_returns(_: &mut Rng, lines: &[String]) -> Option<Mutant> {
    Some(mutant("carriage returns", lines.join("\r\n"), 0, String::new()))
}

fn doubled_paragraph(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = tables(lines);
    let outside = |at: &usize| {
        !tables.iter().any(|table| (table.head..table.rows.end).contains(at)) && !lines[*at].trim().is_empty()
    };
    let places: Vec<usize> = (0..lines.len()).filter(outside).collect();
    let at = *rng.pick(&places)?;
    let length = 1 + rng.below(3);
    let run: Vec<String> = (at..at + length).take_while(|at| places.contains(at)).map(|at| lines[at].clone()).collect();
    let mut lines = lines.to_vec();
    let what = run.join(" / ");
    let end = at + run.len();
    lines.splice(end..end, run);
    Some(mutant("doubled paragraph", join(&lines), at, what))
}

fn padding(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = tables(lines);
    let table = rng.pick(&tables)?;
    let mut lines = lines.to_vec();
    for line in &mut lines[table.rows.clone()] {
        let padded: Vec<String> = cells(line)
            .into_iter()
            .map(|cell| if cell.is_empty() { cell } else { format!(" {}    ", cell.trim()) })
            .collect();
        *line = padded.join("|");
    }
    Some(mutant("padding", join(&lines), table.head, String::new()))
}

/// What saving put into names, taken out again; what was waived of it is waived in vain.
fn padding_gone(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let mut padded: Vec<(usize, &str)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        padded.extend(["----", "wwwwwwni", " ."].iter().filter(|part| line.contains(**part)).map(|part| (at, *part)));
    }
    let plain = |at: usize| lines[at].chars().any(char::is_alphabetic);
    padded.retain(|(at, _)| plain(*at) && lines[*at].contains('|'));
    let (at, part) = *rng.pick(&padded)?;
    let with = if part == " ." { "." } else { "" };
    let mut lines = lines.to_vec();
    lines[at] = lines[at].replace(part, with).replace("-- |", " |");
    Some(mutant("padding gone", join(&lines), at, lines[at].clone()))
}

fn padded_name(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let rows: Vec<usize> = tables(lines).into_iter().flat_map(|table| table.rows).collect();
    let at = *rng.pick(&rows)?;
    let mut row = cells(&lines[at]);
    let name = first(&row);
    if row[name].contains("http") {
        return None;
    }
    row[name] = format!("{}------ ", row[name].trim_end());
    let mut lines = lines.to_vec();
    lines[at] = row.join("|");
    Some(mutant("padded name", join(&lines), at, lines[at].clone()))
}

fn moved_row(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let tables = tables(lines);
    let table = rng.pick(&tables)?;
    let from = table.rows.start + rng.below(table.rows.len());
    let to = table.rows.start + rng.below(table.rows.len());
    let mut lines = lines.to_vec();
    let row = lines.remove(from);
    lines.insert(to, row.clone());
    Some(mutant("moved row", join(&lines), to, row))
}

fn tabs(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let lines: Vec<String> = lines.iter().map(|line| format!("{}{line}", ["", " ", "\t"][rng.below(3)])).collect();
    Some(mutant("leading blanks", join(&lines), 0, String::new()))
}

/// Slips that are common on saved pages, mended.
fn known_slips(rng: &mut Rng, lines: &[String]) -> Option<Mutant> {
    let slips = [
        ("code in used", "code is used"),
        ("Adress", "Address"),
        ("authenticaion", "authentication"),
        ("sued", "used"),
        ("teh", "the"),
        ("Residenec", "Residence"),
        ("Pincdoe", "Pincode"),
        ("Anual Income oof", "Annual Income of"),
        ("data.The", "date. The"),
        ("details receive", "details received"),
        ("configured by on the", "configured on the"),
        ("exploring", "explaining"),
        ("Filed", "Field"),
        ("Decription", "Description"),
        ("JusPay", "Juspay"),
        ("its passed", "it's passed"),
        ("wieght", "weight"),
    ];
    let there: Vec<&(&str, &str)> =
        slips.iter().filter(|(old, _)| lines.iter().any(|line| line.contains(old))).collect();
    let (old, new) = *rng.pick(&there)?;
    let text = join(lines).replace(old, new);
    Some(mutant("known slips", text, 0, (*new).to_owned()))
}
