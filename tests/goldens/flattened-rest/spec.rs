//! `spec.yaml`: 2 types.

use super::versions::{Latest, V2019_01_01, V2020_01_01};
use juspay_runtime::{AtLeast, Before, Json, Map, Pinned, Record, Version};

mod wire;

/// An order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Order<V: Version = Latest> {
    /// Who gets it.
    pub ship_to: Address<V>,
    bill_to: Option<Address<V>>,
    /// Any other key.
    pub extra: Map<Json>,
    version: Pinned<V>,
}

impl<V: Version> Order<V> {
    /// With what must be there; everything else is absent.
    pub fn new(ship_to: Address<V>) -> Self {
        let mut new: Self = Record::blank();
        new.ship_to = ship_to;
        new
    }

    /// Who pays. Since 2020-01-01.
    pub fn bill_to(&self) -> Option<&Address<V>>
    where
        V: AtLeast<V2020_01_01>,
    {
        self.bill_to.as_ref()
    }

    /// Sets `bill_to`.
    #[must_use]
    pub fn with_bill_to(mut self, value: Address<V>) -> Self
    where
        V: AtLeast<V2020_01_01>,
    {
        self.bill_to = Some(value);
        self
    }
}

/// An address.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Address<V: Version = Latest> {
    fax: Option<String>,
    /// The town.
    pub town: String,
    /// Any other line.
    pub other: Map<String>,
    version: Pinned<V>,
}

impl<V: Version> Address<V> {
    /// With what must be there; everything else is absent.
    pub fn new(town: impl Into<String>) -> Self {
        let mut new: Self = Record::blank();
        new.town = town.into();
        new
    }

    /// The fax machine. Before 2019-01-01.
    pub fn fax(&self) -> Option<&str>
    where
        V: Before<V2019_01_01>,
    {
        self.fax.as_deref()
    }

    /// Sets `fax`.
    #[must_use]
    pub fn with_fax(mut self, value: impl Into<String>) -> Self
    where
        V: Before<V2019_01_01>,
    {
        self.fax = Some(value.into());
        self
    }
}
