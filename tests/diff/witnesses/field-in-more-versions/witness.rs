//! Does not compile against the new crate: E0277.

use client::spec::Parcel;
use client::versions::V2023_03_01;
use juspay_runtime::AtLeast;

pub fn witness<V: AtLeast<V2023_03_01>>(parcel: &Parcel<V>) -> Option<i64> {
    parcel.height()
}

fn main() {}
