// A string has no items.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(max_items = 2)]
    note: Option<String>,
}

fn main() {}
