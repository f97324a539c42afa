//! How the types of `spec` stand on the wire.

use super::Ticket;
use juspay_runtime::{DecodeError, Field, Fields, Reader, Record, Shape, Writer, blank, field, lookup};

impl Fields for Ticket {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("sum", 0).required().until(2020_02_29),
            field("price", 0).required().since(2020_02_29),
            field("cost", 0).required().alias(),
        ];
        static LOOKUP: [u16; 8] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Ticket", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.price),
            _ => {}
        }
    }
}

impl Record for Ticket {
    fn blank() -> Self {
        Self { price: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.price),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Ticket);
