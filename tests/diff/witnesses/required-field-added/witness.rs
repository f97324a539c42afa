//! Does not compile against the new crate: E0061.

use client::spec::NewParcel;

pub fn witness() -> NewParcel {
    NewParcel::new("Asha")
}

fn main() {}
