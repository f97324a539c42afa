//! Fails when it runs with the new crate.

use client::spec::NewParcel;
use juspay_runtime::{Dynamic, Wire};

fn main() {
    assert!(NewParcel::<Dynamic>::from_json(r#"{"to": "Asha", "mass": null}"#).is_ok());
}
