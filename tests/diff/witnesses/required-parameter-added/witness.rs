//! Does not compile against the new crate: E0061.

use client::Client;
use juspay_runtime::Version;

pub fn witness<V: Version, M: Clone>(client: &Client<V, M>) {
    let _ = client.get_parcel("1");
}

fn main() {}
