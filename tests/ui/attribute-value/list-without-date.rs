// A name without the date until which it was used.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(renamed("old_note"))]
    note: Option<String>,
}

fn main() {}
