// Earlier names stand first.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(renamed("2021-03-25" = "text", "2020-06-15" = "remark"))]
    note: Option<String>,
}

fn main() {}
