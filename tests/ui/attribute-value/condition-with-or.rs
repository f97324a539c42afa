// Conditions are joined by `and` alone.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    kind: String,
    #[versioned(when = "kind == CARD or kind == UPI")]
    note: Option<String>,
}

fn main() {}
