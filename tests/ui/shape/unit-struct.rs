// Even an empty object has braces.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel;

fn main() {}
