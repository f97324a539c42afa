// Absent and null are the same.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    note: Option<Option<String>>,
}

fn main() {}
