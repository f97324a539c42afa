//! `spec.yaml`: 3 types.

use super::versions::{Latest, V2020_09_09};
use juspay_runtime::{AtLeast, Pinned, Record, Version};

mod wire;

/// A shelf.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shelf<V: Version = Latest> {
    /// The cups on it. Before 2019-09-09, without items with `state == broken`.
    pub cups: Vec<Cup<V>>,
    /// Who wants them. Only if `cups.state in [whole, mended] and cups.lid.colour`.
    pub owner: Option<String>,
    version: Pinned<V>,
}

impl<V: Version> Shelf<V> {
    /// With what must be there; everything else is absent.
    pub fn new(cups: impl Into<Vec<Cup<V>>>) -> Self {
        let mut new: Self = Record::blank();
        new.cups = cups.into();
        new
    }
}

/// A cup.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cup<V: Version = Latest> {
    /// How it is.
    pub state: String,
    cracks: Option<i64>,
    /// What is on it.
    pub lid: Option<Lid>,
    version: Pinned<V>,
}

impl<V: Version> Cup<V> {
    /// With what must be there; everything else is absent.
    pub fn new(state: impl Into<String>) -> Self {
        let mut new: Self = Record::blank();
        new.state = state.into();
        new
    }

    /// How many cracks it has. Since 2020-09-09. Only if `state != whole`.
    pub fn cracks(&self) -> Option<i64>
    where
        V: AtLeast<V2020_09_09>,
    {
        self.cracks
    }

    /// Sets `cracks`.
    #[must_use]
    pub fn with_cracks(mut self, value: i64) -> Self
    where
        V: AtLeast<V2020_09_09>,
    {
        self.cracks = Some(value);
        self
    }
}

/// A lid.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Lid {
    /// How it looks.
    pub colour: Option<String>,
}

impl Lid {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}
