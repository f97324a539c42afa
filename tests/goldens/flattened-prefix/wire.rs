//! How the types of `spec` stand on the wire.

use super::{Address, Order};
use juspay_runtime::{Field, Shape, field, flat};

const _: () = {
    const FIELDS: &[Field] = &[
        field("bill_town", 0).required(),
        field("bill_street[0]", 1).escaped(),
        field("ship.town", 2).required(),
        field("ship.street[0]", 3).escaped(),
        field("paid", 4),
    ];
    static SHAPE: Shape = Shape::new("Order", FIELDS).flats(&[flat(2, 4)]);
    juspay_runtime::record! {
        Order SHAPE;
        plain: 4 paid;
        flat: 0..2 bill_to;
        flat_option: 2..4 ship_to;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[
        field("town", 0).required(),
        field("street[0]", 1).escaped(),
    ];
    static SHAPE: Shape = Shape::new("Address", FIELDS);
    juspay_runtime::record! {
        Address SHAPE;
        plain: 0 town, 1 street;
    }
};
