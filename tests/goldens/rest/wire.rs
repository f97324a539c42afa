//! How the types of `spec` stand on the wire.

use super::{Box, Parcel};
use juspay_runtime::{Field, Record, Redacted, Shape, field};

const _: () = {
    const FIELDS: &[Field] = &[field("id", 0).required()];
    static SHAPE: Shape = Shape::new("Parcel", FIELDS).rest(1);
    juspay_runtime::record! {
        Parcel SHAPE;
        plain: 0 id;
        rest: 1 tags;
    }
};

impl ::core::default::Default for Box {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("owner", 0).sensitive()];
    static SHAPE: Shape = Shape::new("Box", FIELDS).rest(1);
    juspay_runtime::record! {
        Box SHAPE;
        plain: 0 owner;
        rest: 1 more;
    }
};

impl ::core::fmt::Debug for Box {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        juspay_runtime::debug(f, "Box", &[("owner", &Redacted), ("more", &self.more)])
    }
}
