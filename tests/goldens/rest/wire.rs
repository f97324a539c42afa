//! How the types of `spec` stand on the wire.

use super::{Box, Parcel};
use juspay_runtime::{DecodeError, Field, Fields, Reader, Record, Redacted, Shape, Wire, Writer, blank, field, lookup};

impl Fields for Parcel {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("id", 0).required()];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Parcel", FIELDS, &LOOKUP).rest(1);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.id),
            1 => writer.rest(&self.tags),
            _ => {}
        }
    }
}

impl Record for Parcel {
    fn blank() -> Self {
        Self { id: blank(), tags: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.id),
            1 => reader.rest(&mut self.tags),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Parcel);

impl Fields for Box {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("owner", 0).sensitive()];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Box", FIELDS, &LOOKUP).rest(1);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.owner),
            1 => writer.rest(&self.more),
            _ => {}
        }
    }
}

impl Record for Box {
    fn blank() -> Self {
        Self { owner: blank(), more: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.owner),
            1 => reader.rest(&mut self.more),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Box {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Box);

impl ::core::fmt::Debug for Box {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("Box").field("owner", &Redacted).field("more", &self.more).finish()
    }
}
