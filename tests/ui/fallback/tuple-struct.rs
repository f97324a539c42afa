// The mistake is the only error: what uses the type compiles.

use std::marker::PhantomData;

use juspay_macros::Versioned;
use juspay_runtime::{Dynamic, Version, Wire};

#[derive(Versioned, Clone, Debug, PartialEq)]
struct Parcel<V: Version>(String, PhantomData<V>);

#[derive(Versioned, Clone, Debug, PartialEq)]
struct Shelf<V: Version> {
    parcels: Vec<Parcel<V>>,
}

fn read(text: &str) -> Option<Shelf<Dynamic>> {
    Shelf::from_json(text).ok()
}

fn main() {}
