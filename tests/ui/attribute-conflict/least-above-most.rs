// Nothing is more than the most.

use juspay_macros::Versioned;
use juspay_runtime::Amount;

#[derive(Versioned)]
struct Parcel {
    #[versioned(at_least = 10, at_most = 9.99)]
    sum: Option<Amount>,
}

fn main() {}
