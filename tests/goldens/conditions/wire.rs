//! How the types of `spec` stand on the wire.

use super::{Cup, Lid, Shelf};
use juspay_runtime::{Field, Record, Shape, Test, field, hidden};

const _: () = {
    const FIELDS: &[Field] = &[field("cups", 0).required(), field("owner", 1)];
    static SHAPE: Shape = Shape::new("Shelf", FIELDS)
        .hidden(&[hidden(0, 2019_09_09, &[Test::is(&["state"], &["broken"])])])
        .when(
            &[
                (
                    1,
                    &[
                        Test::is(&["cups", "state"], &["whole", "mended"]),
                        Test::there(&["cups", "lid", "colour"]),
                    ],
                ),
            ],
        );
    juspay_runtime::record! {
        Shelf<V> version SHAPE;
        plain: 1 owner;
        nested: 0 cups;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[
        field("state", 0).required(),
        field("cracks", 1).since(2020_09_09),
        field("lid", 2),
    ];
    static SHAPE: Shape = Shape::new("Cup", FIELDS)
        .when(&[(1, &[Test::is_not(&["state"], &["whole"])])]);
    juspay_runtime::record! {
        Cup<V> version SHAPE;
        plain: 0 state, 1 cracks, 2 lid;
    }
};

impl ::core::default::Default for Lid {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("colour", 0)];
    static SHAPE: Shape = Shape::new("Lid", FIELDS);
    juspay_runtime::record! {
        Lid SHAPE;
        plain: 0 colour;
    }
};
