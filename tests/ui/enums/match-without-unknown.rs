// Every other text is a value, too.

use juspay_macros::Versioned;
use juspay_runtime::UnknownValue;

#[derive(Versioned)]
enum State {
    Fine,
    Lost,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

fn is_lost(state: &State) -> bool {
    match state {
        State::Fine => false,
        State::Lost => true,
    }
}

fn main() {}
