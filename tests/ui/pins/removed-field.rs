// The field was there only before the pinned version.

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
    #[versioned(until = "2020-06-15")]
    old_hub: Option<String>,
    version: PhantomData<V>,
}

fn hub(parcel: &Parcel<versions::V2020_06_15>) -> Option<&str> {
    parcel.old_hub()
}

fn main() {}
