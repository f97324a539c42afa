// Words are divided by commas.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(blank sensitive)]
    note: Option<String>,
}

fn main() {}
