//! Fails when it runs with the new crate.

use client::spec::NewParcel;
use juspay_runtime::Wire;

fn main() {
    assert!(NewParcel::from_json(r#"{"to": "Asha", "sender_town": "Pune"}"#).is_ok_and(|parcel| parcel.sender.is_some()));
}
