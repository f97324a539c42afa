// The API has no version of that date.

use std::marker::PhantomData;

use juspay_macros::Versioned;
use juspay_runtime::Version;

mod versions {
    juspay_runtime::versions! {
        V2019_01_01 = 2019-01-01,
        V2020_06_15 = 2020-06-15,
        V2021_03_25 = 2021-03-25,
    }
}

#[derive(Versioned)]
#[versioned(versions = versions)]
struct Parcel<V: Version> {
    #[versioned(since = "2020-06-16")]
    weight: Option<i64>,
    version: PhantomData<V>,
}

fn main() {}
