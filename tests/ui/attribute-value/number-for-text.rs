// The word needs a text.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(rename = 3)]
    note: Option<String>,
}

fn main() {}
