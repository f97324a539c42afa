// There is nothing in the attribute.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned]
    note: Option<String>,
}

fn main() {}
