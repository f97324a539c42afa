//! Does not compile against the new crate: E0283.

use client::spec::Parcel;

pub fn witness() -> String {
    Parcel::new("1").id
}

fn main() {}
