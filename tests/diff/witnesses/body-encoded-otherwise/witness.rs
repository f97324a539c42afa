//! Fails when it runs with the new crate.

use client::spec::SEND_PARCEL;
use juspay_runtime::BodyFormat;

fn main() {
    assert!(SEND_PARCEL.body.is_some_and(|(format, _)| format == BodyFormat::Json));
}
