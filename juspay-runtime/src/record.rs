//! Objects that can be read and written: what is emitted for every type.

use crate::candidates::Indices;
use crate::error::DecodeError;
use crate::json::{Reader, Writer};
use crate::shape::Shape;
use crate::value::{Decode, Empty, Encode};
use crate::{Sort, Test, condition, object, retype};

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

/// An object that can be read: emitted once for every type, in its dynamic form.
pub trait Record: Fields {
    /// A placeholder that is read into; it never leaves the decoder unfilled.
    fn blank() -> Self
    where
        Self: Sized;
    /// Reads the field at an index, with one call of a method of `reader`.
    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError>;
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
        object::read(self, reader)
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
