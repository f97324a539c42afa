// A type parameter needs no box.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Page<T> {
    first: Option<Box<T>>,
}

fn main() {}
