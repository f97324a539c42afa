// Two values cannot be told apart.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
#[versioned(rename_all = "UPPERCASE")]
enum State {
    Fine,
    #[versioned(rename = "FINE")]
    Good,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
