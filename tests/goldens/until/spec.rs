//! `spec.yaml`: one type.

use super::versions::{Latest, V2019_06_01, V2021_01_01};
use juspay_runtime::{AtLeast, Before, Pinned, Record, Version};

mod wire;

/// A letter.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Letter<V: Version = Latest> {
    /// Its number.
    pub id: String,
    seal: Option<String>,
    stamp: Option<i64>,
    version: Pinned<V>,
}

impl<V: Version> Letter<V> {
    /// With what must be there; everything else is absent.
    pub fn new(id: impl Into<String>) -> Self {
        let mut new: Self = Record::blank();
        new.id = id.into();
        new
    }

    /// Its seal. Before 2021-01-01.
    pub fn seal(&self) -> Option<&str>
    where
        V: Before<V2021_01_01>,
    {
        self.seal.as_deref()
    }

    /// Sets `seal`.
    #[must_use]
    pub fn with_seal(mut self, value: impl Into<String>) -> Self
    where
        V: Before<V2021_01_01>,
    {
        self.seal = Some(value.into());
        self
    }

    /// The stamp on it. Since 2019-06-01. Before 2021-01-01.
    pub fn stamp(&self) -> Option<i64>
    where
        V: AtLeast<V2019_06_01> + Before<V2021_01_01>,
    {
        self.stamp
    }

    /// Sets `stamp`.
    #[must_use]
    pub fn with_stamp(mut self, value: i64) -> Self
    where
        V: AtLeast<V2019_06_01> + Before<V2021_01_01>,
    {
        self.stamp = Some(value);
        self
    }
}
