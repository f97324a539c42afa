// A union says nothing of what it holds.

use juspay_macros::Versioned;

#[derive(Versioned)]
union Parcel {
    id: i64,
}

fn main() {}
