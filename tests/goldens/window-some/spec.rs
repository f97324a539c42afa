//! `spec.yaml`: 2 types.

use super::versions::{Latest, V2020_06_01};
use juspay_runtime::{AtLeast, Decimal, Pinned, UnknownValue, Version};

pub(super) mod wire;

/// A parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel<V: Version = Latest> {
    /// What it weighs.
    pub weight: Option<Decimal>,
    size: Option<i64>,
    /// What it is like.
    pub shape: Option<Shape>,
    version: Pinned<V>,
}

impl<V: Version> Parcel<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// How long it is. Since 2020-06-01.
    pub fn size(&self) -> Option<i64>
    where
        V: AtLeast<V2020_06_01>,
    {
        self.size
    }

    /// Sets `size`.
    #[must_use]
    pub fn with_size(mut self, value: i64) -> Self
    where
        V: AtLeast<V2020_06_01>,
    {
        self.size = Some(value);
        self
    }
}

/// What a parcel is like.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// It rolls.
    Round,
    /// A value that is unknown, or that its version does not have; the text is kept.
    Unknown(UnknownValue),
}
