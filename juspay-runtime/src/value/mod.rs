//! How values of each type are read and written.

mod list;
mod map;
mod nested;
mod scalar;

pub use list::List;
pub use map::Map;
pub(crate) use map::twice;

use crate::condition::Test;
use crate::error::DecodeError;
use crate::json::{Reader, Writer};
use crate::retype::Sort;

/// Which empty forms of a value stand for its absence, where it is optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// None.
    Never,
    /// `{}`.
    Object,
    /// `{}` and `""`.
    Both,
    /// Any string, as where a body has been censored.
    Text,
}

/// A value that can be read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from JSON",
    label = "cannot be read from JSON",
    note = "derive `Versioned` for it, or for the type in it",
    note = "a type that has a version is read with that of the type around it: `Parcel<V>`"
)]
pub trait Decode: Sized {
    /// Which empty forms stand for absence in an `Option`.
    const EMPTY: Empty = Empty::Never;
    /// Whether it is a number or a truth value, for which a text without one stands for absence in an `Option`.
    const NUMERIC: bool = false;
    /// Whether null is one of its values.
    const NULL: bool = false;

    /// A placeholder to read into.
    fn blank() -> Self;

    /// Reads the next value. It runs once for a placeholder, so it need not drop what it overwrites.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError>;
}

/// A value that can be written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as JSON",
    label = "cannot be written as JSON",
    note = "derive `Versioned` for it, or for the type in it"
)]
pub trait Encode {
    /// What sort of value it is, for fields whose type changed.
    const SORT: Sort = Sort::Other;

    /// Writes the value.
    fn write(&self, writer: &mut Writer<'_>);

    /// Whether there is no value, so that its key is left out.
    fn is_absent(&self) -> bool {
        false
    }

    /// Whether a condition holds for the value, where it is an object.
    fn holds(&self, tests: &[Test]) -> bool {
        let _ = tests;
        false
    }
}

/// A placeholder for a field that is about to be read.
pub fn blank<T: Decode>() -> T {
    T::blank()
}

/// Puts a value into a slot that holds a placeholder, which has nothing to drop.
#[doc(hidden)]
#[inline]
pub fn fill<T>(slot: &mut T, value: T) {
    std::mem::forget(std::mem::replace(slot, value));
}
