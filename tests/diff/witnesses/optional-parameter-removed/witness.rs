//! Does not compile against the new crate: E0599.

use client::client::GetParcelParameters;

pub fn witness() -> GetParcelParameters {
    GetParcelParameters::new().trace(true)
}

fn main() {}
