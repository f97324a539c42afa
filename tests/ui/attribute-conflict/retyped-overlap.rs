// A key that changed its type has one at each version.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Parcel {
    #[versioned(rename = "grade", until = "2021-03-25")]
    grade_text: Option<String>,
    #[versioned(since = "2020-06-15")]
    grade: Option<i64>,
}

fn main() {}
