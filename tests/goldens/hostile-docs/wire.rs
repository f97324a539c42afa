//! How the types of `spec` stand on the wire.

use super::Page;
use juspay_runtime::{
    DecodeError, Dynamic, Field, Fields, Reader, Record, Shape, Version, Versioned, Wire, Writer, blank, field, lookup,
};
use std::marker::PhantomData;

impl<V: Version> Fields for Page<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("link", 0),
            field("fence", 1),
            field("html", 2),
            field("bidi", 3),
            field("wide", 4),
            field("table", 5).since(2021_12_31),
            field("heading", 6),
            field("ticks", 7),
        ];
        static LOOKUP: [u16; 16] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Page", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.link),
            1 => writer.write(&self.fence),
            2 => writer.write(&self.html),
            3 => writer.write(&self.bidi),
            4 => writer.write(&self.wide),
            5 => writer.write(&self.table),
            6 => writer.write(&self.heading),
            7 => writer.write(&self.ticks),
            _ => {}
        }
    }
}

impl Record for Page<Dynamic> {
    fn blank() -> Self {
        Self {
            link: blank(),
            fence: blank(),
            html: blank(),
            bidi: blank(),
            wide: blank(),
            table: blank(),
            heading: blank(),
            ticks: blank(),
            version: PhantomData,
        }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.link),
            1 => reader.read(&mut self.fence),
            2 => reader.read(&mut self.html),
            3 => reader.read(&mut self.bidi),
            4 => reader.read(&mut self.wide),
            5 => reader.read(&mut self.table),
            6 => reader.read(&mut self.heading),
            7 => reader.read(&mut self.ticks),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> ::core::default::Default for Page<V> {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

impl<V: Version> Versioned for Page<V> {
    type At<W: Version> = Page<W>;

    fn cast<W: Version>(self) -> Page<W> {
        Page {
            link: self.link,
            fence: self.fence,
            html: self.html,
            bidi: self.bidi,
            wide: self.wide,
            table: self.table,
            heading: self.heading,
            ticks: self.ticks,
            version: PhantomData,
        }
    }
}

juspay_runtime::wire!(Page<V>);
