//! Fails when it runs with the new crate.

use client::spec::NewParcel;
use juspay_runtime::Wire;

fn main() {
    assert!(NewParcel::new("Asha").check().is_empty());
}
