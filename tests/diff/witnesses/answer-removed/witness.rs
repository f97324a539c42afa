//! Does not compile against the new crate: E0599.

use client::spec::State;
use juspay_runtime::Answer;

pub fn witness(state: &State) -> Answer {
    state.is_final()
}

fn main() {}
