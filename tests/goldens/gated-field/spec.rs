//! `spec.yaml`: 2 types.

use super::versions::{Latest, V2022_03_01};
use juspay_runtime::{AtLeast, Decimal, List, Pinned, Record, Version};

mod wire;

/// Some parcels.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shipment<V: Version = Latest> {
    /// The parcels.
    pub parcels: Vec<Parcel<V>>,
    /// The one on top.
    pub first: Option<Parcel<V>>,
    version: Pinned<V>,
}

impl<V: Version> Shipment<V> {
    /// With what must be there; everything else is absent.
    pub fn new(parcels: impl Into<Vec<Parcel<V>>>) -> Self {
        let mut new: Self = Record::blank();
        new.parcels = parcels.into();
        new
    }
}

/// A parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel<V: Version = Latest> {
    /// Its number.
    pub id: String,
    weight: Option<Decimal>,
    pieces: List<String>,
    scale: Option<String>,
    version: Pinned<V>,
}

impl<V: Version> Parcel<V> {
    /// With what must be there; everything else is absent.
    pub fn new(id: impl Into<String>) -> Self {
        let mut new: Self = Record::blank();
        new.id = id.into();
        new
    }

    /// What it weighs. Since 2022-03-01.
    pub fn weight(&self) -> Option<Decimal>
    where
        V: AtLeast<V2022_03_01>,
    {
        self.weight
    }

    /// Sets `weight`.
    #[must_use]
    pub fn with_weight(mut self, value: impl Into<Decimal>) -> Self
    where
        V: AtLeast<V2022_03_01>,
    {
        self.weight = Some(value.into());
        self
    }

    /// What is in it. Since 2022-03-01.
    pub fn pieces(&self) -> &List<String>
    where
        V: AtLeast<V2022_03_01>,
    {
        &self.pieces
    }

    /// Sets `pieces`.
    #[must_use]
    pub fn with_pieces(mut self, value: impl Into<List<String>>) -> Self
    where
        V: AtLeast<V2022_03_01>,
    {
        self.pieces = value.into();
        self
    }

    /// What it was weighed with. Since 2022-03-01.
    pub fn scale(&self) -> Option<&str>
    where
        V: AtLeast<V2022_03_01>,
    {
        self.scale.as_deref()
    }

    /// Sets `scale`.
    #[must_use]
    pub fn with_scale(mut self, value: impl Into<String>) -> Self
    where
        V: AtLeast<V2022_03_01>,
    {
        self.scale = Some(value.into());
        self
    }
}
