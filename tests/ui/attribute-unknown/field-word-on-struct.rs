// The word belongs on a field.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(since = "2020-06-15")]
struct Parcel {
    note: Option<String>,
}

fn main() {}
