//! How the types of `spec` stand on the wire.

use super::Ticket;
use juspay_runtime::{Field, Shape, field, lookup};

const _: () = {
    const FIELDS: &[Field] = &[
        field("sum", 0).required().until(2020_02_29),
        field("price", 0).required().since(2020_02_29),
        field("cost", 0).required().alias(),
    ];
    static LOOKUP: [u16; 8] = lookup(FIELDS);
    static SHAPE: Shape = Shape::new("Ticket", FIELDS, &LOOKUP);
    juspay_runtime::record! {
        Ticket SHAPE;
        plain: 0 price;
    }
};
