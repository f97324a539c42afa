//! How the types of `spec` stand on the wire.

use super::{Item, NewParcel, Place, Receipt};
use juspay_runtime::{Field, Record, Rule, Shape, field, flat};

const _: () = {
    const FIELDS: &[Field] = &[
        field("to", 0).required(),
        field("weight", 1),
        field("express", 2).as_string(),
        field("items", 3).json_string(),
        field("from.town", 4).required(),
        field("page", 5),
    ];
    static SHAPE: Shape = Shape::new("NewParcel", FIELDS)
        .flats(&[flat(4, 5)])
        .rules(
            &[
                (0, &[Rule::MaxLength(40), Rule::Chars("A-Za-z ")]),
                (1, &[Rule::Decimals(2), Rule::AtLeast("0.1"), Rule::AtMost("31.5")]),
                (3, &[Rule::MaxItems(3)]),
                (5, &[Rule::NoQuery]),
            ],
        )
        .one_of(&[&[1, 3]]);
    juspay_runtime::record! {
        NewParcel SHAPE;
        plain: 0 to, 1 weight, 2 express, 3 items, 5 page;
        flat_option: 4..5 from;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[field("name", 0).required()];
    static SHAPE: Shape = Shape::new("Item", FIELDS);
    juspay_runtime::record! {
        Item SHAPE;
        plain: 0 name;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[field("town", 0).required()];
    static SHAPE: Shape = Shape::new("Place", FIELDS);
    juspay_runtime::record! {
        Place SHAPE;
        plain: 0 town;
    }
};

impl ::core::default::Default for Receipt {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("number", 0)];
    static SHAPE: Shape = Shape::new("Receipt", FIELDS);
    juspay_runtime::record! {
        Receipt SHAPE;
        plain: 0 number;
    }
};
