// A value is written in one form.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(as_string, json_string)]
    note: Option<i64>,
}

fn main() {}
