//! Does not compile against the new crate: E0599.

use client::spec::State;

pub fn witness(state: &State) -> Option<i64> {
    state.id()
}

fn main() {}
