//! What can be said of an object only when all of it has been read: what is missing, and what does not fit together.

use crate::anomaly::{AnomalyKind, Note};
use crate::condition;
use crate::error::{DecodeError, DecodeErrorKind, join};
use crate::json::writer::text_of;
use crate::json::{Reader, path};
use crate::object::Seen;
use crate::record::{Fields, Record};
use crate::shape::{Field, Flat, NULLABLE, Pair, Shape};
use crate::value::has_twice;
use std::borrow::Cow;

/// Behind the last key: what is missing, and what does not fit together.
#[inline]
pub(crate) fn finish(
    record: &dyn Record,
    reader: &mut Reader<'_>,
    shape: &Shape,
    seen: &Seen<'_>,
) -> Result<(), DecodeError> {
    let missing = shape.required.iter().zip(&seen.keys.words).any(|(required, seen)| required & !seen != 0);
    if missing || seen.any_null || shape.required_beyond {
        require(reader, shape, seen)?;
    }
    if !seen.others.is_empty() && has_twice(seen.others.iter().map(AsRef::as_ref)) {
        return Err(reader.fail_at(DecodeErrorKind::Duplicate, seen.start));
    }
    if reader.notes.on && !(shape.when.is_empty() && shape.pairs.is_empty() && !shape.choice) {
        review(record, reader, shape, seen);
    }
    Ok(())
}

#[cold]
fn require(reader: &Reader<'_>, shape: &Shape, seen: &Seen<'_>) -> Result<(), DecodeError> {
    let missing = |field: &&Field| {
        !seen.has(field.index)
            && field.required_at(reader.version)
            && (!field.has(NULLABLE) || !seen.keys.has(field.index))
            && !shape.flats.iter().any(|flat| flat.contains(field.index) && !flat.indices().any(|i| seen.has(i)))
    };
    let Some(field) = shape.fields.iter().find(missing) else { return Ok(()) };
    let path = join(&path::of(reader.text, seen.start), field.name);
    Err(DecodeError::new(DecodeErrorKind::Missing, reader.text.as_bytes(), seen.start, path))
}

/// Reports what the finished object contradicts: conditions, ids, and that one of its alternatives is there.
#[cold]
fn review(record: &dyn Record, reader: &mut Reader<'_>, shape: &Shape, seen: &Seen<'_>) {
    let record: &dyn Fields = record;
    let mut scratch = std::mem::take(&mut reader.scratch);
    scratch.reserve(64);
    let note = |reader: &mut Reader<'_>, kind, index, detail: &'static str| {
        let name = shape.name_of(index, reader.version);
        let (suffix, item) = (name.to_owned(), shape.item(index));
        reader.notes.push(Note { kind, offset: seen.start, suffix, item, detail: Cow::Borrowed(detail) });
    };
    for &(index, tests) in shape.when {
        let here = seen.has(index);
        if condition::holds(tests, record, &mut scratch) == here {
            continue;
        }
        if here {
            // A condition on a field that did not come is neither met nor broken.
            if condition::decided(tests, record, &mut scratch) {
                note(reader, AnomalyKind::Unexpected, index, "");
            }
        } else if shape.fields.iter().any(|field| field.index == index && field.live(reader.version)) {
            note(reader, AnomalyKind::MissingConditional, index, "");
        }
    }
    for pair in shape.pairs {
        if seen.has(pair.value) && seen.has(pair.id) && pair.disagrees(record, &mut scratch) {
            note(reader, AnomalyKind::Contradiction, pair.id, "not the id of the value beside it");
        }
    }
    if shape.choice && is_without(reader, shape, seen) {
        let (suffix, item, detail) = (String::new(), shape.name.to_owned(), Cow::Borrowed(""));
        reader.notes.push(Note { kind: AnomalyKind::NoAlternative, offset: seen.start, suffix, item, detail });
    }
    reader.scratch = scratch;
}

/// Whether none of the alternatives is there. What is there instead has been reported already, and a version that lacks
/// an alternative may tell of it in no other way.
fn is_without(reader: &Reader<'_>, shape: &Shape, seen: &Seen<'_>) -> bool {
    let same = |one: &Field, other: &Field| one.index == other.index || one.name == other.name;
    let live = |one: &Field| shape.fields.iter().any(|other| same(one, other) && other.live(reader.version));
    seen.others.is_empty() && shape.fields.iter().all(|field| !seen.has(field.index) && live(field))
}

impl Pair {
    fn disagrees(&self, record: &dyn Fields, scratch: &mut Vec<u8>) -> bool {
        scratch.clear();
        condition::value_of(record, self.value, scratch);
        let Some(id) = self.values.find(text_of(scratch).trim_matches('"')).and_then(|value| value.id) else {
            return false;
        };
        scratch.clear();
        condition::value_of(record, self.id, scratch);
        !scratch.is_empty() && text_of(scratch).trim_matches('"').parse() != Ok(id)
    }
}

impl Flat {
    pub(crate) fn contains(self, index: u16) -> bool {
        self.indices().contains(&index)
    }

    fn indices(self) -> std::ops::Range<u16> {
        self.start..self.end
    }
}
