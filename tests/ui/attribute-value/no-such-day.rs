// The calendar has no such day.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(since = "2021-02-29")]
    note: Option<String>,
}

fn main() {}
