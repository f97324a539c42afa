//! What calls carried: tests look a parameter up.

use crate::form;
use indexmap::IndexMap;
use serde_json::value::RawValue;
use std::fmt;

/// The longest query or body that is kept.
const MOST_BYTES: usize = 16 << 10;

/// The query and the body of a call, as they came; nobody reads them until a test asks.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Sent {
    query: String,
    body: Vec<u8>,
    json: bool,
}

impl Sent {
    pub(crate) fn new(query: &str, body: &[u8], json: bool) -> Self {
        let query = if query.len() > MOST_BYTES { String::new() } else { query.to_owned() };
        // A copy, for a piece of what a connection read keeps all of that.
        let body = if body.len() > MOST_BYTES { Vec::new() } else { body.to_vec() };
        Self { query, body, json }
    }

    /// A parameter of the query or the body; the last one if there are several.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        let body = std::str::from_utf8(&self.body).unwrap_or_default();
        let of_body = if self.json { of_json(body, name) } else { of_form(body, name) };
        of_body.or_else(|| of_form(&self.query, name))
    }
}

fn of_form(text: &str, name: &str) -> Option<String> {
    let pairs = form::parse(text).ok()?;
    pairs.into_iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// A text without its quotes; anything else as it is written.
fn of_json(text: &str, name: &str) -> Option<String> {
    let fields: IndexMap<String, Box<RawValue>> = serde_json::from_str(text).ok()?;
    let value = fields.get(name)?.get();
    Some(serde_json::from_str::<String>(value).unwrap_or_else(|_| value.to_owned()))
}

impl fmt::Debug for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.query.len() + self.body.len())
    }
}
