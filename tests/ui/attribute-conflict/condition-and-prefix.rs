// The fields of a flattened object have conditions, it has none.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    kind: String,
    #[versioned(prefix = "sender_", when = "kind == CARD")]
    sender: Option<Address>,
}

#[derive(Versioned)]
struct Address {
    city: String,
}

fn main() {}
