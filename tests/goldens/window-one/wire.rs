//! How the types of `spec` stand on the wire.

use super::Parcel;
use juspay_runtime::{Field, Record, Shape, field};

impl ::core::default::Default for Parcel {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("weight", 0), field("sum", 1)];
    static SHAPE: Shape = Shape::new("Parcel", FIELDS);
    juspay_runtime::record! {
        Parcel SHAPE;
        plain: 0 weight, 1 sum;
    }
};
