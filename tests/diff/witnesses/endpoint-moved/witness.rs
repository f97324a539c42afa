//! Does not compile against the new crate: E0432.

use client::spec::LIST_PARCELS;
use juspay_runtime::Operation;

pub fn witness() -> &'static Operation {
    &LIST_PARCELS
}

fn main() {}
