//! How the types of `spec` stand on the wire.

use super::{Cup, Lid, Shelf};
use juspay_runtime::{
    DecodeError, Dynamic, Field, Fields, Reader, Record, Shape, Test, Version, Versioned, Wire, Writer, blank, cast,
    field, hidden, lookup,
};
use std::marker::PhantomData;

impl<V: Version> Fields for Shelf<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("cups", 0).required(), field("owner", 1)];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Shelf", FIELDS, &LOOKUP)
            .hidden(&[hidden(0, 2019_09_09, &[Test::is(&["state"], &["broken"])])])
            .when(&[
                (1, &[Test::is(&["cups", "state"], &["whole", "mended"]), Test::there(&["cups", "lid", "colour"])]),
            ]);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.cups),
            1 => writer.write(&self.owner),
            _ => {}
        }
    }
}

impl Record for Shelf<Dynamic> {
    fn blank() -> Self {
        Self { cups: blank(), owner: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.cups),
            1 => reader.read(&mut self.owner),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Shelf<V> {
    type At<W: Version> = Shelf<W>;

    fn cast<W: Version>(self) -> Shelf<W> {
        Shelf { cups: cast(self.cups), owner: self.owner, version: PhantomData }
    }
}

juspay_runtime::wire!(Shelf<V>);

impl<V: Version> Fields for Cup<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("state", 0).required(), field("cracks", 1).since(2020_09_09), field("lid", 2)];
        static LOOKUP: [u16; 8] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Cup", FIELDS, &LOOKUP).when(&[(1, &[Test::is_not(&["state"], &["whole"])])]);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.state),
            1 => writer.write(&self.cracks),
            2 => writer.write(&self.lid),
            _ => {}
        }
    }
}

impl Record for Cup<Dynamic> {
    fn blank() -> Self {
        Self { state: blank(), cracks: blank(), lid: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.state),
            1 => reader.read(&mut self.cracks),
            2 => reader.read(&mut self.lid),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Cup<V> {
    type At<W: Version> = Cup<W>;

    fn cast<W: Version>(self) -> Cup<W> {
        Cup { state: self.state, cracks: self.cracks, lid: self.lid, version: PhantomData }
    }
}

juspay_runtime::wire!(Cup<V>);

impl Fields for Lid {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("colour", 0)];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Lid", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.colour),
            _ => {}
        }
    }
}

impl Record for Lid {
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

impl ::core::default::Default for Lid {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Lid);
