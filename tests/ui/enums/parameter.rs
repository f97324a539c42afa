// Values are the same whatever the version is.

use juspay_macros::Versioned;

#[derive(Versioned)]
enum State<T> {
    Fine,
    #[versioned(unknown)]
    Unknown(T),
}

fn main() {}
