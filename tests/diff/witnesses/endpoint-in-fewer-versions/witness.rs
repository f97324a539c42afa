//! Does not compile against the new crate: E0277.

use client::Client;
use client::versions::V2022_03_01;

pub fn witness<M: Clone>(client: &Client<V2022_03_01, M>) {
    let _ = client.get_parcel("1");
}

fn main() {}
