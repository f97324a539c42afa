//! Fails when it runs with the new crate.

use client::API;

fn main() {
    assert!(API.version_header == "parcel-version");
}
