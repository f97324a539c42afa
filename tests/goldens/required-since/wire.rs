//! How the types of `spec` stand on the wire.

use super::Ship;
use juspay_runtime::{DecodeError, Field, Fields, Reader, Record, Shape, Wire, Writer, blank, field, lookup};

impl Fields for Ship {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("name", 0).required_since(2021_05_05), field("flag", 1).required().nullable()];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Ship", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.name),
            1 => writer.write(&self.flag),
            _ => {}
        }
    }
}

impl Record for Ship {
    fn blank() -> Self {
        Self { name: blank(), flag: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.name),
            1 => reader.read(&mut self.flag),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Ship {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Ship);
