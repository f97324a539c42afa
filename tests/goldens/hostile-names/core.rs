//! `core.yaml`: one type.

use super::spec::Option;

mod wire;

/// A type in a module that is named like a crate.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Std {
    /// Nothing.
    pub std: ::core::option::Option<Option>,
}

impl Std {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}
