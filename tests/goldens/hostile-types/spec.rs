//! `spec.yaml`: 8 types.

use super::versions::V2021_12_31;
use juspay_runtime::{AtLeast, Pinned, UnknownValue};

pub(super) mod wire;

/// Named like a type of the runtime.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dynamic<V: juspay_runtime::Version = super::versions::Latest> {
    latest: Option<Latest>,
    version: Pinned<V>,
}

impl<V: juspay_runtime::Version> Dynamic<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// A type. Since 2021-12-31.
    pub fn latest(&self) -> Option<&Latest>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.latest.as_ref()
    }

    /// Sets `latest`.
    #[must_use]
    pub fn with_latest(mut self, value: Latest) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.latest = Some(value);
        self
    }
}

/// Named like a version.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Latest {
    /// A type of the runtime. In major units.
    pub amount: Option<juspay_runtime::Amount>,
}

impl Latest {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a type of the runtime.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Amount {
    /// A primitive.
    pub i64: Option<i64>,
}

impl Amount {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a parameter elsewhere.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct T<V: juspay_runtime::Version = super::versions::Latest> {
    t: Option<Box<T<V>>>,
    /// A type.
    pub amount: Option<Amount>,
    version: Pinned<V>,
}

impl<V: juspay_runtime::Version> T<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Itself. Since 2021-12-31.
    pub fn t(&self) -> Option<&T<V>>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.t.as_deref()
    }

    /// Sets `t`.
    #[must_use]
    pub fn with_t(mut self, value: T<V>) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.t = Some(Box::new(value));
        self
    }
}

/// Named like a trait of the runtime.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Version<V: juspay_runtime::Version = super::versions::Latest> {
    v: Option<Record>,
    version: Pinned<V>,
}

impl<V: juspay_runtime::Version> Version<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// A trait. Since 2021-12-31.
    pub fn v(&self) -> Option<&Record>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.v.as_ref()
    }

    /// Sets `v`.
    #[must_use]
    pub fn with_v(mut self, value: Record) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.v = Some(value);
        self
    }
}

/// Named like a trait of the runtime.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Record {
    /// A type.
    pub self_: Option<PhantomData>,
}

impl Record {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a type of the library.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PhantomData {
    /// A trait.
    pub into: Option<Into>,
}

impl PhantomData {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a trait of the prelude.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Into {
    /// A variant.
    Ok,
    /// A variant.
    Err,
    /// A value that is unknown, or that its version does not have; the text is kept.
    Unknown(UnknownValue),
}
