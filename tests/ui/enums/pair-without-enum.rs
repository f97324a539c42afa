// A pair begins with an enum of values, and not with an object.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(pairs(status = status_id))]
struct Parcel {
    status: State,
    status_id: Option<i64>,
}

#[derive(Versioned)]
struct State {
    name: String,
}

fn main() {}
