// What takes every other key has no key of its own.

use juspay_macros::Versioned;
use juspay_runtime::{Json, Map};

#[derive(Versioned)]
struct Parcel {
    #[versioned(rest, alias = "more")]
    extra: Map<Json>,
}

fn main() {}
