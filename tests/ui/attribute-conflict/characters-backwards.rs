// A range of characters runs upwards.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(chars = "z-a")]
    note: Option<String>,
}

fn main() {}
