// The type of a field must be readable, too.

use juspay_macros::Versioned;

struct Address {
    city: String,
}

#[derive(Versioned)]
struct Parcel {
    sender: Option<Address>,
}

fn main() {}
