// The keys of a type parameter are not known.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Envelope<T> {
    #[versioned(prefix = "")]
    content: T,
}

fn main() {}
