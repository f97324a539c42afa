//! `spec.yaml`: 7 types.

use super::versions::{Latest, V2021_03_05};
use juspay_runtime::{AtLeast, Decimal, Pinned, Record, Version};

mod wire;

/// What is posted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct News<V: Version = Latest> {
    /// What it is about.
    pub about: Subject<V>,
    /// Who pays.
    pub payer: Option<Payer>,
    /// How it comes.
    pub way: Option<Way<V>>,
    version: Pinned<V>,
}

impl<V: Version> News<V> {
    /// With what must be there; everything else is absent.
    pub fn new(about: Subject<V>) -> Self {
        let mut new: Self = Record::blank();
        new.about = about;
        new
    }
}

/// What news is about.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Subject<V: Version = Latest> {
    /// A parcel.
    Parcel(Box<Parcel<V>>),
    /// A return. Since 2021-03-05.
    Return(Box<Return>),
    /// A text.
    Unknown_(String),
    /// None of them, or one that is not known yet.
    Unknown,
}

impl<V: Version> From<Parcel<V>> for Subject<V> {
    fn from(value: Parcel<V>) -> Self {
        Self::Parcel(Box::new(value))
    }
}

impl<V: Version> From<Return> for Subject<V> {
    fn from(value: Return) -> Self {
        Self::Return(Box::new(value))
    }
}

/// Who pays.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Payer {
    /// Who sends.
    Sender(Box<Person>),
    /// Who receives.
    Receiver(Box<Person>),
    /// An account.
    Iban(String),
    /// None of them, or one that is not known yet.
    Unknown,
}

/// How it comes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Way<V: Version = Latest> {
    /// In the air.
    ByAir(bool),
    /// These drones. Since 2021-03-05.
    Drones(Vec<i64>),
    /// None of them, or one that is not known yet.
    Unknown,
    #[doc(hidden)]
    __Version(::core::convert::Infallible, Pinned<V>),
}

/// A parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel<V: Version = Latest> {
    /// Its number.
    pub id: String,
    weight: Option<Decimal>,
    version: Pinned<V>,
}

impl<V: Version> Parcel<V> {
    /// With what must be there; everything else is absent.
    pub fn new(id: impl Into<String>) -> Self {
        let mut new: Self = Record::blank();
        new.id = id.into();
        new
    }

    /// In kilograms. Since 2021-03-05.
    pub fn weight(&self) -> Option<Decimal>
    where
        V: AtLeast<V2021_03_05>,
    {
        self.weight
    }

    /// Sets `weight`.
    #[must_use]
    pub fn with_weight(mut self, value: impl Into<Decimal>) -> Self
    where
        V: AtLeast<V2021_03_05>,
    {
        self.weight = Some(value.into());
        self
    }
}

/// A parcel on its way back. Since 2021-03-05.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Return {
    /// Its number.
    pub id: String,
}

impl Return {
    /// With what must be there; everything else is absent.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

/// Somebody.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// Their name.
    pub name: Option<String>,
}

impl Person {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}
