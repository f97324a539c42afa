// The word is that of the spec language.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(retyped("2020-06-15" = "int"))]
    note: Option<String>,
}

fn main() {}
