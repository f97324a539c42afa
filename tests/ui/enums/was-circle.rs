// Two values cannot have been sent as each other.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    #[versioned(was("2020-06-15" = "Good"))]
    Fine,
    #[versioned(was("2020-06-15" = "Fine"))]
    Good,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
