//! Conditions on fields, as data: when a field is there, which items an older version leaves out.

use crate::json::writer::text_of;
use crate::json::{Reader, Writer};
use crate::record::Fields;
use crate::version::ApiVersion;

/// One test of a condition; a condition holds if all its tests do.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    path: &'static [&'static str],
    op: Op,
}

#[derive(Clone, Copy, Debug)]
enum Op {
    There,
    In(&'static [&'static str]),
    NotIn(&'static [&'static str]),
}

impl Test {
    /// `path`: something is there.
    pub const fn there(path: &'static [&'static str]) -> Self {
        Self { path, op: Op::There }
    }

    /// `path == VALUE` or `path in [A, B]`.
    pub const fn is(path: &'static [&'static str], values: &'static [&'static str]) -> Self {
        Self { path, op: Op::In(values) }
    }

    /// `path != VALUE`; it holds where nothing is there.
    pub const fn is_not(path: &'static [&'static str], values: &'static [&'static str]) -> Self {
        Self { path, op: Op::NotIn(values) }
    }

    fn holds(&self, record: &dyn Fields, scratch: &mut Vec<u8>) -> bool {
        match self.op {
            Op::There => self.finds(None, record, scratch),
            Op::In(values) => self.finds(Some(values), record, scratch),
            Op::NotIn(values) => !self.finds(Some(values), record, scratch),
        }
    }

    /// Whether anything at the path is one of `wanted`, or there is anything at all.
    fn finds(&self, wanted: Option<&[&str]>, record: &dyn Fields, scratch: &mut Vec<u8>) -> bool {
        let Some((first, rest)) = self.path.split_first() else { return false };
        scratch.clear();
        probe(record, first, scratch);
        found(text_of(scratch), rest, wanted)
    }
}

/// Whether all that the tests look at is there, so that a body can be said to contradict them.
pub(crate) fn decided(tests: &[Test], record: &dyn Fields, scratch: &mut Vec<u8>) -> bool {
    tests.iter().all(|test| matches!(test.op, Op::There) || test.finds(None, record, scratch))
}

/// Whether all tests hold for a record. `scratch` is overwritten.
pub(crate) fn holds(tests: &[Test], record: &dyn Fields, scratch: &mut Vec<u8>) -> bool {
    tests.iter().all(|test| test.holds(record, scratch))
}

/// Writes the JSON of one field of a record, by its name; nothing where it is absent.
fn probe(record: &dyn Fields, name: &str, out: &mut Vec<u8>) {
    let shape = record.shape();
    let Some(field) = shape.find(name, ApiVersion::NEWEST).and_then(|row| shape.fields.get(row)) else { return };
    value_of(record, field.index, out);
    if !shape.retyped.is_empty() {
        for other in shape.other_types(field.index) {
            if out.is_empty() || out == b"null" {
                out.clear();
                value_of(record, other, out);
            }
        }
    }
}

/// Writes the JSON of one field of a record, by its index; nothing where it is absent.
pub(crate) fn value_of(record: &dyn Fields, index: u16, out: &mut Vec<u8>) {
    record.put(index, &mut Writer::new(out, ApiVersion::NEWEST));
}

/// Whether a value that this crate wrote, or nothing, has one of `wanted` at `path`, or anything at all.
fn found(json: &str, path: &[&str], wanted: Option<&[&str]>) -> bool {
    // Most are plain texts, which need no reader.
    if let [b'"', text @ .., b'"'] = json.as_bytes()
        && !text.contains(&b'\\')
    {
        return path.is_empty() && wanted.is_none_or(|wanted| wanted.iter().any(|one| one.as_bytes() == text));
    }
    !json.is_empty() && any(&mut Reader::new(json, ApiVersion::NEWEST, false), path, wanted)
}

/// Passes over the value that stands next; whether anything at `path` in it is one of `wanted`, or is there at all.
fn any(reader: &mut Reader<'_>, path: &[&str], wanted: Option<&[&str]>) -> bool {
    match reader.peek() {
        b'[' => elements(reader, b']', |reader| any(reader, path, wanted)),
        b'{' if !path.is_empty() => elements(reader, b'}', |reader| {
            let key = reader.string().unwrap_or_default();
            let here = reader.expect(b':', "`:`").is_ok() && path.first() == Some(&key.as_ref());
            if here { any(reader, path.get(1..).unwrap_or_default(), wanted) } else { pass(reader) }
        }),
        b'"' if path.is_empty() => {
            let text = reader.string().unwrap_or_default();
            wanted.is_none_or(|wanted| wanted.contains(&text.as_ref()))
        }
        _ => {
            let raw = reader.raw().unwrap_or_default();
            path.is_empty() && raw != "null" && wanted.is_none_or(|wanted| wanted.contains(&raw))
        }
    }
}

fn pass(reader: &mut Reader<'_>) -> bool {
    let _ = reader.skip();
    false
}

/// Whether `test` holds for any element of a container that this crate wrote, and which is read to its end.
fn elements(reader: &mut Reader<'_>, close: u8, mut test: impl FnMut(&mut Reader<'_>) -> bool) -> bool {
    reader.at += 1;
    if reader.peek() == close {
        reader.at += 1;
        return false;
    }
    let mut found = false;
    loop {
        found |= test(reader);
        if !matches!(reader.more(close), Ok(true)) {
            return found;
        }
    }
}
