//! How the types of `spec` stand on the wire.

use super::{Parcel, Status};
use juspay_runtime::{
    DecodeError, Dynamic, Field, Fields, OpenEnum, Reader, Record, Shape, UnknownValue, Values, Version, Versioned,
    Writer, blank, field, lookup, pair, value,
};
use std::marker::PhantomData;

impl<V: Version> Fields for Parcel<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("status", 0).required(), field("status_id", 1)];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Parcel", FIELDS, &LOOKUP).pairs(&[pair(0, 1, &STATUS)]);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.status),
            1 => writer.write(&self.status_id),
            _ => {}
        }
    }
}

impl Record for Parcel<Dynamic> {
    fn blank() -> Self {
        Self { status: blank(), status_id: blank(), version: PhantomData }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.status),
            1 => reader.read(&mut self.status_id),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Parcel<V> {
    type At<W: Version> = Parcel<W>;

    fn cast<W: Version>(self) -> Parcel<W> {
        Parcel { status: self.status, status_id: self.status_id, version: PhantomData }
    }
}

juspay_runtime::wire!(Parcel<V>);

pub(crate) static STATUS: Values = Values::new(
    "Status",
    &[
        value("ON_ITS_WAY").id(1),
        value("WAITING").id(2).was(&[(2019_01_01, 0)]),
        value("LOST").id(3).since(2018_01_01),
        value("delivered-twice"),
    ],
);

impl OpenEnum for Status {
    fn values() -> &'static Values {
        &STATUS
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::OnItsWay,
            1 => Self::Waiting,
            2 => Self::Lost,
            3 => Self::DeliveredTwice,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> Result<u16, &UnknownValue> {
        Ok(match self {
            Self::OnItsWay => 0,
            Self::Waiting => 1,
            Self::Lost => 2,
            Self::DeliveredTwice => 3,
            Self::Unknown(value) => return Err(value),
        })
    }
}

juspay_runtime::open_enum!(Status);
