// An empty text that means nothing needs a place to go.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(blank)]
    note: String,
}

fn main() {}
