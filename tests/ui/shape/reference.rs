// A decoded value owns its text.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    value: &'static str,
}

fn main() {}
