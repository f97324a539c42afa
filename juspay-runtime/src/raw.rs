//! JSON that nobody looks into.

use crate::error::DecodeError;
use crate::json::Reader;
use crate::version::ApiVersion;
use std::fmt;
use std::str::FromStr;

/// Any JSON value, kept as its text: numbers keep their digits, and keys their order.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Json(Box<str>);

impl Json {
    /// The value `null`.
    pub fn null() -> Self {
        Self::trusted("null")
    }

    /// The text of the value.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A text that the reader has checked.
    pub(crate) fn trusted(text: &str) -> Self {
        Self(text.into())
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
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Json {
    /// Only the length: what the value holds may be private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} bytes of JSON>", self.0.len())
    }
}
