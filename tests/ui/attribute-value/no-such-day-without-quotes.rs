// A date may stand without quotes; it is a date all the same.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(since = 2020-13-01)]
    note: Option<String>,
}

fn main() {}
