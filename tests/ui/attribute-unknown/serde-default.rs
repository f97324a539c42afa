// The word is that of another derive.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(default)]
    note: String,
}

fn main() {}
