//! Does not compile against the new crate: E0432.

use client::client::GetParcelParameters;

pub fn witness() -> GetParcelParameters {
    GetParcelParameters::new()
}

fn main() {}
