// A list needs no box.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    id: String,
    parts: Option<Box<Vec<Parcel>>>,
}

fn main() {}
