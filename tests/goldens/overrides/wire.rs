//! How the types of `spec` stand on the wire.

use super::{Kind, Packet};
use juspay_runtime::{Field, OpenEnum, Shape, UnknownValue, Values, field, value};

const _: () = {
    const FIELDS: &[Field] = &[
        field("id", 0).required(),
        field("weight", 1),
        field("label", 2).required(),
        field("ink", 3),
        field("kind", 4),
        field("inside", 5),
    ];
    static SHAPE: Shape = Shape::new("Parcel", FIELDS);
    juspay_runtime::record! {
        Packet SHAPE;
        plain: 0 number, 1 weight, 2 label, 3 ink, 4 kind, 5 inside;
    }
};

pub(crate) static KIND: Values = Values::new("Kind", &[value("SOFT"), value("HARD")]);

impl OpenEnum for Kind {
    fn values() -> &'static Values {
        &KIND
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::Squashy,
            1 => Self::Hard,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> Result<u16, &UnknownValue> {
        Ok(
            match self {
                Self::Squashy => 0,
                Self::Hard => 1,
                Self::Unknown(value) => return Err(value),
            },
        )
    }
}

juspay_runtime::open_enum!(Kind);
