// A path begins at a field of the struct.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    kind: String,
    #[versioned(when = "kinds == CARD")]
    note: Option<String>,
}

fn main() {}
