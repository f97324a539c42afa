//! How the types of `spec` stand on the wire.

use super::{Address, Order};
use juspay_runtime::{Field, Shape, field, flat, rest};

const _: () = {
    const FIELDS: &[Field] = &[
        field("ship_fax", 0).until(2019_01_01),
        field("ship_town", 1).required(),
        field("bill_town", 4).required().since(2020_01_01),
    ];
    static SHAPE: Shape = Shape::new("Order", FIELDS)
        .flats(&[flat(3, 6)])
        .rest(6)
        .rests(&[rest("ship_", 2), rest("bill_", 5).since(2020_01_01)]);
    juspay_runtime::record! {
        Order<V> version SHAPE;
        nested_flat: 0..3 ship_to;
        nested_flat_option: 3..6 bill_to;
        rest: 6 extra;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[
        field("fax", 0).until(2019_01_01),
        field("town", 1).required(),
    ];
    static SHAPE: Shape = Shape::new("Address", FIELDS).rest(2);
    juspay_runtime::record! {
        Address<V> version SHAPE;
        plain: 0 fax, 1 town;
        rest: 2 other;
    }
};
