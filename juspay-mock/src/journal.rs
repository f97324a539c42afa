//! What was asked of the double, and what it posted: tests count on it.

use crate::sent::Sent;
use crate::world::MOST;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::collections::{HashMap, VecDeque};

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
    /// What was sent with it. It may be anybody's personal data, so it is not shown.
    #[serde(skip)]
    pub(crate) sent: Sent,
}

impl Call {
    /// What a parameter of the query or the body was, as it came: `100.10`, `true`, `{"id":1}`. Of a body that was
    /// longer than 16 KiB, nothing is kept.
    ///
    /// ```
    /// # use juspay_mock::Call;
    /// # fn created(calls: &[Call]) -> bool {
    /// calls.iter().any(|call| call.operation == "create_order" && call.parameter("amount").as_deref() == Some("100.10"))
    /// # }
    /// ```
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.sent.parameter(name)
    }
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

/// What was asked and posted: all of it counted, the newest of it kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journal {
    calls: Newest<Call>,
    counts: HashMap<&'static str, usize>,
    deliveries: Newest<Delivery>,
}

impl Journal {
    /// Writes down a call.
    pub(crate) fn call(&mut self, mut call: Call) {
        *self.counts.entry(call.operation).or_default() += 1;
        call.path = short(call.path);
        call.version = call.version.map(short);
        self.calls.push(call);
    }

    /// Writes down what became of an event.
    pub(crate) fn delivery(&mut self, mut delivery: Delivery) {
        delivery.url = short(delivery.url);
        self.deliveries.push(delivery);
    }

    /// How often an operation was called.
    pub(crate) fn count(&self, operation: &str) -> usize {
        self.counts.get(operation).copied().unwrap_or_default()
    }

    pub(crate) fn calls(&self) -> &VecDeque<Call> {
        &self.calls.0
    }

    pub(crate) fn deliveries(&self) -> &VecDeque<Delivery> {
        &self.deliveries.0
    }
}

/// The newest of what came, the oldest first.
#[derive(Clone, Debug)]
struct Newest<T>(VecDeque<T>);

impl<T> Default for Newest<T> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<T> Newest<T> {
    fn push(&mut self, item: T) {
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(item);
    }
}

/// Texts of callers are cut, so that ten thousand of them stay small.
fn short(text: String) -> String {
    if text.len() > 500 { text.chars().take(500).collect() } else { text }
}

#[cfg(test)]
mod tests {
    use super::{Call, Journal, MOST, Sent};

    #[test]
    fn all_calls_are_counted_and_the_newest_are_kept() {
        let mut journal = Journal::default();
        for number in 0..MOST + 5 {
            let path = format!("/orders/{number}{}", "₹".repeat(600));
            journal.call(Call {
                operation: "order_status",
                path,
                version: None,
                status: Some(200),
                sent: Sent::default(),
            });
        }
        assert_eq!(journal.count("order_status"), MOST + 5);
        assert_eq!(journal.count("create_order"), 0);
        assert_eq!(journal.calls().len(), MOST);
        let oldest = journal.calls().front().map(|call| call.path.as_str()).unwrap_or_default();
        assert!(oldest.starts_with("/orders/5₹"));
        assert_eq!(oldest.chars().count(), 500);
    }
}
