// A flattened object has no key of its own.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(prefix = "sender_", rename = "sender")]
    sender: Option<Address>,
}

#[derive(Versioned)]
struct Address {
    city: String,
}

fn main() {}
