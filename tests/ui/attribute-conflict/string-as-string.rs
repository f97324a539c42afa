// A string is a string already.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(as_string)]
    note: Option<String>,
}

fn main() {}
