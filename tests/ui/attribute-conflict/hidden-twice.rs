// Items were hidden before one version.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(hidden("2019-01-01" = "status == LOST", "2020-06-15" = "status == SENT"))]
    pieces: Vec<Piece>,
}

#[derive(Versioned)]
struct Piece {
    status: String,
}

fn main() {}
