// Another field takes every other key.

use juspay_macros::Versioned;
use juspay_runtime::{Json, Map};

#[derive(Versioned)]
struct Parcel {
    #[versioned(rest)]
    extra: Map<Json>,
    #[versioned(rest)]
    more: Map<Json>,
}

fn main() {}
