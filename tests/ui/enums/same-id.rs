// Two values with one number.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    #[versioned(id = 1)]
    Fine,
    #[versioned(id = 1)]
    Good,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
