// The word is that of the spec language.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(gate = "2020-06-15")]
    note: Option<String>,
}

fn main() {}
