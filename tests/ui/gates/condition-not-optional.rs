// A field with a condition may be absent.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    kind: String,
    #[versioned(when = "kind == CARD")]
    note: String,
}

fn main() {}
