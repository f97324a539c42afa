//! Fails when it runs with the new crate.

use client::spec::Parcel;
use juspay_runtime::Wire;

fn main() {
    assert!(Parcel::from_json(r#"{"id": "1", "town": "Pune"}"#).is_ok_and(|parcel| parcel.city.is_some()));
}
