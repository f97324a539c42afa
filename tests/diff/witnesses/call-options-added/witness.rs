//! Does not compile against the new crate: E0308.

use client::Client;
use client::spec::Parcel;
use juspay_runtime::Version;
use juspay_runtime::http::Call;

pub fn witness<V: Version, M: Clone>(client: &Client<V, M>) -> Call<M, Parcel> {
    client.get_parcel("1")
}

fn main() {}
