// What is not known has no number.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    Fine,
    #[versioned(unknown, id = 0)]
    Unknown(UnknownValue),
}

fn main() {}
