//! How the types of `spec` stand on the wire.

use super::{Parcel, Shape};
use juspay_runtime::{
    DecodeError, Dynamic, Field, Fields, OpenEnum, Reader, Record, UnknownValue, Values, Version, Versioned, Wire,
    Writer, blank, field, lookup, value,
};
use std::marker::PhantomData;

impl<V: Version> Fields for Parcel<V> {
    fn shape(&self) -> &'static juspay_runtime::Shape {
        const FIELDS: &[Field] = &[field("weight", 0), field("size", 1).since(2020_06_01), field("shape", 2)];
        static LOOKUP: [u16; 8] = lookup(FIELDS);
        static SHAPE: juspay_runtime::Shape = juspay_runtime::Shape::new("Parcel", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.weight),
            1 => writer.write(&self.size),
            2 => writer.write(&self.shape),
            _ => {}
        }
    }
}

impl Record for Parcel<Dynamic> {
    fn blank() -> Self {
        Self { weight: blank(), size: blank(), shape: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.weight),
            1 => reader.read(&mut self.size),
            2 => reader.read(&mut self.shape),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> ::core::default::Default for Parcel<V> {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

impl<V: Version> Versioned for Parcel<V> {
    type At<W: Version> = Parcel<W>;

    fn cast<W: Version>(self) -> Parcel<W> {
        Parcel { weight: self.weight, size: self.size, shape: self.shape, version: PhantomData }
    }
}

juspay_runtime::wire!(Parcel<V>);

pub(crate) static SHAPE: Values = Values::new("Shape", &[value("ROUND")]);

impl OpenEnum for Shape {
    fn values() -> &'static Values {
        &SHAPE
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::Round,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> Result<u16, &UnknownValue> {
        Ok(match self {
            Self::Round => 0,
            Self::Unknown(value) => return Err(value),
        })
    }
}

juspay_runtime::open_enum!(Shape);
