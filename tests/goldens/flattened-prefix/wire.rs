//! How the types of `spec` stand on the wire.

use super::{Address, Order};
use juspay_runtime::{DecodeError, Field, Fields, Reader, Record, Shape, Writer, blank, field, flat, lookup};

impl Fields for Order {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("bill_town", 0).required(),
            field("bill_street[0]", 1).escaped(),
            field("ship.town", 2).required(),
            field("ship.street[0]", 3).escaped(),
            field("paid", 4),
        ];
        static LOOKUP: [u16; 16] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Order", FIELDS, &LOOKUP).flats(&[flat(2, 4)]);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0..2 => writer.flat(&self.bill_to, index),
            2..4 => writer.flat_option(self.ship_to.as_ref(), index - 2),
            4 => writer.write(&self.paid),
            _ => {}
        }
    }
}

impl Record for Order {
    fn blank() -> Self {
        Self { bill_to: blank(), ship_to: blank(), paid: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0..2 => reader.flat(&mut self.bill_to, index),
            2..4 => reader.flat_option(&mut self.ship_to, index - 2),
            4 => reader.read(&mut self.paid),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Order);

impl Fields for Address {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("town", 0).required(), field("street[0]", 1).escaped()];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Address", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.town),
            1 => writer.write(&self.street),
            _ => {}
        }
    }
}

impl Record for Address {
    fn blank() -> Self {
        Self { town: blank(), street: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.town),
            1 => reader.read(&mut self.street),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Address);
