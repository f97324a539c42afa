// The field is gone when it is said to become required.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(until = "2020-06-15", required_since = "2021-03-25")]
    note: Option<String>,
}

fn main() {}
