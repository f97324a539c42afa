//! Does not compile against the new crate: E0432.

use client::spec::EVENTS;

pub fn witness() -> usize {
    EVENTS.len()
}

fn main() {}
