//! Does not compile against the new crate: E0432.

use client::spec::NewParcelCarrier;

pub fn witness() -> NewParcelCarrier {
    NewParcelCarrier::Air
}

fn main() {}
