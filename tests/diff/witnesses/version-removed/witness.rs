//! Does not compile against the new crate: E0432.

use client::versions::V2023_03_01;
use juspay_runtime::Version;

pub fn witness() -> bool {
    V2023_03_01::PINNED.is_some()
}

fn main() {}
