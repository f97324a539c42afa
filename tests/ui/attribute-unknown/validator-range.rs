// The least and the greatest number have words of their own.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(range = 1)]
    note: Option<i64>,
}

fn main() {}
