//! Fails when it runs with the new crate.

use client::spec::EVENTS;

fn main() {
    assert!(EVENTS.iter().any(|event| event.name == "PARCEL_LOST"));
}
