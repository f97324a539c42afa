//! What was asked of the double, and what it posted: tests count on it.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A call that reached the double.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Call {
    /// The operation's name in the specification: `create_order`.
    pub operation: &'static str,
    /// The path.
    pub path: String,
    /// The version that the call asked for, if it named one.
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
    /// Where it was posted, without user, password and query.
    pub url: String,
    /// The status that was answered, or else what went wrong.
    #[serde(serialize_with = "outcome")]
    pub outcome: Result<u16, String>,
    /// How often it was tried.
    pub attempts: u32,
}

/// `{"status": 200}`, or `{"error": "…"}`.
fn outcome<S: Serializer>(outcome: &Result<u16, String>, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(1))?;
    match outcome {
        Ok(status) => map.serialize_entry("status", status)?,
        Err(error) => map.serialize_entry("error", error)?,
    }
    map.end()
}

/// Everything that was asked and posted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journal {
    pub(crate) calls: Vec<Call>,
    pub(crate) deliveries: Vec<Delivery>,
}
