// There is no such case.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(rename_all = "SCREAMING_CASE")]
struct Parcel {
    note: Option<String>,
}

fn main() {}
