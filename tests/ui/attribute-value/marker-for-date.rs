// A version is named by its date.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(since = V2020_06_15)]
    note: Option<String>,
}

fn main() {}
