// Bounds stand where the parameters are declared.

use juspay_macros::Versioned;

#[derive(Versioned)]
struct Page<T>
where
    T: Clone,
{
    items: Vec<T>,
}

fn main() {}
