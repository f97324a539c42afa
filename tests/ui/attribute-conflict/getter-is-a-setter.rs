// A gated field is called like the method that sets another one.
use juspay_macros::Versioned;
use juspay_runtime::{Pinned, Version};

juspay_runtime::versions! { V2020_11_20 = 2020-11-20 }

#[derive(Versioned, Clone, Debug, PartialEq)]
struct Parcel<V: Version> {
    #[versioned(since = "2020-11-20")]
    slip: Option<String>,
    #[versioned(since = "2020-11-20")]
    with_slip: Option<bool>,
    version: Pinned<V>,
}

fn main() {}
