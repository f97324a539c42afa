//! Fails when it runs with the new crate.

use client::spec::NewParcel;
use juspay_runtime::Wire;

fn main() {
    assert!(NewParcel::new("Asha").with_note("fragile").check().is_empty());
}
