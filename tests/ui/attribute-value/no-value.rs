// The word needs a value.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(since)]
    note: Option<String>,
}

fn main() {}
