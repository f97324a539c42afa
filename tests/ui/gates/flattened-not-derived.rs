// The keys of a flattened object must be known.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(prefix = "sender_")]
    sender: Option<juspay_client::payments::Card>,
}

fn main() {}
