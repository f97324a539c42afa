// The word takes no value.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(blank = true)]
    note: Option<String>,
}

fn main() {}
