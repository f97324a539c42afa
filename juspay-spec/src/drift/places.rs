//! Places on pages, which move along with the lines that they name.

use super::Moves;
use super::edits::Files;

/// Places on a page (`page:3`, `page:3-5`) whose lines moved, as edits of a text.
pub(crate) fn moved_places(text: &str, moves: &Moves) -> Vec<(usize, usize, String)> {
    let mut edits = Vec::new();
    let mark = format!("{}:", moves.page);
    for (at, _) in text.match_indices(&mark) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.')) {
            continue;
        }
        let start = at + mark.len();
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(rest.len());
        let lines = rest.get(..length).unwrap_or_default().trim_end_matches('-');
        if let Some(new) = moved(lines, moves) {
            edits.push((start, start + lines.len(), new));
        }
    }
    edits
}

/// A line or range at its new place, if that differs.
fn moved(lines: &str, moves: &Moves) -> Option<String> {
    let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
    let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    // Ends that nobody followed (the head of a table) are as far from the next line as before.
    let inside = || moves.lines.iter().filter(|(old, _)| (first..=last).contains(old));
    let (start, end) = (inside().min()?, inside().max()?);
    let start = start.1.saturating_sub(start.0 - first).max(1);
    let gone = moves.gone.iter().filter(|line| (end.0 + 1..=last).contains(*line)).count();
    let end = (end.1 + (last - end.0).saturating_sub(u32::try_from(gone).unwrap_or(0))).max(start);
    let new = if lines.contains('-') { format!("{start}-{end}") } else { start.to_string() };
    (new != lines).then_some(new)
}

/// Lines that rules name without their page.
pub(crate) fn moved_lines(files: &mut Files<'_>, moves: &Moves) {
    use crate::tree::Kind;
    let mut spans = Vec::new();
    for part in ["ignore", "descriptions"] {
        let Some((_, node)) = files.entry(&["pages", &moves.page, part]) else { continue };
        let Kind::Map(entries) = &node.kind else { continue };
        for (_, entry) in entries {
            let Kind::Map(keys) = &entry.kind else { continue };
            for (_, lines) in keys.iter().filter(|(key, _)| key.text == "lines") {
                match &lines.kind {
                    Kind::Seq(items) => spans.extend(items.iter().map(|item| item.span)),
                    _ => spans.push(lines.span),
                }
            }
        }
    }
    for span in spans {
        if let Some(new) = moved(files.text(span), moves) {
            files.replace(span, new);
        }
    }
}
