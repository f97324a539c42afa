// The word needs a list of dates and names.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(renamed = "old_note")]
    note: Option<String>,
}

fn main() {}
