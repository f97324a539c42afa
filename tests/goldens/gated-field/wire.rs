//! How the types of `spec` stand on the wire.

use super::{Parcel, Shipment};
use juspay_runtime::{
    DecodeError, Dynamic, Field, Fields, Reader, Record, Shape, Version, Versioned, Writer, blank, cast, field, lookup,
};
use std::marker::PhantomData;

impl<V: Version> Fields for Shipment<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("parcels", 0).required(), field("first", 1)];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Shipment", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.parcels),
            1 => writer.write(&self.first),
            _ => {}
        }
    }
}

impl Record for Shipment<Dynamic> {
    fn blank() -> Self {
        Self { parcels: blank(), first: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.parcels),
            1 => reader.read(&mut self.first),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Shipment<V> {
    type At<W: Version> = Shipment<W>;

    fn cast<W: Version>(self) -> Shipment<W> {
        Shipment { parcels: cast(self.parcels), first: cast(self.first), version: PhantomData }
    }
}

juspay_runtime::wire!(Shipment<V>);

impl<V: Version> Fields for Parcel<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("id", 0).required(),
            field("weight", 1).since(2022_03_01),
            field("pieces", 2).since(2022_03_01),
            field("scale", 3).required().since(2022_03_01),
        ];
        static LOOKUP: [u16; 8] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Parcel", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.id),
            1 => writer.write(&self.weight),
            2 => writer.write(&self.pieces),
            3 => writer.write(&self.scale),
            _ => {}
        }
    }
}

impl Record for Parcel<Dynamic> {
    fn blank() -> Self {
        Self { id: blank(), weight: blank(), pieces: blank(), scale: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.id),
            1 => reader.read(&mut self.weight),
            2 => reader.read(&mut self.pieces),
            3 => reader.read(&mut self.scale),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Parcel<V> {
    type At<W: Version> = Parcel<W>;

    fn cast<W: Version>(self) -> Parcel<W> {
        Parcel { id: self.id, weight: self.weight, pieces: self.pieces, scale: self.scale, version: PhantomData }
    }
}

juspay_runtime::wire!(Parcel<V>);
