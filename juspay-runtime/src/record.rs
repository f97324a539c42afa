//! Objects that can be read and written: what is emitted for every type.

use crate::candidates::Indices;
use crate::error::{DecodeError, DecodeErrorKind};
use crate::json::{Reader, Writer};
use crate::shape::Shape;
use crate::value::{Decode, Empty, Encode};
use crate::{ApiVersion, Sort, Test, condition, object, retype};

/// An object that can be written: emitted for every type, at every version.
pub trait Fields {
    /// The table of its keys.
    fn shape(&self) -> &'static Shape;
    /// Writes the field at an index, with one call of a method of `writer`.
    fn put(&self, index: u16, writer: &mut Writer<'_>);
    /// The indices of which a value is there, where that is known without asking for each; large requests know.
    #[doc(hidden)]
    fn there(&self) -> Option<Indices> {
        None
    }
}

/// An object that can be read: emitted for every type, at every version.
pub trait Record: Fields {
    /// The version that the type is pinned to, if it is: bodies of others are none of it.
    #[doc(hidden)]
    #[inline]
    fn pin() -> Option<ApiVersion>
    where
        Self: Sized,
    {
        None
    }
    /// A placeholder that is read into; it never leaves the decoder unfilled.
    fn blank() -> Self
    where
        Self: Sized;
    /// Reads the field at an index, with one call of a method of `reader`.
    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError>;
}

/// An object that is read into, whatever its type.
pub(crate) trait Target: Fields {
    /// Reads the field at an index.
    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError>;
}

/// A borrowed object. Were it the object itself, what reads it would bring along what drops it, at every version.
pub(crate) struct Lent<'a, T>(pub(crate) &'a mut T);

impl<T: Record> Fields for Lent<'_, T> {
    fn shape(&self) -> &'static Shape {
        self.0.shape()
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        self.0.put(index, writer);
    }
}

impl<T: Record> Target for Lent<'_, T> {
    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.0.set(index, reader)
    }
}

impl<T: Fields> Fields for Box<T> {
    fn shape(&self) -> &'static Shape {
        (**self).shape()
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        (**self).put(index, writer);
    }

    fn there(&self) -> Option<Indices> {
        (**self).there()
    }
}

impl<T: Record> Record for Box<T> {
    fn pin() -> Option<ApiVersion> {
        T::pin()
    }

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        (**self).set(index, reader)
    }
}

impl<T: Record> Decode for T {
    const EMPTY: Empty = Empty::Text;

    fn blank() -> Self {
        Record::blank()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if T::pin().is_some_and(|pin| pin != reader.version()) {
            return Err(reader.fail(DecodeErrorKind::Pinned));
        }
        object::read(&mut Lent(self), reader)
    }
}

impl<T: Fields> Encode for T {
    const SORT: Sort = Sort::Object(retype::object_name::<T>);

    fn write(&self, writer: &mut Writer<'_>) {
        writer.record(self);
    }

    fn holds(&self, tests: &[Test]) -> bool {
        condition::holds(tests, self)
    }
}
