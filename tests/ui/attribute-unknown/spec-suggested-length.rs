// Advice is for the documentation.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(suggested_length = 3)]
    note: Option<String>,
}

fn main() {}
