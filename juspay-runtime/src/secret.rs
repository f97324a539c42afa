//! Values that are never shown.

use std::fmt;
use zeroize::Zeroize;

/// A text that is never shown, and is overwritten when it is dropped.
///
/// ```
/// use juspay_runtime::Secret;
///
/// let token = Secret::from("tkn_1");
/// assert_eq!(format!("{token:?}"), "<redacted>");
/// assert_eq!(token.expose(), "tkn_1");
/// ```
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// The text itself; whoever asks for it takes care of it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl PartialEq for Secret {
    /// In a time that depends on the lengths only.
    fn eq(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.0.as_bytes(), other.0.as_bytes());
        let differ = ours.iter().zip(theirs).fold(0, |differ, (a, b)| differ | (a ^ b));
        ours.len() == theirs.len() && std::hint::black_box(differ) == 0
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Redacted, f)
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// What stands in `Debug` for a value that is not shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

/// Writes a struct as a derived `Debug` does. One call with all fields costs the compiler less than a call for each.
#[doc(hidden)]
pub fn debug(f: &mut fmt::Formatter<'_>, name: &str, fields: &[(&str, &dyn fmt::Debug)]) -> fmt::Result {
    let mut shown = f.debug_struct(name);
    for (field, value) in fields {
        shown.field(field, value);
    }
    shown.finish()
}
