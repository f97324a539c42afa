//! Does not compile against the new crate: E0599.

use client::spec::State;

pub fn witness() -> State {
    State::Lost
}

fn main() {}
