// The mistake is the only error: what uses the enum compiles.

use juspay_macros::Versioned;
use juspay_runtime::{ApiVersion, UnknownValue};

#[derive(Versioned, Clone, Debug, PartialEq)]
enum State {
    #[versioned(id = 1)]
    Fine,
    #[versioned(id = 2, since = "2020-06-15", was("2020-06-15" = "Fin"))]
    Good,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

#[derive(Versioned, Clone, Debug, PartialEq)]
struct Parcel {
    state: Option<State>,
}

fn state(parcel: &Parcel, version: ApiVersion) -> bool {
    let state = State::from("Good");
    state.id().is_some() && state.since().is_some() && state.could_mean(version).is_empty() && parcel.state == Some(state)
}

fn main() {}
