// A pair begins with an enum.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(pairs(status = status_id))]
struct Parcel {
    status: String,
    status_id: Option<i64>,
}

fn main() {}
