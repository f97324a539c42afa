//! How the types of `spec` stand on the wire.

use super::Letter;
use juspay_runtime::{
    DecodeError, Dynamic, Field, Fields, Reader, Record, Shape, Version, Versioned, Writer, blank, field, lookup,
};
use std::marker::PhantomData;

impl<V: Version> Fields for Letter<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("id", 0).required(),
            field("seal", 1).until(2021_01_01),
            field("stamp", 2).since(2019_06_01).until(2021_01_01),
        ];
        static LOOKUP: [u16; 8] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Letter", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.id),
            1 => writer.write(&self.seal),
            2 => writer.write(&self.stamp),
            _ => {}
        }
    }
}

impl Record for Letter<Dynamic> {
    fn blank() -> Self {
        Self { id: blank(), seal: blank(), stamp: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.id),
            1 => reader.read(&mut self.seal),
            2 => reader.read(&mut self.stamp),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Letter<V> {
    type At<W: Version> = Letter<W>;

    fn cast<W: Version>(self) -> Letter<W> {
        Letter { id: self.id, seal: self.seal, stamp: self.stamp, version: PhantomData }
    }
}

juspay_runtime::wire!(Letter<V>);
