//! How the types of `spec` stand on the wire.

use super::{Parcel, Place, Size};
use juspay_runtime::{
    DecodeError, Field, Fields, OpenEnum, Reader, Record, Shape, UnknownValue, Values, Writer, blank, field, lookup,
    value,
};

impl Fields for Parcel {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("size", 0).required(), field("from", 1)];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Parcel", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.size),
            1 => writer.write(&self.from),
            _ => {}
        }
    }
}

impl Record for Parcel {
    fn blank() -> Self {
        Self { size: blank(), from: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.size),
            1 => reader.read(&mut self.from),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Parcel);

impl Fields for Place {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("town", 0).required()];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Place", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.town),
            _ => {}
        }
    }
}

impl Record for Place {
    fn blank() -> Self {
        Self { town: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.town),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Place);

pub(crate) static SIZE: Values = Values::new("Size", &[value("SMALL"), value("LARGE")]);

impl OpenEnum for Size {
    fn values() -> &'static Values {
        &SIZE
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::Small,
            1 => Self::Large,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> Result<u16, &UnknownValue> {
        Ok(match self {
            Self::Small => 0,
            Self::Large => 1,
            Self::Unknown(value) => return Err(value),
        })
    }
}

juspay_runtime::open_enum!(Size);
