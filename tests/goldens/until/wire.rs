//! How the types of `spec` stand on the wire.

use super::Letter;
use juspay_runtime::{Field, Shape, field};

const _: () = {
    const FIELDS: &[Field] = &[
        field("id", 0).required(),
        field("seal", 1).until(2021_01_01),
        field("stamp", 2).since(2019_06_01).until(2021_01_01),
    ];
    static SHAPE: Shape = Shape::new("Letter", FIELDS);
    juspay_runtime::record! {
        Letter<V> version SHAPE;
        plain: 0 id, 1 seal, 2 stamp;
    }
};
