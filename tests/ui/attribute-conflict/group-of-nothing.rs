// A group names fields of the struct.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(one_of(mail, phones))]
struct Parcel {
    mail: Option<String>,
    phone: Option<String>,
}

fn main() {}
