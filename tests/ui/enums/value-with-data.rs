// Values are texts.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    Fine,
    Lost(String),
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn main() {}
