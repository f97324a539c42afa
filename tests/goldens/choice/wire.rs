//! How the types of `spec` stand on the wire.

use super::{News, Parcel, Payer, Person, Return, Subject, Way};
use juspay_runtime::{Field, Record, Redacted, Shape, field};

const _: () = {
    const FIELDS: &[Field] = &[
        field("about", 0).required(),
        field("payer", 1),
        field("way", 2),
    ];
    static SHAPE: Shape = Shape::new("News", FIELDS);
    juspay_runtime::record! {
        News<V> version SHAPE;
        plain: 1 payer;
        nested: 0 about, 2 way;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[
        field("parcel", 0),
        field("return", 1).since(2021_03_05),
        field("unknown", 2),
    ];
    static SHAPE: Shape = Shape::new("Subject", FIELDS).choice();
    juspay_runtime::choice! {
        Subject<V> SHAPE;
        plain: 1 Return, 2 Unknown_;
        nested: 0 Parcel;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[
        field("sender", 0),
        field("receiver", 1),
        field("iban", 2).sensitive(),
    ];
    static SHAPE: Shape = Shape::new("Payer", FIELDS).choice();
    juspay_runtime::choice! {
        Payer SHAPE;
        plain: 0 Sender, 1 Receiver, 2 Iban;
    }
};

impl ::core::fmt::Debug for Payer {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match self {
            Self::Sender(value) => f.debug_tuple("Sender").field(value).finish(),
            Self::Receiver(value) => f.debug_tuple("Receiver").field(value).finish(),
            Self::Iban(_) => f.debug_tuple("Iban").field(&Redacted).finish(),
            Self::Unknown => f.write_str("Unknown"),
        }
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("by-air", 0), field("drones", 1).since(2021_03_05)];
    static SHAPE: Shape = Shape::new("Way", FIELDS).choice();
    juspay_runtime::choice! {
        Way<V> SHAPE;
        plain: 0 ByAir, 1 Drones;
        never: __Version;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[
        field("id", 0).required(),
        field("weight", 1).since(2021_03_05),
    ];
    static SHAPE: Shape = Shape::new("Parcel", FIELDS);
    juspay_runtime::record! {
        Parcel<V> version SHAPE;
        plain: 0 id, 1 weight;
    }
};

const _: () = {
    const FIELDS: &[Field] = &[field("id", 0).required()];
    static SHAPE: Shape = Shape::new("Return", FIELDS);
    juspay_runtime::record! {
        Return SHAPE;
        plain: 0 id;
    }
};

impl ::core::default::Default for Person {
    fn default() -> Self {
        Record::blank()
    }
}

const _: () = {
    const FIELDS: &[Field] = &[field("name", 0)];
    static SHAPE: Shape = Shape::new("Person", FIELDS);
    juspay_runtime::record! {
        Person SHAPE;
        plain: 0 name;
    }
};
