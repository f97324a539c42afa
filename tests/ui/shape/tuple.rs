// The parts of a value need names.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    pieces: Vec<(String, i64)>,
}

fn main() {}
