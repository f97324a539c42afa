// A pair has a field for the number.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
#[versioned(pairs(status, status_id))]
struct Parcel {
    status: State,
    status_id: Option<i64>,
}

#[derive(Versioned)]
enum State {
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
