//! How the types of `spec` stand on the wire.

use super::{Leaf, Tree};
use juspay_runtime::{
    DecodeError, Dynamic, Field, Fields, Reader, Record, Shape, Version, Versioned, Wire, Writer, blank, cast, field,
    lookup,
};
use std::marker::PhantomData;

impl<V: Version> Fields for Tree<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("left", 0), field("right", 1), field("leaves", 2)];
        static LOOKUP: [u16; 8] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Tree", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.left),
            1 => writer.write(&self.right),
            2 => writer.write(&self.leaves),
            _ => {}
        }
    }
}

impl Record for Tree<Dynamic> {
    fn blank() -> Self {
        Self { left: blank(), right: blank(), leaves: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.left),
            1 => reader.read(&mut self.right),
            2 => reader.read(&mut self.leaves),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> ::core::default::Default for Tree<V> {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

impl<V: Version> Versioned for Tree<V> {
    type At<W: Version> = Tree<W>;

    fn cast<W: Version>(self) -> Tree<W> {
        Tree { left: cast(self.left), right: cast(self.right), leaves: cast(self.leaves), version: PhantomData }
    }
}

juspay_runtime::wire!(Tree<V>);

impl<V: Version> Fields for Leaf<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("grown_into", 0), field("label", 1).since(2022_01_01)];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Leaf", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.grown_into),
            1 => writer.write(&self.label),
            _ => {}
        }
    }
}

impl Record for Leaf<Dynamic> {
    fn blank() -> Self {
        Self { grown_into: blank(), label: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.grown_into),
            1 => reader.read(&mut self.label),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> ::core::default::Default for Leaf<V> {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

impl<V: Version> Versioned for Leaf<V> {
    type At<W: Version> = Leaf<W>;

    fn cast<W: Version>(self) -> Leaf<W> {
        Leaf { grown_into: cast(self.grown_into), label: self.label, version: PhantomData }
    }
}

juspay_runtime::wire!(Leaf<V>);
