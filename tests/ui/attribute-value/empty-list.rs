// The list is empty.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(renamed())]
    note: Option<String>,
}

fn main() {}
