// The number of a value is an attribute.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    Fine = 1,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
