// What is kept is more than a text.

use juspay_macros::Versioned;

#[derive(Versioned)]
enum State {
    Fine,
    #[versioned(unknown)]
    Unknown(String),
}

fn main() {}
