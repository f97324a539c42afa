// Items are hidden before a version.

use juspay_macros::Versioned;
use juspay_runtime::List;

#[derive(Versioned)]
struct Parcel {
    #[versioned(hidden("status == LOST"))]
    pieces: List<Piece>,
}

#[derive(Versioned)]
struct Piece {
    status: String,
}

fn main() {}
