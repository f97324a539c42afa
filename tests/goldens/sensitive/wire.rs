//! How the types of `spec` stand on the wire.

use super::{Card, Person};
use juspay_runtime::{Field, Record, Redacted, Shape, field};

const _: () = {
    const FIELDS: &[Field] = &[
        field("name", 0).required().sensitive(),
        field("email", 1).sensitive(),
        field("pin", 2).required().sensitive(),
        field("town", 3),
        field("card", 4),
    ];
    static SHAPE: Shape = Shape::new("Person", FIELDS);
    juspay_runtime::record! {
        Person SHAPE;
        plain: 0 name, 1 email, 2 pin, 3 town, 4 card;
    }
};

impl ::core::fmt::Debug for Person {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        juspay_runtime::debug(
            f,
            "Person",
            &[
                ("name", &Redacted),
                ("email", &Redacted),
                ("pin", &Redacted),
                ("town", &self.town),
                ("card", &self.card),
            ],
        )
    }
}

impl ::core::default::Default for Card {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("colour", 0)];
    static SHAPE: Shape = Shape::new("Card", FIELDS);
    juspay_runtime::record! {
        Card SHAPE;
        plain: 0 colour;
    }
};
