// One variant keeps all texts that are no values.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    Fine,
    #[versioned(unknown)]
    Unknown(UnknownValue),
    #[versioned(unknown)]
    Other(UnknownValue),
}

fn main() {}
