// A condition compares with two equals signs.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    kind: String,
    #[versioned(when = "kind = CARD")]
    note: Option<String>,
}

fn main() {}
