// The word belongs on the type.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(rename_all = "camelCase")]
    note: Option<String>,
}

fn main() {}
