//! Words of a text, and what is kept of a text that must not be copied: four characters for each word.
//!
//! The code of a word is half a hash and half a set of its letters. Equal words have equal codes, and a word that was
//! respelled still has almost the same letters, so that a mended slip can be told from another word. One bit says
//! whether the word looked like a value, a name or a number, so that losing it counts for more.

use std::hash::{Hash, Hasher};

/// The alphabet of codes, six bits each.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Characters in the code of one word.
const WIDTH: usize = 4;

/// The words of a text. Punctuation and quotes are no part of them, but may stand inside: `2018-10-25`, `Ph.D`.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_part(c) {
            start.get_or_insert(at);
            continue;
        }
        let joins = matches!(c, '-' | '.' | ':' | '\'' | '\u{2019}' | '[')
            && chars.peek().is_some_and(|(_, next)| is_part(*next));
        if let Some(from) = start
            && !joins
        {
            found.extend(text.get(from..at));
            start = None;
        }
    }
    found.extend(start.and_then(|from| text.get(from..)));
    found
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The bit of a code that says what its word looked like; it has no part in whether two words are equal.
const STRONG: u32 = 1 << 23;

/// The code of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Code(u32);

impl Code {
    /// Whether its word looked like a value, a name or a number.
    pub(crate) fn is_strong(self) -> bool {
        self.0 & STRONG != 0
    }

