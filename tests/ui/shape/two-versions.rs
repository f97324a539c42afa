// A type has one version.

use std::marker::PhantomData;

use juspay_macros::Versioned;
use juspay_runtime::Version;

#[derive(Versioned)]
struct Parcel<V: Version, W: Version> {
    from: PhantomData<V>,
    to: PhantomData<W>,
}

fn main() {}
