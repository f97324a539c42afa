// Two fields with one key.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    note: Option<String>,
    #[versioned(rename = "note")]
    remark: Option<String>,
}

fn main() {}
