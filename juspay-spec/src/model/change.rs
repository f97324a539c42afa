//! Versions, what changes in them, and how long items exist.

use super::Meta;
use crate::version::{ApiVersion, VersionRange};

/// A dated version with its changes.
#[derive(Clone, Debug)]
pub struct Version {
    /// The date.
    pub version: ApiVersion,
    /// The marker type in Rust: `V2021_03_25`.
    pub rust: String,
    /// Indices into [`Api::changes`](super::Api::changes).
    pub changes: Vec<usize>,
}

/// One dated change.
#[derive(Clone, Debug)]
pub struct Change {
    /// The name that elements refer to.
    pub name: String,
    /// The date from which it holds.
    pub version: ApiVersion,
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// The question that keeps it unresolved.
    pub question: Option<String>,
    /// The items that refer to it: `Order.refunds`, `OrderStatus.AUTO_REFUNDED`, an endpoint.
    pub uses: Vec<String>,
    /// Documentation and place.
    pub meta: Meta,
}

/// What kind of change a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Something exists from now on.
    Added,
    /// Something no longer exists.
    Removed,
    /// A field has another name.
    Renamed,
    /// A field has another type.
    Retyped,
    /// An optional field must be there.
    Required,
    /// An enum has a further value.
    Value,
    /// A value that was sent as another one is now sent as itself.
    Remap,
    /// Items that were left out of a list are listed.
    Filter,
    /// Something exists from now on, under a condition.
    Condition,
    /// An event is posted from now on.
    Delivery,
    /// Nothing in the data moves.
    Doc,
    /// Nobody knows what moves.
    Unresolved,
}

impl ChangeKind {
    /// Every kind with its word in YAML.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("added", Self::Added),
        ("removed", Self::Removed),
        ("renamed", Self::Renamed),
        ("retyped", Self::Retyped),
        ("required", Self::Required),
        ("value", Self::Value),
        ("remap", Self::Remap),
        ("filter", Self::Filter),
        ("condition", Self::Condition),
        ("delivery", Self::Delivery),
        ("doc", Self::Doc),
        ("unresolved", Self::Unresolved),
    ];

    /// The word in YAML.
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }
}

/// From when to when something exists, and the changes that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Life {
    /// The change that brought it, as an index into [`Api::changes`](super::Api::changes).
    pub gate: Option<usize>,
    /// The change that removed it.
    pub until: Option<usize>,
    /// The same as versions.
    pub range: VersionRange,
}
