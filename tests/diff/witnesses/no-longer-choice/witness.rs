//! Does not compile against the new crate: E0599.

use client::spec::Parcel;

pub fn witness(parcel: Parcel) -> bool {
    matches!(parcel, Parcel::Label(_))
}

fn main() {}
