//! What saving does to a page, undone; every edit is recorded.

/// What was done to a line of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The line, from 1.
    pub line: u32,
    /// What was done.
    pub what: EditKind,
}

/// Kinds of edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditKind {
    /// A carriage return was taken away.
    CarriageReturn,
    /// Spaces at the ends, doubled or of unusual kinds.
    Spaces,
    /// Curly quotes became straight.
    Quotes,
    /// Left-overs of the page's style were taken out.
    Residue,
    /// A symbol of a button was taken out.
    Symbol,
    /// A name lost dashes, a space or a sketch of its value.
    Name,
    /// The text stands on the page before.
    Doubled,
}

impl EditKind {
    /// What was done, for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CarriageReturn => "carriage return",
            Self::Spaces => "spaces",
            Self::Quotes => "quotes",
            Self::Residue => "residue of the style",
            Self::Symbol => "symbol",
            Self::Name => "name repaired",
            Self::Doubled => "doubled",
        }
    }
}

/// A line without what saving did to it, and the edits.
pub(crate) fn line(raw: &str, number: u32, residue: &[String], edits: &mut Vec<Edit>) -> String {
    let mut note = |what: EditKind| edits.push(Edit { line: number, what });
    let mut text = raw;
    if let Some(without) = text.strip_suffix('\r') {
        note(EditKind::CarriageReturn);
        text = without;
    }
    let mut quotes = false;
    let mut symbols = false;
    let straight: String = text
        .chars()
        .filter_map(|c| match c {
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' => {
                quotes = true;
                Some('\'')
            }
            '\u{201c}' | '\u{201d}' | '\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => {
                quotes = true;
                Some('"')
            }
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => None,
            // Other stars are the mark that a legend explains.
            '\u{204e}' | '\u{2217}' | '\u{22c6}' | '\u{2605}' | '\u{2606}' | '\u{2721}'..='\u{274b}' | '\u{ff0a}' => {
                symbols = true;
                Some('*')
            }
            '\u{2190}'..='\u{2bff}' => {
                symbols = true;
                None
            }
            c if c.is_whitespace() || c.is_control() => Some(' '),
            c => Some(c),
        })
        .collect();
    if quotes {
        note(EditKind::Quotes);
    }
    if symbols {
        note(EditKind::Symbol);
    }
    let clean = without_residue(&straight, residue);
    if clean != straight {
        note(EditKind::Residue);
    }
    let single = clean.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if single != clean {
        note(EditKind::Spaces);
    }
    single
}

/// Takes out torn colour codes (`C9C9C9">`) and the left-overs that the rules name.
fn without_residue(text: &str, residue: &[String]) -> String {
    let mut text = text.to_owned();
    for known in residue.iter().filter(|known| !known.is_empty()) {
        text = text.replace(known.as_str(), "");
    }
    while let Some(at) = text.find("\">") {
        let before = text.get(..at).unwrap_or_default();
        let digits = before.bytes().rev().take_while(u8::is_ascii_hexdigit).count().min(6);
        if digits < 6 {
            break;
        }
        text.replace_range(at - 6..at + 2, "");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_and_recorded() {
        use EditKind::{CarriageReturn, Quotes, Residue, Spaces, Symbol};
        let mut edits = Vec::new();
        let text =
            line("\u{2b63} a\u{a0}\u{a0}\u{201c}b\u{201d} torC9C9C9\">n xyzzy \r", 3, &["xyzzy".into()], &mut edits);
        assert_eq!(text, "a \"b\" torn");
        let kinds: Vec<EditKind> = edits.iter().map(|edit| edit.what).collect();
        assert_eq!(line("a \u{2731}", 4, &[], &mut Vec::new()), "a *");
        assert_eq!(kinds, [CarriageReturn, Quotes, Symbol, Residue, Spaces]);
    }
}
