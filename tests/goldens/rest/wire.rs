//! How the types of `spec` stand on the wire.

use super::{Box, Parcel};
use juspay_runtime::{Field, Redacted, Shape, Wire, field, lookup};

const _: () = {
    const FIELDS: &[Field] = &[field("id", 0).required()];
    static LOOKUP: [u16; 2] = lookup(FIELDS);
    static SHAPE: Shape = Shape::new("Parcel", FIELDS, &LOOKUP).rest(1);
    juspay_runtime::record! {
        Parcel SHAPE;
        plain: 0 id;
        rest: 1 tags;
    }
};

impl ::core::default::Default for Box {
    fn default() -> Self {
        Wire::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("owner", 0).sensitive()];
    static LOOKUP: [u16; 2] = lookup(FIELDS);
    static SHAPE: Shape = Shape::new("Box", FIELDS, &LOOKUP).rest(1);
    juspay_runtime::record! {
        Box SHAPE;
        plain: 0 owner;
        rest: 1 more;
    }
};

impl ::core::fmt::Debug for Box {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("Box")
            .field("owner", &Redacted)
            .field("more", &self.more)
            .finish()
    }
}
