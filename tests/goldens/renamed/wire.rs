//! How the types of `spec` stand on the wire.

use super::Ticket;
use juspay_runtime::{Field, Shape, field};

const _: () = {
    const FIELDS: &[Field] = &[
        field("sum", 0).required().until(2020_02_29),
        field("price", 0).required().since(2020_02_29),
        field("cost", 0).required().alias(),
    ];
    static SHAPE: Shape = Shape::new("Ticket", FIELDS);
    juspay_runtime::record! {
        Ticket SHAPE;
        plain: 0 price;
    }
};
