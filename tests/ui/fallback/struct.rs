// The mistake is the only error: what uses the type compiles.

use std::marker::PhantomData;

use juspay_macros::Versioned;
use juspay_runtime::{Dynamic, Version, Versioned as _, Wire};

mod versions {
    juspay_runtime::versions! {
        V2019_01_01 = 2019-01-01,
        V2020_06_15 = 2020-06-15,
        V2021_03_25 = 2021-03-25,
    }
}

#[derive(Versioned, Clone, Debug, PartialEq)]
#[versioned(versions = versions)]
struct Parcel<V: Version> {
    #[versioned(since = "2020-06-15")]
    weight: Option<i64>,
    #[versioned(since = "2020-06-32")]
    height: Option<i64>,
    version: PhantomData<V>,
}

#[derive(Versioned, Clone, Debug, PartialEq)]
struct Shelf<V: Version> {
    parcels: Vec<Parcel<V>>,
}

fn weigh(shelf: Shelf<Dynamic>) -> Option<i64> {
    let shelf: Shelf<versions::V2021_03_25> = shelf.cast();
    let text = shelf.to_json();
    let parcel = Parcel::<versions::V2020_06_15>::from_json(&text).ok()?.with_weight(3);
    parcel.weight().or(parcel.height())
}

fn main() {}
