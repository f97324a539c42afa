//! `spec.yaml`: 2 types.

use super::versions::{Latest, V2022_01_01};
use juspay_runtime::{AtLeast, List, Pinned, Version};

mod wire;

/// A tree.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tree<V: Version = Latest> {
    /// The left branch.
    pub left: Option<Box<Tree<V>>>,
    /// The right branch.
    pub right: Option<Box<Tree<V>>>,
    /// What hangs on it.
    pub leaves: List<Leaf<V>>,
    version: Pinned<V>,
}

impl<V: Version> Tree<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// A leaf.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Leaf<V: Version = Latest> {
    /// What became of it.
    pub grown_into: Option<Tree<V>>,
    label: Option<String>,
    version: Pinned<V>,
}

impl<V: Version> Leaf<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is written on it. Since 2022-01-01.
    pub fn label(&self) -> Option<&str>
    where
        V: AtLeast<V2022_01_01>,
    {
        self.label.as_deref()
    }

    /// Sets `label`.
    #[must_use]
    pub fn with_label(mut self, value: impl Into<String>) -> Self
    where
        V: AtLeast<V2022_01_01>,
    {
        self.label = Some(value.into());
        self
    }
}
