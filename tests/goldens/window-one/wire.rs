//! How the types of `spec` stand on the wire.

use super::Parcel;
use juspay_runtime::{DecodeError, Field, Fields, Reader, Record, Shape, Wire, Writer, blank, field, lookup};

impl Fields for Parcel {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("weight", 0), field("sum", 1)];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Parcel", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.weight),
            1 => writer.write(&self.sum),
            _ => {}
        }
    }
}

impl Record for Parcel {
    fn blank() -> Self {
        Self { weight: blank(), sum: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.weight),
            1 => reader.read(&mut self.sum),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Parcel {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Parcel);
