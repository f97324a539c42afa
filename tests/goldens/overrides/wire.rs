//! How the types of `spec` stand on the wire.

use super::{Kind, Packet};
use juspay_runtime::{
    DecodeError, Field, Fields, OpenEnum, Reader, Record, Shape, UnknownValue, Values, Writer, blank, field, lookup,
    value,
};

impl Fields for Packet {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("id", 0).required(),
            field("weight", 1),
            field("label", 2).required(),
            field("ink", 3),
            field("kind", 4),
            field("inside", 5),
        ];
        static LOOKUP: [u16; 16] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Parcel", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.number),
            1 => writer.write(&self.weight),
            2 => writer.write(&self.label),
            3 => writer.write(&self.ink),
            4 => writer.write(&self.kind),
            5 => writer.write(&self.inside),
            _ => {}
        }
    }
}

impl Record for Packet {
    fn blank() -> Self {
        Self { number: blank(), weight: blank(), label: blank(), ink: blank(), kind: blank(), inside: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.number),
            1 => reader.read(&mut self.weight),
            2 => reader.read(&mut self.label),
            3 => reader.read(&mut self.ink),
            4 => reader.read(&mut self.kind),
            5 => reader.read(&mut self.inside),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Packet);

pub(crate) static KIND: Values = Values::new("Kind", &[value("SOFT"), value("HARD")]);

impl OpenEnum for Kind {
    fn values() -> &'static Values {
        &KIND
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::Squashy,
            1 => Self::Hard,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> Result<u16, &UnknownValue> {
        Ok(match self {
            Self::Squashy => 0,
            Self::Hard => 1,
            Self::Unknown(value) => return Err(value),
        })
    }
}

juspay_runtime::open_enum!(Kind);
