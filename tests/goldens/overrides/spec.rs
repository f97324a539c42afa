//! `spec.yaml`: 2 types.

use juspay_runtime::{List, Record, UnknownValue};

pub(super) mod wire;

/// A parcel.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Packet {
    /// Its number.
    pub number: String,
    /// What it weighs.
    pub weight: Option<juspay_runtime::Amount>,
    /// What is written on it.
    pub label: crate::Label,
    /// What it is written with.
    pub ink: Option<std::string::String>,
    /// What it is like.
    pub kind: Option<Kind>,
    /// What is in it.
    pub inside: List<Packet>,
}

impl Packet {
    /// With what must be there; everything else is absent.
    pub fn new(number: impl Into<String>, label: crate::Label) -> Self {
        let mut new: Self = Record::blank();
        new.number = number.into();
        new.label = label;
        new
    }
}

/// What a parcel is like.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Soft.
    Squashy,
    /// Hard.
    Hard,
    /// A value that is unknown, or that its version does not have; the text is kept.
    Unknown(UnknownValue),
}
