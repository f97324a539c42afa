//! Fails when it runs with the new crate.

use client::spec::SEND_PARCEL;

fn main() {
    assert!(SEND_PARCEL.auth.iter().any(|auth| auth.name == "key"));
}
