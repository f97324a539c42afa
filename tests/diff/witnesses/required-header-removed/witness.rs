//! Does not compile against the new crate: E0599.

use client::ClientBuilder;
use juspay_runtime::Version;

pub fn witness<V: Version>(builder: ClientBuilder<V>) {
    let _ = builder.x_desk("1");
}

fn main() {}
