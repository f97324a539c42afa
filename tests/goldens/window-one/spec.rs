//! `spec.yaml`: one type.

use juspay_runtime::{Amount, Decimal};

mod wire;

/// A parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    /// What it weighs.
    pub weight: Option<Decimal>,
    /// What it costs. In major units.
    pub sum: Option<Amount>,
}

impl Parcel {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}
