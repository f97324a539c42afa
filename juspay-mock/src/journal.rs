//! What was asked of the double, and what it posted: tests count on it.

use serde::Serialize;

/// A call that reached the double.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Call {
    /// The operation's name in the specification: `create_order`.
    pub operation: &'static str,
    /// The path.
    pub path: String,
    /// The version that the call asked for, if any.
    pub version: Option<String>,
    /// The status that was answered; `None` where the connection was reset before.
    pub status: Option<u16>,
}

/// An event that was posted, or tried to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Delivery {
    /// The event's id; the same in copies.
    pub id: String,
    /// The event's name.
    pub event: String,
    /// Where it was posted.
    pub url: String,
    /// The status that was answered, or else what went wrong.
    pub outcome: Result<u16, String>,
    /// How often it was tried.
    pub attempts: u32,
}

/// Everything that was asked and posted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journal {
    pub(crate) calls: Vec<Call>,
    pub(crate) deliveries: Vec<Delivery>,
}
