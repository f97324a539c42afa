//! How the types of `spec` stand on the wire.

use super::{Leaf, Tree};
use juspay_runtime::{Field, Record, Shape, Version, field};

impl<V: Version> ::core::default::Default for Tree<V> {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("left", 0), field("right", 1), field("leaves", 2)];
    static SHAPE: Shape = Shape::new("Tree", FIELDS);
    juspay_runtime::record! {
        Tree<V> version SHAPE;
        nested: 0 left, 1 right, 2 leaves;
    }
};

impl<V: Version> ::core::default::Default for Leaf<V> {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[
        field("grown_into", 0),
        field("label", 1).since(2022_01_01),
    ];
    static SHAPE: Shape = Shape::new("Leaf", FIELDS);
    juspay_runtime::record! {
        Leaf<V> version SHAPE;
        plain: 1 label;
        nested: 0 grown_into;
    }
};
