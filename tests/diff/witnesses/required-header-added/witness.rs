//! Fails when it runs with the new crate.

use client::API;

fn main() {
    assert!(API.headers.iter().all(|header| header.name == "x-account" || !header.required));
}
