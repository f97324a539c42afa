// The same word twice, in one attribute or in two.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(rename = "a", rename = "b")]
    note: Option<String>,
}

fn main() {}
