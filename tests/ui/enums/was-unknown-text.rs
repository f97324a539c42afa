// What was sent instead is a text on the wire, not the name of a variant.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
#[versioned(rename_all = "UPPERCASE")]
enum State {
    Fine,
    #[versioned(was("2020-06-15" = "Fine"))]
    Good,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
