// What not every version has may be absent.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(since = "2020-06-15")]
    note: String,
}

fn main() {}
