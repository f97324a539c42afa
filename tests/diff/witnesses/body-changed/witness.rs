//! Does not compile against the new crate: E0277.

use client::Client;
use client::spec::NewParcel;
use juspay_runtime::Version;

pub fn witness<V: Version, M: Clone>(client: &Client<V, M>) {
    let _ = client.send_parcel(NewParcel::new("Asha"));
}

fn main() {}
