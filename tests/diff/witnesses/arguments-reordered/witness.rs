//! Does not compile against the new crate: E0277.

use client::spec::NewParcel;

pub fn witness() -> NewParcel {
    NewParcel::new("Asha", 2)
}

fn main() {}
