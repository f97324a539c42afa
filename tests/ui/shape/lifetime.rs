// A decoded value owns its text.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel<'a> {
    id: &'a str,
    note: Option<&'a str>,
}

fn main() {}
