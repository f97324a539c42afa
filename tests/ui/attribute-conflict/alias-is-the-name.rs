// The other spelling is the same.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(alias = "note")]
    note: Option<String>,
}

fn main() {}
