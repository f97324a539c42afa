//! How the types of `spec` stand on the wire.

use super::{Card, Person};
use juspay_runtime::{Field, Redacted, Shape, Wire, field, lookup};

const _: () = {
    const FIELDS: &[Field] = &[
        field("name", 0).required().sensitive(),
        field("email", 1).sensitive(),
        field("pin", 2).required().sensitive(),
        field("town", 3),
        field("card", 4),
    ];
    static LOOKUP: [u16; 16] = lookup(FIELDS);
    static SHAPE: Shape = Shape::new("Person", FIELDS, &LOOKUP);
    juspay_runtime::record! {
        Person SHAPE;
        plain: 0 name, 1 email, 2 pin, 3 town, 4 card;
    }
};

impl ::core::fmt::Debug for Person {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("Person")
            .field("name", &Redacted)
            .field("email", &Redacted)
            .field("pin", &Redacted)
            .field("town", &self.town)
            .field("card", &self.card)
            .finish()
    }
}

impl ::core::default::Default for Card {
    fn default() -> Self {
        Wire::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("colour", 0)];
    static LOOKUP: [u16; 2] = lookup(FIELDS);
    static SHAPE: Shape = Shape::new("Card", FIELDS, &LOOKUP);
    juspay_runtime::record! {
        Card SHAPE;
        plain: 0 colour;
    }
};
