// There is one type of whole numbers.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    pieces: u32,
}

fn main() {}
