//! Does not compile against the new crate: E0599.

use client::spec::Label;

pub fn witness() -> Label {
    Label::new().with_text("fragile")
}

fn main() {}
