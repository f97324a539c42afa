//! How the types of `spec` stand on the wire.

use super::{Parcel, Status};
use juspay_runtime::{Field, OpenEnum, Shape, UnknownValue, Values, field, pair, value};

const _: () = {
    const FIELDS: &[Field] = &[field("status", 0).required(), field("status_id", 1)];
    static SHAPE: Shape = Shape::new("Parcel", FIELDS).pairs(&[pair(0, 1, &STATUS)]);
    juspay_runtime::record! {
        Parcel<V> version SHAPE;
        plain: 0 status, 1 status_id;
    }
};

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
        Ok(
            match self {
                Self::OnItsWay => 0,
                Self::Waiting => 1,
                Self::Lost => 2,
                Self::DeliveredTwice => 3,
                Self::Unknown(value) => return Err(value),
            },
        )
    }
}

juspay_runtime::open_enum!(Status);
