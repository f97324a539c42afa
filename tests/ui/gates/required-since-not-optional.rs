// What became required was optional before.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(required_since = "2020-06-15")]
    note: String,
}

fn main() {}
