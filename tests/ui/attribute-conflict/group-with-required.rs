// What is always there needs no group.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(one_of(mail, phone))]
struct Parcel {
    mail: String,
    phone: Option<String>,
}

fn main() {}
