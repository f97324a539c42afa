// The attribute is written like a value.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned = "blank"]
    note: Option<String>,
}

fn main() {}
