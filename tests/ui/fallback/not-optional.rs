// A type that cannot be absent is the only error: what uses the methods compiles.

use std::marker::PhantomData;

use juspay_macros::Versioned;
use juspay_runtime::Version;

mod versions {
    juspay_runtime::versions! {
        V2019_01_01 = 2019-01-01,
        V2020_06_15 = 2020-06-15,
    }
}

#[derive(Versioned)]
#[versioned(versions = versions)]
struct Parcel<V: Version> {
    #[versioned(since = "2020-06-15")]
    weight: i64,
    version: PhantomData<V>,
}

fn heavier(parcel: Parcel<versions::V2020_06_15>) -> Option<i64> {
    parcel.with_weight(3).weight()
}

fn main() {}
