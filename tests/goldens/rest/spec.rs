//! `spec.yaml`: 2 types.

use juspay_runtime::{Json, Map, Record};

mod wire;

/// A parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    /// Its number.
    pub id: String,
    /// Tags of your own.
    pub tags: Map<String>,
}

impl Parcel {
    /// With what must be there; everything else is absent.
    pub fn new(id: impl Into<String>) -> Self {
        let mut new: Self = Record::blank();
        new.id = id.into();
        new
    }
}

/// A box.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Box {
    /// Whose it is.
    pub owner: Option<String>,
    /// Whatever else comes.
    pub more: Map<Json>,
}

impl Box {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}
