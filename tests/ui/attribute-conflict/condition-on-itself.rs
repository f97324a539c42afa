// A field cannot say whether it is there.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(when = "note == x")]
    note: Option<String>,
}

fn main() {}
