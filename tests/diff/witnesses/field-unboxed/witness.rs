//! Does not compile against the new crate: E0308.

use client::spec::{Content, Parcel};

pub fn witness(parcel: Parcel) -> Option<Box<Content>> {
    parcel.content
}

fn main() {}
