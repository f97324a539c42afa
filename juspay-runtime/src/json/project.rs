//! What a version writes in place of a value that was set as another version has it.

use crate::ApiVersion;
use crate::anomaly::AnomalyKind;
use crate::inner;
use crate::json::Writer;
use crate::json::writer::{REDACTED, text_of};
use crate::record::Fields;
use crate::retype::{Sort, convert};
use crate::shape::{Hidden, Shape};

impl Writer<'_> {
    /// Prepares for the field at an index what its object says of it: items of a list that the version leaves out, and
    /// whether something is written in place of its own value. True if it has been written.
    pub(super) fn otherwise(&mut self, record: &dyn Fields, index: u16) -> bool {
        let version = self.version;
        inner::at(record, index, &mut |part, index| {
            let shape = part.shape();
            let here = |list: &&Hidden| list.index == index && version < ApiVersion::from_packed(list.until);
            self.without = shape.hidden.iter().find(here).map(|list| list.tests);
            self.former_id(part, shape, index) || self.retyped(part, shape, index)
        })
    }

    /// Writes the id of the value that an older version sends in place of the one that is set.
    fn former_id(&mut self, record: &dyn Fields, shape: &Shape, index: u16) -> bool {
        if self.version == ApiVersion::NEWEST {
            return false;
        }
        let Some(pair) = shape.pairs.iter().find(|pair| pair.id == index) else { return false };
        let (own, sort) = look(record, index, self.version);
        let there = |value: &[u8]| !value.is_empty() && value != b"null";
        let set = there(&own) || shape.other_types(index).any(|other| there(&look(record, other, self.version).0));
        if !set {
            return false;
        }
        let (now, _) = look(record, pair.value, ApiVersion::NEWEST);
        let (then, _) = look(record, pair.value, self.version);
        // A value that came although the version has another word for it stays itself, and so does its id.
        let value = pair.values().find(text_of(&then).trim_matches('"')).filter(|_| now != then);
        let Some(id) = value.and_then(|value| value.id) else { return false };
        self.instead(shape, index, &id.to_string(), (Sort::Int, sort))
    }

    /// Writes a value that is set as another type than the version has.
    fn retyped(&mut self, record: &dyn Fields, shape: &Shape, index: u16) -> bool {
        let mut others = shape.other_types(index).peekable();
        if others.peek().is_none() {
            return false;
        }
        let (own, to) = look(record, index, self.version);
        if !own.is_empty() {
            return false;
        }
        let set = others.map(|other| look(record, other, self.version)).find(|(value, _)| !value.is_empty());
        set.is_some_and(|(value, from)| self.instead(shape, index, text_of(&value), (from, to)))
    }

    /// Writes the JSON of another value, converted; as it is where it has no form in the type of the field. False if it
    /// says nothing.
    fn instead(&mut self, shape: &Shape, index: u16, json: &str, (from, to): (Sort, Sort)) -> bool {
        let converted = match convert(json, from, to, self.version) {
            Ok(None) => return false,
            Ok(Some(converted)) => Some(converted),
            Err(_) => None,
        };
        let start = self.key();
        // Values were looked up as they are, with what is sensitive deep inside.
        if self.hides(start) || self.redacts && json.starts_with(['{', '[']) {
            self.raw(REDACTED);
            return true;
        }
        if converted.is_none() {
            let detail = format!("{} where the version has {}", from.name(), to.name());
            self.note(AnomalyKind::NoForm, shape.item(index), detail);
        }
        self.json(converted.as_deref().unwrap_or(json));
        self.end(start);
        true
    }
}

/// The JSON at an index as a version writes it, and what sort of value stands there.
fn look(record: &dyn Fields, index: u16, version: ApiVersion) -> (Vec<u8>, Sort) {
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut out, version);
    record.put(index, &mut writer);
    let sort = writer.sort;
    (out, sort)
}
