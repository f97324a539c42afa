// No known word is near.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(colour = "red")]
    note: Option<String>,
}

fn main() {}
