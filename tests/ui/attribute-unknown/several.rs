// Every mistake is told in one run, each at its place.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(nane = "Parcel")]
struct Parcel {
    #[versioned(renam = "n", blnk, until = "2020-06-31")]
    note: Option<String>,
    #[versioned(nested)]
    inner: Option<Box<Parcel>>,
}

fn main() {}
