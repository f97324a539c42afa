// Amounts must be exact.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    price: Option<f64>,
}

fn main() {}
