//! Does not compile against the new crate: E0277.

use client::Client;
use client::versions::V2023_03_01;
use juspay_runtime::AtLeast;

pub fn witness<V: AtLeast<V2023_03_01>, M: Clone>(client: &Client<V, M>) {
    let _ = client.get_parcel("1");
}

fn main() {}
