//! Fails when it runs with the new crate.

use client::spec::Parcel;
use juspay_runtime::{ApiVersion, Decoding, Wire};

fn main() {
    assert!(Parcel::decode(r#"{"id": "1", "city": "Pune"}"#, &Decoding::at(ApiVersion::BASE)).is_ok_and(|it| it.value.city.is_some()));
}
