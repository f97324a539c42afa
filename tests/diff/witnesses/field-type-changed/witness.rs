//! Does not compile against the new crate: E0308.

use client::spec::Parcel;

pub fn witness(parcel: Parcel) -> Option<String> {
    parcel.price
}

fn main() {}
