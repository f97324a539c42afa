// A length is not less than nothing.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(max_length = -1)]
    note: Option<String>,
}

fn main() {}
