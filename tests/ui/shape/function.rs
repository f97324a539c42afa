// A function is no data.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    run: fn(),
}

fn main() {}
