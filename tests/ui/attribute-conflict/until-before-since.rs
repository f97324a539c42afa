// No version has the field.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(since = "2021-03-25", until = "2020-06-15")]
    note: Option<String>,
}

fn main() {}
