// Lists have any length.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    lines: [String; 2],
}

fn main() {}
