// A derived `Debug` would show it.

use juspay_macros::Versioned;

#[derive(Versioned, Debug)]
struct Customer {
    #[versioned(sensitive)]
    mail: String,
}

fn main() {}
