// Null needs a place to go.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(nullable)]
    note: String,
}

fn main() {}
