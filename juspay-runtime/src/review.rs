//! What can be said of an object only when all of it has been read: what is missing, and what does not fit together.

use crate::anomaly::{AnomalyKind, Note};
use crate::condition::{self, Test};
use crate::error::{DecodeError, DecodeErrorKind, join};
use crate::inner;
use crate::json::look::Look;
use crate::json::{Reader, path};
use crate::object::Seen;
use crate::record::{Fields, Target};
use crate::shape::{Field, NULLABLE, Shape};
use crate::value::twice;
use crate::version::ApiVersion;
use std::borrow::Cow;

/// Behind the last key: what is missing, and what does not fit together.
#[inline]
pub(crate) fn finish(
    record: &dyn Target,
    reader: &mut Reader<'_>,
    shape: &Shape,
    seen: &Seen<'_>,
) -> Result<(), DecodeError> {
    let index = shape.index();
    if seen.lacks(&index.required) || index.required_beyond {
        require(reader, shape, seen)?;
    }
    if !seen.others.is_empty()
        && let Some(name) = twice(seen.others.iter().map(AsRef::as_ref))
    {
        return Err(reader.twice(seen.start, name));
    }
    if reader.notes.on && !(shape.when.is_empty() && shape.pairs.is_empty() && shape.inners.is_empty() && !shape.choice)
    {
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
            && shape.flat_of(field.index).is_none_or(|flat| flat.indices().any(|i| seen.has(i)))
    };
    let Some(field) = shape.fields.iter().find(missing) else { return Ok(()) };
    let path = join(&path::of(reader.text, seen.start), field.name);
    Err(DecodeError::new(DecodeErrorKind::Missing, reader.text.as_bytes(), seen.start, path))
}

/// Reports what the finished object contradicts: conditions, ids, and that one of its alternatives is there.
#[cold]
fn review(record: &dyn Target, reader: &mut Reader<'_>, shape: &Shape, seen: &Seen<'_>) {
    let mut note = |kind, index, detail: &'static str| {
        let name = shape.name_of(index, reader.version);
        let (suffix, item) = (name.to_owned(), shape.item(index));
        reader.notes.push(Note { kind, offset: seen.start, suffix, item, detail: Cow::Borrowed(detail) });
    };
    let version = reader.version;
    inner::each(record, &mut |part, start| {
        for &(index, tests) in part.shape().when {
            let odd = condition_broken(part, (start + index, tests), (shape, seen, version));
            if let Some(kind) = odd {
                note(kind, start + index, "");
            }
        }
        for pair in part.shape().pairs {
            let (value, id) = (start + pair.value, start + pair.id);
            if seen.has(value) && seen.has(id) && Look::disagree(part, pair.values(), (pair.value, pair.id)) {
                note(AnomalyKind::Contradiction, id, "not the id of the value beside it");
            }
        }
    });
    if shape.choice && is_without(reader, shape, seen) {
        let (suffix, item, detail) = (String::new(), shape.name.to_owned(), Cow::Borrowed(""));
        reader.notes.push(Note { kind: AnomalyKind::NoAlternative, offset: seen.start, suffix, item, detail });
    }
}

/// In which way a field is there, or is not, against its condition.
fn condition_broken(
    part: &dyn Fields,
    (index, tests): (u16, &[Test]),
    (shape, seen, version): (&Shape, &Seen<'_>, ApiVersion),
) -> Option<AnomalyKind> {
    let here = seen.has(index);
    if condition::holds(tests, part) == here {
        return None;
    }
    if here {
        // A condition on a field that did not come is neither met nor broken.
        return condition::decided(tests, part).then_some(AnomalyKind::Unexpected);
    }
    // Nothing is missed of a flattened object that is not there.
    let absent = shape.flat_of(index).is_some_and(|flat| !flat.indices().any(|i| seen.has(i)));
    let live = shape.fields.iter().any(|field| field.index == index && field.live(version));
    (live && !absent).then_some(AnomalyKind::MissingConditional)
}

/// Whether none of the alternatives is there. What is there instead has been reported already, and a version that lacks
/// an alternative may tell of it in no other way.
fn is_without(reader: &Reader<'_>, shape: &Shape, seen: &Seen<'_>) -> bool {
    let same = |one: &Field, other: &Field| one.index == other.index || one.name == other.name;
    let live = |one: &Field| shape.fields.iter().any(|other| same(one, other) && other.live(reader.version));
    seen.others.is_empty() && shape.fields.iter().all(|field| !seen.has(field.index) && live(field))
}
