// A value does not stand for itself.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    #[versioned(was("2020-06-15" = "Fine"))]
    Fine,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
