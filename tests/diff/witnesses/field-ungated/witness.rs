//! Does not compile against the new crate: E0599.

use client::spec::Parcel;

pub fn witness(parcel: &Parcel) -> Option<i64> {
    parcel.height()
}

fn main() {}
