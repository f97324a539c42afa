// Only the version stands in a `PhantomData`.

use std::marker::PhantomData;

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    id: String,
    unit: PhantomData<i64>,
}

fn main() {}
