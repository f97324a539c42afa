//! Strings: finding their end eight bytes at a time, and undoing escapes.

use crate::error::{DecodeError, DecodeErrorKind};
use crate::json::Reader;
use std::borrow::Cow;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Marks the bytes of a word that a string cannot hold as they are: quotes, backslashes and control characters.
///
/// By the arithmetic of "has a zero byte": the lowest mark is exact, and only that one is used.
#[inline]
pub(crate) const fn stops(word: u64) -> u64 {
    let quote = word ^ (ONES * b'"' as u64);
    let slash = word ^ (ONES * b'\\' as u64);
    let marks = (quote.wrapping_sub(ONES) & !quote)
        | (slash.wrapping_sub(ONES) & !slash)
        | (word.wrapping_sub(ONES * 0x20) & !word);
    marks & HIGHS
}

/// The first byte from `at` on that a string cannot hold as it is, or the end.
#[inline]
pub(crate) fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let marks = stops(u64::from_le_bytes(*chunk));
        if marks != 0 {
            return at + marks.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    plain_end_of_rest(bytes, at)
}

/// The same for the last, short word.
#[inline]
fn plain_end_of_rest(bytes: &[u8], mut at: usize) -> usize {
    if let Some(chunk) = bytes.last_chunk::<8>() {
        let known = at + 8 - bytes.len();
        // What is shifted in looks like control characters, and so marks the end.
        let word = u64::from_le_bytes(*chunk).checked_shr(u32::try_from(known * 8).unwrap_or(64)).unwrap_or(0);
        return at + stops(word).trailing_zeros() as usize / 8;
    }
    while bytes.get(at).is_some_and(|&byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
        at += 1;
    }
    at
}

impl<'a> Reader<'a> {
    /// The string that stands next, borrowed where it has no escapes.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if self.peek() != b'"' {
            return Err(self.mismatch("a string"));
        }
        let start = self.at + 1;
        let end = plain_end(self.text.as_bytes(), start);
        if self.text.as_bytes().get(end) == Some(&b'"')
            && let Some(plain) = self.text.get(start..end)
        {
            self.at = end + 1;
            return Ok(Cow::Borrowed(plain));
        }
        self.escaped(start, end).map(Cow::Owned)
    }

    /// A string whose first plain run ends at `end`, not with a quote.
    #[cold]
    fn escaped(&mut self, start: usize, mut end: usize) -> Result<String, DecodeError> {
        let text = self.text;
        let mut from = start;
        let mut out = String::new();
        loop {
            out.push_str(text.get(from..end).unwrap_or_default());
            self.at = end;
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(out);
                }
                b'\\' => out.push(self.escape()?),
                _ if end >= text.len() => return Err(self.fail(DecodeErrorKind::Truncated)),
                _ => return Err(self.fail(DecodeErrorKind::ControlCharacter)),
            }
            from = self.at;
            end = plain_end(text.as_bytes(), from);
        }
    }

    /// What the escape that stands next means.
    pub(crate) fn escape(&mut self) -> Result<char, DecodeError> {
        let kind = self.text.as_bytes().get(self.at + 1).copied();
        let meant = match kind {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(),
            None => return Err(self.fail_at(DecodeErrorKind::Truncated, self.text.len())),
            Some(_) => return Err(self.fail(DecodeErrorKind::BadEscape)),
        };
        self.at += 2;
        Ok(meant)
    }

    fn unicode_escape(&mut self) -> Result<char, DecodeError> {
        let first = self.code_unit(self.at)?;
        let (code, length) = match first {
            0xD800..=0xDBFF => match self.code_unit(self.at + 6) {
                Ok(second @ 0xDC00..=0xDFFF) => (0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00), 12),
                Err(error) if error.kind() == DecodeErrorKind::Truncated => return Err(error),
                _ => return Err(self.fail(DecodeErrorKind::LoneSurrogate)),
            },
            code => (code, 6),
        };
        let Some(meant) = char::from_u32(code) else { return Err(self.fail(DecodeErrorKind::LoneSurrogate)) };
        self.at += length;
        Ok(meant)
    }

    /// The number of `\uXXXX` at a byte.
    fn code_unit(&self, at: usize) -> Result<u32, DecodeError> {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let Some((head, digits)) = rest.first_chunk::<6>().and_then(|unit| unit.split_first_chunk::<2>()) else {
            let whole = rest.starts_with(b"\\u") || rest.is_empty() || rest == b"\\";
            let kind = if whole { DecodeErrorKind::Truncated } else { DecodeErrorKind::BadEscape };
            return Err(self.fail_at(kind, at.min(self.text.len())));
        };
        let value = digits.iter().try_fold(0, |sum, &digit| Some(sum * 16 + (digit as char).to_digit(16)?));
        match value {
            Some(value) if head == b"\\u" => Ok(value),
            _ => Err(self.fail_at(DecodeErrorKind::BadEscape, at)),
        }
    }
}
