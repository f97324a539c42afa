// A limit is a decimal number.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(at_least = "a lot")]
    note: Option<i64>,
}

fn main() {}
