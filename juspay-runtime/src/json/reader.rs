//! The reader's state, and reading of what surrounds values.

use crate::anomaly::{AnomalyKind, Note, Notes};
use crate::error::{DecodeError, DecodeErrorKind, join};
use crate::json::path;
use crate::{ApiVersion, Decode};
use std::borrow::Cow;

/// Objects and arrays may be nested this deep.
pub(crate) const MAX_DEPTH: u32 = 128;

/// The byte order mark.
const MARK: char = '\u{feff}';

/// Reads one JSON document; generated code hands it from field to field.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: usize,
    pub(crate) depth: u32,
    pub(crate) version: ApiVersion,
    pub(crate) notes: Notes,
    /// The key whose value is next, where a rest field takes it.
    pub(crate) key: Option<Cow<'a, str>>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, version: ApiVersion, notes: bool) -> Self {
        Self { text, at: 0, depth: 0, version, notes: Notes::new(notes), key: None }
    }

    /// Reads the next value into a slot.
    #[inline]
    pub fn read<T: Decode>(&mut self, slot: &mut T) -> Result<(), DecodeError> {
        slot.read(self)
    }

    /// The version at which the document is read.
    pub fn version(&self) -> ApiVersion {
        self.version
    }

    /// The next byte, or 0 at the end; JSON allows no NUL outside of strings.
    #[inline]
    pub(crate) fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next byte that is not white space, or 0 at the end.
    #[inline]
    pub(crate) fn peek(&mut self) -> u8 {
        let byte = self.byte();
        if byte > b' ' { byte } else { self.peek_behind_space() }
    }

    fn peek_behind_space(&mut self) -> u8 {
        while let b' ' | b'\n' | b'\t' | b'\r' = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Goes on behind `byte`, which stands next.
    #[inline]
    pub(crate) fn expect(&mut self, byte: u8, name: &'static str) -> Result<(), DecodeError> {
        if self.peek() == byte {
            self.at += 1;
            return Ok(());
        }
        Err(self.unexpected(name))
    }

    /// Goes on behind a word that must stand next.
    #[inline]
    pub(crate) fn word(&mut self, word: &'static str) -> Result<(), DecodeError> {
        if self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            self.at += word.len();
            return Ok(());
        }
        Err(self.unexpected("a value"))
    }

    /// Enters an object or an array, whose first byte stands next.
    #[inline]
    pub(crate) fn enter(&mut self) -> Result<(), DecodeError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.fail(DecodeErrorKind::TooDeep));
        }
        self.at += 1;
        Ok(())
    }

    /// Behind an element: true if another follows, false behind `close`.
    #[inline]
    pub(crate) fn more(&mut self, close: u8) -> Result<bool, DecodeError> {
        let byte = self.peek();
        if byte == b',' || byte == close {
            self.at += 1;
            return Ok(byte == b',');
        }
        Err(self.unexpected(if close == b'}' { "`,` or `}`" } else { "`,` or `]`" }))
    }

    /// Passes over a byte order mark, which some servers put before a document.
    pub(crate) fn begin(&mut self) {
        if self.text.starts_with(MARK) {
            self.at = MARK.len_utf8();
            self.repaired(0, "a byte order mark before it");
        }
    }

    /// The document must end here.
    pub(crate) fn end(&mut self) -> Result<(), DecodeError> {
        if self.peek() == 0 && self.at >= self.text.len() { Ok(()) } else { Err(self.fail(DecodeErrorKind::Trailing)) }
    }

    /// The error of a byte that cannot stand here.
    #[cold]
    pub(crate) fn unexpected(&self, expected: &'static str) -> DecodeError {
        let rest = self.text.get(self.at..).unwrap_or("");
        let whole = self.text.trim_start_matches(|c: char| c == MARK || c.is_whitespace());
        self.fail(if whole.is_empty() && self.depth == 0 {
            DecodeErrorKind::Empty
        } else if whole.starts_with('<') {
            DecodeErrorKind::Html
        } else if rest.is_empty() || (rest.len() < 5 && ["true", "false", "null"].iter().any(|w| w.starts_with(rest))) {
            DecodeErrorKind::Truncated
        } else {
            DecodeErrorKind::Syntax(expected)
        })
    }

    /// The error of a value that stands next and has another type than the field.
    #[cold]
    pub(crate) fn mismatch(&mut self, expected: &'static str) -> DecodeError {
        let found = match self.peek() {
            b'"' => "a string",
            b'{' => "an object",
            b'[' => "an array",
            b't' | b'f' => "a boolean",
            b'n' => "null",
            b'-' | b'0'..=b'9' => "a number",
            _ => return self.unexpected("a value"),
        };
        self.fail(DecodeErrorKind::Type { expected, found })
    }

    /// An error about what stands next.
    #[cold]
    pub fn fail(&self, kind: DecodeErrorKind) -> DecodeError {
        self.fail_at(kind, self.at)
    }

    /// An error about what stands at a byte.
    #[cold]
    pub(crate) fn fail_at(&self, kind: DecodeErrorKind, offset: usize) -> DecodeError {
        DecodeError::new(kind, self.text.as_bytes(), offset, path::of(self.text, offset))
    }

    /// The error of a key that stands twice in the object at a byte.
    #[cold]
    pub(crate) fn twice(&self, offset: usize, key: &str) -> DecodeError {
        let mut name = String::new();
        path::push_key(&mut name, key);
        let path = join(&path::of(self.text, offset), &name);
        DecodeError::new(DecodeErrorKind::Duplicate, self.text.as_bytes(), offset, path)
    }

    /// Reports something odd about the value at a byte.
    #[cold]
    pub(crate) fn note(&mut self, kind: AnomalyKind, offset: usize, detail: impl Into<Cow<'static, str>>) {
        if self.notes.on {
            let (suffix, item, detail) = (String::new(), String::new(), detail.into());
            self.notes.push(Note { kind, offset, suffix, item, detail });
        }
    }

    /// Reports that the value at a byte came in another form.
    #[cold]
    pub(crate) fn repaired(&mut self, offset: usize, found: &'static str) {
        self.note(AnomalyKind::Repaired, offset, found);
    }
}
