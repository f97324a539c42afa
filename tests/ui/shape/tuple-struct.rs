// Fields need names.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel(String, i64);

fn main() {}
