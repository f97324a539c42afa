//! Fails when it runs with the new crate.

use client::spec::GET_PARCEL;
use juspay_runtime::ApiVersion;

fn main() {
    assert!(GET_PARCEL.parameters.iter().all(|it| it.life.has(ApiVersion::BASE)));
}
