//! How the types of `spec` stand on the wire.

use super::{Card, Person};
use juspay_runtime::{DecodeError, Field, Fields, Reader, Record, Redacted, Shape, Wire, Writer, blank, field, lookup};

impl Fields for Person {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("name", 0).required().sensitive(),
            field("email", 1).sensitive(),
            field("pin", 2).required().sensitive(),
            field("town", 3),
            field("card", 4),
        ];
        static LOOKUP: [u16; 16] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Person", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.name),
            1 => writer.write(&self.email),
            2 => writer.write(&self.pin),
            3 => writer.write(&self.town),
            4 => writer.write(&self.card),
            _ => {}
        }
    }
}

impl Record for Person {
    fn blank() -> Self {
        Self { name: blank(), email: blank(), pin: blank(), town: blank(), card: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.name),
            1 => reader.read(&mut self.email),
            2 => reader.read(&mut self.pin),
            3 => reader.read(&mut self.town),
            4 => reader.read(&mut self.card),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Person);

impl ::core::fmt::Debug for Person {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("Person")
            .field("name", &Redacted)
            .field("email", &Redacted)
            .field("pin", &Redacted)
            .field("town", &self.town)
            .field("card", &self.card)
            .finish()
    }
}

impl Fields for Card {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("colour", 0)];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Card", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.colour),
            _ => {}
        }
    }
}

impl Record for Card {
    fn blank() -> Self {
        Self { colour: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.colour),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Card {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Card);
