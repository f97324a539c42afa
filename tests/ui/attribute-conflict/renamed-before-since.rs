// The field was not there when it is said to have been renamed.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(since = "2021-03-25", renamed("2020-06-15" = "remark"))]
    note: Option<String>,
}

fn main() {}
