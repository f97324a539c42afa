// Items cannot come back after the list has gone.

use juspay_macros::Versioned;
use juspay_runtime::List;

#[derive(Versioned)]
struct Parcel {
    #[versioned(until = "2019-01-01", hidden("2020-06-15" = "status == LOST"))]
    pieces: List<Piece>,
}

#[derive(Versioned)]
struct Piece {
    status: String,
}

fn main() {}
