//! How the types of `spec` stand on the wire.

use super::{Parcel, Place, Size};
use juspay_runtime::{Field, OpenEnum, Shape, UnknownValue, Values, field, value};

const _: () = {
    const FIELDS: &[Field] = &[field("size", 0).required(), field("from", 1)];
    static SHAPE: Shape = Shape::new("Parcel", FIELDS);
    juspay_runtime::record! {
        Parcel SHAPE;
        plain: 0 size, 1 from;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[field("town", 0).required()];
    static SHAPE: Shape = Shape::new("Place", FIELDS);
    juspay_runtime::record! {
        Place SHAPE;
        plain: 0 town;
    }
};

pub(crate) static SIZE: Values = Values::new("Size", &[value("SMALL"), value("LARGE")]);

impl OpenEnum for Size {
    fn values() -> &'static Values {
        &SIZE
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::Small,
            1 => Self::Large,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> Result<u16, &UnknownValue> {
        Ok(
            match self {
                Self::Small => 0,
                Self::Large => 1,
                Self::Unknown(value) => return Err(value),
            },
        )
    }
}

juspay_runtime::open_enum!(Size);
