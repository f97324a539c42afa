// A group has several fields.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(one_of(mail))]
struct Parcel {
    mail: Option<String>,
}

fn main() {}
