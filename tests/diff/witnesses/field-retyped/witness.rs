//! Does not compile against the new crate: E0616.

use client::spec::Parcel;

pub fn witness(parcel: Parcel) -> Option<String> {
    parcel.shelf
}

fn main() {}
