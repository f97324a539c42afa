// The word belongs on a field.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    #[versioned(alias = "GOOD")]
    Fine,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
