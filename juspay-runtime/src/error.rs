//! Why a body could not be decoded, and where.

use crate::{Anomaly, ApiVersion};
use std::fmt;

/// Why a body could not be decoded, and where. It holds nothing of the body but names of fields.
#[derive(Clone, Debug, PartialEq)]
pub struct DecodeError(Box<Inner>);

#[derive(Clone, Debug, PartialEq)]
struct Inner {
    kind: DecodeErrorKind,
    path: String,
    offset: usize,
    line: usize,
    column: usize,
    anomalies: Vec<Anomaly>,
}

/// What is wrong with a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// There is nothing, or only white space.
    Empty,
    /// The body is a page of HTML (or XML), as proxies send it.
    Html,
    /// The body is not UTF-8.
    NotUtf8,
    /// The body ends in the middle.
    Truncated,
    /// The grammar of JSON is broken; this was expected.
    Syntax(&'static str),
    /// Something follows the value.
    Trailing,
    /// Objects and arrays are nested too deeply.
    TooDeep,
    /// A control character stands in a string unescaped.
    ControlCharacter,
    /// A backslash is followed by something unknown.
    BadEscape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// The value has another type and does not mean the same.
    Type {
        /// What the field holds.
        expected: &'static str,
        /// What the body has.
        found: &'static str,
    },
    /// The value has the right type, but cannot be held exactly.
    OutOfRange(&'static str),
    /// A required field is not there.
    Missing,
    /// A required field is null.
    Null,
    /// A key stands twice in one object.
    Duplicate,
    /// A second one of several alternatives, of which one may be there.
    Several,
    /// An object's type is pinned to another version than the body around it is read at.
    Pinned,
    /// Something was odd, and the decoding is strict; see [`DecodeError::anomalies`].
    Strict,
}

impl DecodeError {
    /// An error at a byte of `text`, whose path is known.
    #[cold]
    pub(crate) fn new(kind: DecodeErrorKind, text: &[u8], offset: usize, path: String) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.iter().fold(1, |lines, &byte| lines + usize::from(byte == b'\n'));
        let column = before.iter().rev().take_while(|&&byte| byte != b'\n').count() + 1;
        Self(Box::new(Inner { kind, path, offset, line, column, anomalies: Vec::new() }))
    }

    /// The error of strict decoding.
    pub(crate) fn strict(anomalies: Vec<Anomaly>) -> Self {
        let path = anomalies.first().map_or_else(String::new, |first| first.path.clone());
        Self(Box::new(Inner { kind: DecodeErrorKind::Strict, path, offset: 0, line: 1, column: 1, anomalies }))
    }

    /// The same error, seen from the document that holds `self`'s document as a string.
    pub(crate) fn inside(self, path: &str, text: &[u8], offset: usize) -> Self {
        Self::new(self.0.kind, text, offset, join(path, &self.0.path))
    }

    /// What is wrong.
    pub fn kind(&self) -> DecodeErrorKind {
        self.0.kind
    }

    /// Where in the body, as `refunds[0].amount`; empty for the body itself.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The byte of the body where it was noticed.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// The line of that byte, from 1.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// The column of that byte in its line, in bytes from 1.
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// What was odd, where the decoding was strict.
    pub fn anomalies(&self) -> &[Anomaly] {
        &self.0.anomalies
    }
}

/// Two paths, the second seen from where the first leads.
pub(crate) fn join(outer: &str, inner: &str) -> String {
    let dot = if outer.is_empty() || inner.is_empty() || inner.starts_with('[') { "" } else { "." };
    format!("{outer}{dot}{inner}")
}

impl fmt::Display for DecodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the body is empty",
            Self::Html => "the body is a page of HTML, not JSON",
            Self::NotUtf8 => "the body is not UTF-8",
            Self::Truncated => "the body ends in the middle",
            Self::Syntax(expected) => return write!(f, "expected {expected}"),
            Self::Trailing => "something follows the end of the value",
            Self::TooDeep => "nested more than 128 levels deep",
            Self::ControlCharacter => "a control character stands in a string unescaped",
            Self::BadEscape => "unknown escape in a string",
            Self::LoneSurrogate => "half of a surrogate pair in a string",
            Self::Type { expected, found } => return write!(f, "expected {expected}, found {found}"),
            Self::OutOfRange(what) => return write!(f, "{what} cannot hold this number exactly"),
            Self::Missing => "a required field is missing",
            Self::Null => "a required field is null",
            Self::Duplicate => "the key stands twice in one object",
            Self::Several => "a second alternative where one may be there",
            Self::Pinned => "the type of this object is pinned to another version than the body is read at",
            Self::Strict => "the body is odd, and the decoding is strict",
        })
    }
}

/// So many anomalies are shown by an error; all of them are in [`DecodeError::anomalies`].
const SHOWN: usize = 10;

fn list(anomalies: &[Anomaly], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (i, anomaly) in anomalies.iter().take(SHOWN).enumerate() {
        write!(f, "{}{anomaly}", if i == 0 { "" } else { "; " })?;
    }
    match anomalies.len().checked_sub(SHOWN) {
        None | Some(0) => Ok(()),
        Some(more) => write!(f, "; and {more} more"),
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, path, line, column, anomalies, .. } = &*self.0;
        if let DecodeErrorKind::Strict = kind {
            write!(f, "{kind}: ")?;
            return list(anomalies, f);
        }
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        write!(f, "{kind} (line {line}, column {column})")
    }
}

impl std::error::Error for DecodeError {}

/// A value that cannot be written as a version would send it: what that version has no form for.
#[derive(Clone, Debug, PartialEq)]
pub struct EncodeError {
    version: ApiVersion,
    anomalies: Vec<Anomaly>,
}

impl EncodeError {
    pub(crate) fn new(version: ApiVersion, anomalies: Vec<Anomaly>) -> Self {
        Self { version, anomalies }
    }

    /// The version.
    pub fn version(&self) -> ApiVersion {
        self.version
    }

    /// What it has no form for, all of it; there is at least one.
    pub fn anomalies(&self) -> &[Anomaly] {
        &self.anomalies
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "version {} cannot say this: ", self.version)?;
        list(&self.anomalies, f)
    }
}

impl std::error::Error for EncodeError {}
