// A value that is new must survive.

use juspay_macros::Versioned;

#[derive(Versioned)]
enum State {
    Fine,
    Lost,
}

fn main() {}
