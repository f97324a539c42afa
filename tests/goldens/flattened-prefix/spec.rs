//! `spec.yaml`: 2 types.

use juspay_runtime::Record;

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
        let mut new: Self = Record::blank();
        new.bill_to = bill_to;
        new
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
        let mut new: Self = Record::blank();
        new.town = town.into();
        new
    }
}
