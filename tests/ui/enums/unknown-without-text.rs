// The text of an unknown value is kept.

use juspay_macros::Versioned;

#[derive(Versioned)]
enum State {
    Fine,
    #[versioned(unknown)]
    Unknown,
}

fn main() {}
