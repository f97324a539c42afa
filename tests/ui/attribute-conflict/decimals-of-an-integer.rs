// An integer has no decimals.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(decimals = 2)]
    note: Option<i64>,
}

fn main() {}
