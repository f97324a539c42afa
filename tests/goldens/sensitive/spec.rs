//! `spec.yaml`: 2 types.

use juspay_runtime::{Record, Secret};

mod wire;

/// Somebody.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: Option<String>,
    /// What only they know.
    pub pin: Secret,
    /// Where they live.
    pub town: Option<String>,
    /// Their card.
    pub card: Option<Card>,
}

impl Person {
    /// With what must be there; everything else is absent.
    pub fn new(name: impl Into<String>, pin: impl Into<Secret>) -> Self {
        let mut new: Self = Record::blank();
        new.name = name.into();
        new.pin = pin.into();
        new
    }
}

/// A card; none of its fields is sensitive.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// How it looks.
    pub colour: Option<String>,
}

impl Card {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}
