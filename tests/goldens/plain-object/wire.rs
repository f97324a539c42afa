//! How the types of `spec` stand on the wire.

use super::{Everything, Inner};
use juspay_runtime::{Field, Record, Shape, field};

const _: () = {
    const FIELDS: &[Field] = &[
        field("text", 0).required(),
        field("whole", 1).required(),
        field("yes_no", 2).required(),
        field("sum", 3).required(),
        field("number", 4).required(),
        field("moment", 5).required(),
        field("day", 6).required(),
        field("page", 7).required(),
        field("raw", 8).required(),
        field("texts", 9).required(),
        field("names", 10).required(),
        field("inner", 11).required(),
        field("text_or_not", 12),
        field("whole_or_not", 13),
        field("sum_or_null", 14).required().nullable(),
        field("texts_or_not", 15),
        field("names_or_not", 16),
        field("inner_or_not", 17),
    ];
    static SHAPE: Shape = Shape::new("Everything", FIELDS);
    juspay_runtime::record! {
        Everything SHAPE;
        plain: 0 text, 1 whole, 2 yes_no, 3 sum, 4 number, 5 moment, 6 day, 7 page,
            8 raw, 9 texts, 10 names, 11 inner, 12 text_or_not, 13 whole_or_not,
            14 sum_or_null, 15 texts_or_not, 16 names_or_not, 17 inner_or_not;
    }
};

impl ::core::default::Default for Inner {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("label1", 0), field("label2", 1)];
    static SHAPE: Shape = Shape::new("Inner", FIELDS);
    juspay_runtime::record! {
        Inner SHAPE;
        plain: 0 label1, 1 label2;
    }
};
