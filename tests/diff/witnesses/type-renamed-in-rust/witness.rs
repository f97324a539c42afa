//! Does not compile against the new crate: E0432.

use client::spec::Receipt;

pub fn witness() -> Receipt {
    Receipt::new()
}

fn main() {}
