// The word is that of another derive.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(flatten)]
    sender: Address,
}

#[derive(Versioned)]
struct Address {
    city: String,
}

fn main() {}
