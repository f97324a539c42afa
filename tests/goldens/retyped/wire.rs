//! How the types of `spec` stand on the wire.

use super::Ticket;
use juspay_runtime::{Field, Record, Shape, Version, field};

impl<V: Version> ::core::default::Default for Ticket<V> {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[
        field("seat", 0).since(2020_02_29),
        field("seat", 1).until(2020_02_29),
        field("row", 2),
    ];
    static SHAPE: Shape = Shape::new("Ticket", FIELDS).retyped(&[&[0, 1]]);
    juspay_runtime::record! {
        Ticket<V> version SHAPE;
        plain: 0 seat, 1 seat_before_2020_02_29, 2 row;
    }
};
