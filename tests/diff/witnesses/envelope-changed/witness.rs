//! Does not compile against the new crate: E0599.

use client::spec::ParcelEvent;
use juspay_runtime::http::{BasicCredentials, HeaderMap};

pub fn witness(headers: &HeaderMap, body: &[u8], credentials: &BasicCredentials) -> bool {
    ParcelEvent::receive(headers, body, credentials).is_ok()
}

fn main() {}
