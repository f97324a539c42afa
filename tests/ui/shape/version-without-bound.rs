// The parameter is meant to be the version.

use std::marker::PhantomData;

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel<V> {
    id: String,
    version: PhantomData<V>,
}

fn main() {}
