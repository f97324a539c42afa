//! How a body is decoded: at which version, and what becomes of what is odd.

use crate::anomaly::Anomaly;
use crate::error::{DecodeError, DecodeErrorKind};
use crate::json::Reader;
use crate::object;
use crate::record::{Lent, Record, Target};
use crate::version::ApiVersion;

/// How a body is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Decoding {
    version: ApiVersion,
    anomalies: bool,
    strict: bool,
}

impl Decoding {
    /// At a version. It counts for types whose version is chosen at run time; where it is pinned, the pin counts.
    pub const fn at(version: ApiVersion) -> Self {
        Self { version, anomalies: false, strict: false }
    }

    /// At the pinned version, or else at the newest.
    pub const fn new() -> Self {
        Self::at(ApiVersion::NEWEST)
    }

    /// Whether anomalies are collected.
    pub const fn anomalies(mut self, collect: bool) -> Self {
        self.anomalies = collect;
        self
    }

    /// Whether an anomaly is an error, which lists them all.
    pub const fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    pub(crate) const fn pinned(mut self, pin: Option<ApiVersion>) -> Self {
        if let Some(version) = pin {
            self.version = version;
        }
        self
    }
}

impl Default for Decoding {
    fn default() -> Self {
        Self::new()
    }
}

/// A decoded body and what was odd about it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Decoded<T> {
    /// The value.
    pub value: T,
    /// What was odd, in the order of the body; empty where anomalies are not collected.
    pub anomalies: Vec<Anomaly>,
    /// The version at which the body was decoded.
    pub version: ApiVersion,
}

impl<T> Decoded<T> {
    /// The same with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Decoded<U> {
        Decoded { value: change(self.value), anomalies: self.anomalies, version: self.version }
    }
}

/// Fills a placeholder from a document, and gives the anomalies. It is compiled once for all types.
pub(crate) fn fill(record: &mut dyn Target, text: &str, options: Decoding) -> Result<Vec<Anomaly>, DecodeError> {
    let mut reader = Reader::new(text, options.version, options.anomalies || options.strict);
    reader.begin();
    object::read(record, &mut reader)?;
    reader.end()?;
    let anomalies = reader.notes.finish(text, options.version);
    if options.strict && !anomalies.is_empty() {
        return Err(DecodeError::strict(anomalies));
    }
    Ok(anomalies)
}

/// Reads a document into a placeholder. It is never inlined, so that all that reads a type can be compiled with the type,
/// once.
#[doc(hidden)]
#[inline(never)]
pub fn decode_into<T: Record>(value: &mut T, text: &str, options: Decoding) -> Result<Decoded<()>, DecodeError> {
    let anomalies = fill(&mut Lent(value), text, options)?;
    Ok(Decoded { value: (), anomalies, version: options.version })
}

/// Reads a document as one type and lends the value, which stays where it was read: a caller that takes it over field by
/// field need not know how to drop it.
#[doc(hidden)]
#[inline(never)]
pub fn decode_by<T: Record>(
    text: &str,
    options: Decoding,
    take: &mut dyn FnMut(&mut T),
) -> Result<Decoded<()>, DecodeError> {
    let mut value = T::blank();
    let document = decode_into(&mut value, text, options)?;
    take(&mut value);
    Ok(document)
}

/// The text of a body, if it is UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    std::str::from_utf8(bytes)
        .map_err(|error| DecodeError::new(DecodeErrorKind::NotUtf8, bytes, error.valid_up_to(), String::new()))
}
