//! Does not compile against the new crate: E0277.

use client::spec::Parcel;
use client::versions::V2022_03_01;

pub fn witness(parcel: &Parcel<V2022_03_01>) -> Option<i64> {
    parcel.height()
}

fn main() {}
