//! `spec.yaml`: one type.

mod wire;

/// A ship.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ship {
    /// What it is called. Required from 2021-05-05 on.
    pub name: Option<String>,
    /// Whose it is. Always there, but may be null.
    pub flag: Option<String>,
}

impl Ship {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}
