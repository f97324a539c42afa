// There are no arrays of a fixed length in JSON.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel<const N: usize> {
    id: String,
}

fn main() {}
