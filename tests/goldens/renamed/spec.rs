//! `spec.yaml`: one type.

use juspay_runtime::Amount;

mod wire;

/// A ticket.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ticket {
    /// What it costs. In major units.
    pub price: Amount,
}

impl Ticket {
    /// With what must be there; everything else is absent.
    pub fn new(price: impl Into<Amount>) -> Self {
        Self { price: price.into() }
    }
}
