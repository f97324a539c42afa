//! Does not compile against the new crate: E0609.

use client::spec::Parcel;

pub fn witness(parcel: Parcel) -> Option<String> {
    parcel.label
}

fn main() {}
