// No field says the version.

use juspay_macros::Versioned;
use juspay_runtime::Version;

#[derive(Versioned)]
struct Parcel<V: Version> {
    id: String,
}

fn main() {}
