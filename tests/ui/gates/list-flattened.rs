// Only an object can be flattened.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(prefix = "sender_")]
    sender: Vec<String>,
}

fn main() {}
