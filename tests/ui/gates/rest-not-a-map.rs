// Every other key goes into a map.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(rest)]
    extra: Vec<String>,
}

fn main() {}
