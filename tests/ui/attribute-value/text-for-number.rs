// An id is a number.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    #[versioned(id = "1")]
    Fine,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
