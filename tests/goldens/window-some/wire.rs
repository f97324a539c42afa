//! How the types of `spec` stand on the wire.

use super::{Parcel, Shape};
use juspay_runtime::{
    Field, OpenEnum, Record, UnknownValue, Values, Version, field, value,
};

impl<V: Version> ::core::default::Default for Parcel<V> {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[
        field("weight", 0),
        field("size", 1).since(2020_06_01),
        field("shape", 2),
    ];
    static SHAPE: juspay_runtime::Shape = juspay_runtime::Shape::new("Parcel", FIELDS);
    juspay_runtime::record! {
        Parcel<V> version SHAPE;
        plain: 0 weight, 1 size, 2 shape;
    }
};

pub(crate) static SHAPE: Values = Values::new("Shape", &[value("ROUND")]);

impl OpenEnum for Shape {
    fn values() -> &'static Values {
        &SHAPE
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::Round,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> Result<u16, &UnknownValue> {
        Ok(
            match self {
                Self::Round => 0,
                Self::Unknown(value) => return Err(value),
            },
        )
    }
}

juspay_runtime::open_enum!(Shape);
