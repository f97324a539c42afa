//! JSON that nobody looks into.

use crate::error::DecodeError;
use crate::json::Reader;
use crate::version::ApiVersion;
use std::fmt;
use std::str::FromStr;

/// Any JSON value, kept as its text: numbers keep their digits, and keys their order.
///
/// For `null` it is the empty text, so that the placeholder of a value that is read holds no memory: it is overwritten, and
/// never dropped.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Json(Box<str>);

impl Json {
    /// The value `null`.
    pub fn null() -> Self {
        Self(Box::default())
    }

    /// The text of the value.
    pub fn as_str(&self) -> &str {
        if self.0.is_empty() { "null" } else { &self.0 }
    }

    /// A text that the reader has checked.
    pub(crate) fn trusted(text: &str) -> Self {
        if text == "null" { Self::null() } else { Self(text.into()) }
    }
}

impl FromStr for Json {
    type Err = DecodeError;

    /// Checks that the text is one JSON value.
    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(text, ApiVersion::NEWEST, false);
        let value = reader.raw()?;
        reader.end()?;
        Ok(Self::trusted(value))
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Json {
    /// Only the length: what the value holds may be private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} bytes of JSON>", self.as_str().len())
    }
}
