// A version is a date.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(since = "v2")]
    note: Option<String>,
}

fn main() {}
