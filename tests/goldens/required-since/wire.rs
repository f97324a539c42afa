//! How the types of `spec` stand on the wire.

use super::Ship;
use juspay_runtime::{Field, Record, Shape, field};

impl ::core::default::Default for Ship {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[
        field("name", 0).required_since(2021_05_05),
        field("flag", 1).required().nullable(),
    ];
    static SHAPE: Shape = Shape::new("Ship", FIELDS);
    juspay_runtime::record! {
        Ship SHAPE;
        plain: 0 name, 1 flag;
    }
};
