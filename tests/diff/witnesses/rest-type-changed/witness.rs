//! Does not compile against the new crate: E0308.

use client::spec::Parcel;
use juspay_runtime::Map;

pub fn witness(parcel: Parcel) -> Map<String> {
    parcel.extra
}

fn main() {}
