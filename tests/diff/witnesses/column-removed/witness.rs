//! Does not compile against the new crate: E0599.

use client::spec::NewParcelCarrier;

pub fn witness() -> NewParcelCarrier {
    NewParcelCarrier::Sea
}

fn main() {}
