// Only objects can be hidden: a string has no fields to look at.

use juspay_macros::Versioned;
use juspay_runtime::List;

#[derive(Versioned)]
struct Parcel {
    #[versioned(hidden("2020-06-15" = "status == LOST"))]
    notes: List<String>,
}

fn main() {}
