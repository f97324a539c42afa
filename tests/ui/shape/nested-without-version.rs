// A type inside has the version of the type around it.

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
struct Parcel<V: Version> {
    pieces: Vec<Piece>,
    version: PhantomData<V>,
}

#[derive(Versioned)]
struct Piece<V: Version = versions::V2021_03_25> {
    version: PhantomData<V>,
}

fn main() {}
