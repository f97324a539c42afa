//! How the types of `spec` stand on the wire.

use super::Ticket;
use juspay_runtime::{
    DecodeError, Dynamic, Field, Fields, Reader, Record, Shape, Version, Versioned, Wire, Writer, blank, field, lookup,
};
use std::marker::PhantomData;

impl<V: Version> Fields for Ticket<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("seat", 0).since(2020_02_29),
            field("seat", 1).until(2020_02_29),
            field("row", 2),
        ];
        static LOOKUP: [u16; 8] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Ticket", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.seat),
            1 => writer.write(&self.seat_before_2020_02_29),
            2 => writer.write(&self.row),
            _ => {}
        }
    }
}

impl Record for Ticket<Dynamic> {
    fn blank() -> Self {
        Self { seat: blank(), seat_before_2020_02_29: blank(), row: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.seat),
            1 => reader.read(&mut self.seat_before_2020_02_29),
            2 => reader.read(&mut self.row),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> ::core::default::Default for Ticket<V> {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

impl<V: Version> Versioned for Ticket<V> {
    type At<W: Version> = Ticket<W>;

    fn cast<W: Version>(self) -> Ticket<W> {
        Ticket {
            seat: self.seat,
            seat_before_2020_02_29: self.seat_before_2020_02_29,
            row: self.row,
            version: PhantomData,
        }
    }
}

juspay_runtime::wire!(Ticket<V>);
