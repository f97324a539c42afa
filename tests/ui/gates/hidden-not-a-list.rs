// Only items of a list can be hidden.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(hidden("2020-06-15" = "status == LOST"))]
    note: Option<String>,
}

fn main() {}
