// A letter is wrong.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(sinse = "2020-06-15")]
    note: Option<String>,
}

fn main() {}
