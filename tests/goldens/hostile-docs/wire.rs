//! How the types of `spec` stand on the wire.

use super::Page;
use juspay_runtime::{Field, Record, Shape, Version, field};

impl<V: Version> ::core::default::Default for Page<V> {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[
        field("link", 0),
        field("fence", 1),
        field("html", 2),
        field("bidi", 3),
        field("wide", 4),
        field("table", 5).since(2021_12_31),
        field("heading", 6),
        field("ticks", 7),
    ];
    static SHAPE: Shape = Shape::new("Page", FIELDS);
    juspay_runtime::record! {
        Page<V> version SHAPE;
        plain: 0 link, 1 fence, 2 html, 3 bidi, 4 wide, 5 table, 6 heading, 7 ticks;
    }
};
