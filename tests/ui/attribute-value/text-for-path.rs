// A path is not quoted.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(versions = "crate::versions")]
struct Parcel {
    note: Option<String>,
}

fn main() {}
