//! Does not compile against the new crate: E0603.

use client::spec::Receipt;

pub fn witness() -> Receipt {
    Receipt::new()
}

fn main() {}
