//! How the types of `spec` stand on the wire.

use super::{Parcel, Shipment};
use juspay_runtime::{Field, Shape, field};

const _: () = {
    const FIELDS: &[Field] = &[field("parcels", 0).required(), field("first", 1)];
    static SHAPE: Shape = Shape::new("Shipment", FIELDS);
    juspay_runtime::record! {
        Shipment<V> version SHAPE;
        nested: 0 parcels, 1 first;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[
        field("id", 0).required(),
        field("weight", 1).since(2022_03_01),
        field("pieces", 2).since(2022_03_01),
        field("scale", 3).required().since(2022_03_01),
    ];
    static SHAPE: Shape = Shape::new("Parcel", FIELDS);
    juspay_runtime::record! {
        Parcel<V> version SHAPE;
        plain: 0 id, 1 weight, 2 pieces, 3 scale;
    }
};
