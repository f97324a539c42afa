//! Does not compile against the new crate: E0599.

use client::Environment;

pub fn witness() -> Environment {
    Environment::Test
}

fn main() {}