    fn identity(self) -> u32 {
        self.0 & !STRONG
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Code {}

impl Hash for Code {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

/// The code of a word.
pub(crate) fn code(word: &str) -> Code {
    let mut hash: u32 = 0x811c_9dc5;
    let mut letters: u32 = 0;
    for c in word.chars().flat_map(char::to_lowercase).filter(|c| is_part(*c) || matches!(c, '-' | '.' | ':')) {
        hash = (hash ^ u32::from(c)).wrapping_mul(0x0100_0193);
        letters |= 1 << (u32::from(c) % 12);
    }
    let folded = (hash ^ (hash >> 11) ^ (hash >> 22)) & 0x7ff;
    Code(folded << 12 | letters | if look(word).is_strong() { STRONG } else { 0 })
}

/// Whether two codes may be two spellings of one word.
pub(crate) fn respelled(one: Code, other: Code) -> bool {
    let (one, other) = (one.0 & 0xfff, other.0 & 0xfff);
    let letters = one.count_ones().max(other.count_ones());
    (one ^ other).count_ones() <= (letters / 2).min(3)
}

/// The codes of a text's words, as text.
pub(crate) fn sketch(text: &str) -> String {
    let mut out = String::new();
    for word in words(text) {
        let Code(code) = code(word);
        for place in (0..WIDTH).rev() {
            let digit = code >> (6 * place) & 63;
            out.push(DIGITS.get(digit as usize).map_or('A', |byte| char::from(*byte)));
        }
    }
    out
}

/// Reads what [`sketch`] wrote; anything else gives no codes.
pub(crate) fn read_sketch(text: &str) -> Vec<Code> {
    let value = |byte: u8| DIGITS.iter().position(|digit| *digit == byte).and_then(|at| u32::try_from(at).ok());
    let codes = text
        .as_bytes()
        .chunks(WIDTH)
        .map(|digits| digits.iter().try_fold(0_u32, |sum, digit| Some(sum << 6 | value(*digit)?)));
    codes.flatten().map(Code).collect()
}

/// A short print of a line, which stays the same whatever its spaces, quotes and capitals.
pub(crate) fn print(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for word in words(text) {
        for byte in word.to_lowercase().bytes().chain(*b" ") {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{:010x}", hash >> 24)
}

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// A calendar day in digits.
    Date,
    /// It begins with a digit.
    Number,
    /// Capitals, as values are written.
    Capitals,
    /// A name as programs write them.
    Name,
    /// It begins with a capital.
    Title,
    /// Any other word.
    Plain,
}

impl Look {
    /// Whether a word that looks so is hardly ever only wording.
    pub(crate) fn is_strong(self) -> bool {
        matches!(self, Self::Date | Self::Number | Self::Capitals | Self::Name)
    }
}

/// What a word looks like.
pub(crate) fn look(word: &str) -> Look {
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    let first = word.chars().next();
    // A dot inside may be that of a sentence whose space was lost.
    let camel = |part: &str| {
        let small = part.chars().filter(|c| c.is_lowercase()).count();
        part.starts_with(char::is_lowercase) && small > 2 && part.contains(char::is_uppercase)
    };
    if is_date(word) {
        Look::Date
    } else if first.is_some_and(|c| c.is_ascii_digit()) || is_pattern(word) {
        Look::Number
    } else if upper >= 2 && lower == 0 {
        Look::Capitals
    } else if word.contains('_') || word.split('.').any(camel) || word.ends_with(|c: char| c.is_ascii_digit()) {
        Look::Name
    } else if first.is_some_and(char::is_uppercase) {
        Look::Title
    } else {
        Look::Plain
    }
}

/// Whether a word is a pattern for dates and times: `dd-mm-yyyy`, `hh:mm`.
fn is_pattern(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', ':', '.']).collect();
    let of_date = |part: &str| {
        part.len() >= 2 && part.chars().all(|c| matches!(c.to_ascii_lowercase(), 'd' | 'm' | 'y' | 'h' | 's'))
    };
    parts.len() >= 2 && parts.iter().all(|part| of_date(part))
}

/// Whether a text is a calendar day as versions are written.
pub(crate) fn is_date(text: &str) -> bool {
    text != "base" && text.parse::<crate::version::ApiVersion>().is_ok()
}

/// Edits between two texts; capitals count nothing.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().flat_map(char::to_lowercase).collect();
    let other: Vec<char> = other.chars().flat_map(char::to_lowercase).collect();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (at, from) in one.iter().enumerate() {
        let mut row = vec![at + 1];
        for (place, to) in other.iter().enumerate() {
            let of = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX - 1);
            let best = (of(&last, place) + usize::from(from != to)).min(of(&last, place + 1) + 1);
            row.push(best.min(of(&row, place) + 1));
        }
        last = row;
    }
    last.last().copied().unwrap_or(0)
}

/// Whether a short text is meant to be another one: the same words, give or take a slip.
pub(crate) fn alike(text: &str, known: &str) -> bool {
    let flat = |text: &str| words(text).join(" ");
    let (text, known) = (flat(text), flat(known));
    if text.len() > 200 || known.is_empty() {
        return false;
    }
    text.eq_ignore_ascii_case(&known)
        || distance(&text, &known) <= known.chars().count() / 5 + usize::from(known.len() > 4)
}

/// Whether a line is a heading of the rules; one that ends with a star tells only how the line begins.
pub(crate) fn is_heading(text: &str, heading: &str) -> bool {
    let Some(start) = heading.strip_suffix('*') else { return alike(text, heading) };
    let start = words(start);
    let found = words(text);
    found.len() > start.len() && start.iter().zip(&found).all(|(known, word)| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_belongs_together() {
        assert_eq!(words("“A 15min, Ph.D | x_y: 2018-10-25. (Ok)"), ["A", "15min", "Ph.D", "x_y", "2018-10-25", "Ok"]);
        assert_eq!(words("  --- | "), Vec::<&str>::new());
    }

    #[test]
    fn a_sketch_reads_back() {
        let codes: Vec<Code> = words("One two, three").into_iter().map(code).collect();
        assert_eq!(read_sketch(&sketch("one TWO three")), codes);
        assert_eq!(read_sketch("?"), Vec::<Code>::new());
    }

    #[test]
    fn slips_are_respellings_and_other_words_are_not() {
        assert!(respelled(code("authenticaion"), code("authentication")));
        assert!(respelled(code("teh"), code("the")));
        assert!(!respelled(code("weight"), code("country")));
        assert!(code("UPI").is_strong() && code("v2").is_strong() && code("dd-mm-yyyy").is_strong());
        assert!(!code("Upi").is_strong() && !code("well-known").is_strong() && code("UPI") == code("Upi"));
        assert!(alike("Filed", "Field") && alike("Decription", "Description") && !alike("Type", "Field"));
        assert!(!alike("ID", "IP") && alike("id", "ID"));
    }
}
