// There is one type of maps.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    labels: std::collections::HashMap<String, String>,
}

fn main() {}
