// The mistake is the only error: what uses the type compiles.

use juspay_macros::Versioned;
use juspay_runtime::Wire;

#[derive(Versioned, Clone, Debug, PartialEq)]
struct Parcel<'a> {
    id: &'a str,
}

#[derive(Versioned, Clone, Debug, PartialEq)]
struct Shelf {
    parcels: Vec<Parcel<'static>>,
}

fn read(text: &str) -> Option<Shelf> {
    Shelf::from_json(text).ok()
}

fn main() {}
