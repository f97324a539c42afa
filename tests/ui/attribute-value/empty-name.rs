// A key without a name.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(rename = "")]
    note: Option<String>,
}

fn main() {}
