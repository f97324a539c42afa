// A number has no length.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(max_length = 3)]
    note: Option<i64>,
}

fn main() {}
