// Fields are named by their names in Rust.

use juspay_macros::Versioned;

#[derive(Versioned)]
#[versioned(one_of("mail", phone))]
struct Parcel {
    mail: Option<String>,
    phone: Option<String>,
}

fn main() {}
