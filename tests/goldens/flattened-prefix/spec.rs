//! `spec.yaml`: 2 types.

use juspay_runtime::Wire;

mod wire;

/// An order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// Who pays.
    pub bill_to: Address,
    /// Who gets it.
    pub ship_to: Option<Address>,
    /// Whether it is paid.
    pub paid: Option<bool>,
}

impl Order {
    /// With what must be there; everything else is absent.
    pub fn new(bill_to: Address) -> Self {
        Self { bill_to, ..Wire::blank() }
    }
}

/// An address.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Address {
    /// The town.
    pub town: String,
    /// The street.
    pub street: Option<String>,
}

impl Address {
    /// With what must be there; everything else is absent.
    pub fn new(town: impl Into<String>) -> Self {
        Self {
            town: town.into(),
            ..Wire::blank()
        }
    }
}
