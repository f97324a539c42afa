// A life that a rest does not have is the only error.

use std::marker::PhantomData;

use juspay_macros::Versioned;
use juspay_runtime::{Map, Version};

mod versions {
    juspay_runtime::versions! {
        V2019_01_01 = 2019-01-01,
        V2020_06_15 = 2020-06-15,
    }
}

#[derive(Versioned)]
#[versioned(versions = versions)]
struct Shelf<V: Version> {
    #[versioned(rest, since = "2020-06-15")]
    extra: Map<String>,
    version: PhantomData<V>,
}

fn main() {}
