//! The one loop that reads all objects.

use crate::anomaly::AnomalyKind;
use crate::error::{DecodeError, DecodeErrorKind};
use crate::json::{Reader, path};
use crate::record::Target;
use crate::shape::{ALIAS, AS_STRING, BLANK, Field, JSON_STRING, NULLABLE, SENSITIVE, SPECIAL, Shape, WORDS};
use crate::{ApiVersion, inner, review};
use std::borrow::Cow;

/// A set of indices.
pub(crate) struct Set {
    pub(crate) words: [u64; WORDS],
    more: Vec<u16>,
}

impl Set {
    const fn new() -> Self {
        Self { words: [0; WORDS], more: Vec::new() }
    }

    /// Adds an index; false if it is there already.
    #[inline]
    fn insert(&mut self, index: u16) -> bool {
        let bit = 1_u64 << (index % 64);
        match self.words.get_mut(usize::from(index / 64)) {
            Some(word) => {
                let new = *word & bit == 0;
                *word |= bit;
                new
            }
            None if self.more.contains(&index) => false,
            None => {
                self.more.push(index);
                true
            }
        }
    }

    pub(crate) fn has(&self, index: u16) -> bool {
        match self.words.get(usize::from(index / 64)) {
            Some(word) => word >> (index % 64) & 1 == 1,
            None => self.more.contains(&index),
        }
    }
}

/// What the loop knows of the object it reads.
pub(crate) struct Seen<'a> {
    pub(crate) start: usize,
    pub(crate) keys: Set,
    /// Keys that came with null, or with what means the same.
    nulls: Set,
    any_null: bool,
    notes: usize,
    /// Keys without a row.
    pub(crate) others: Vec<Cow<'a, str>>,
}

impl Seen<'_> {
    /// Whether any of these indices came without a value, or did not come.
    #[inline]
    pub(crate) fn lacks(&self, required: &[u64; WORDS]) -> bool {
        let values = self.keys.words.iter().zip(&self.nulls.words).map(|(keys, nulls)| keys & !nulls);
        required.iter().zip(values).any(|(required, values)| required & !values != 0)
    }

    pub(crate) fn has(&self, index: u16) -> bool {
        self.keys.has(index) && !(self.any_null && self.nulls.has(index))
    }
}

/// Reads an object. Everything but the slots is in here, so it is compiled once for all types.
pub(crate) fn read(record: &mut dyn Target, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    if reader.peek() != b'{' {
        return Err(reader.mismatch("an object"));
    }
    let shape = record.shape();
    let notes = reader.notes.len();
    let mut seen =
        Seen { start: reader.at, keys: Set::new(), nulls: Set::new(), any_null: false, notes, others: Vec::new() };
    reader.enter()?;
    if reader.peek() == b'}' {
        reader.at += 1;
    } else {
        // Keys mostly come in the order of the table, so the next row is tried before the key is looked up.
        let mut next = 0;
        loop {
            let key_at = reader.at;
            let row =
                if reader.at_key(shape.fields.get(next)) { Some(next) } else { find_key(shape, reader, &mut seen)? };
            reader.expect(b':', "`:`")?;
            match row.and_then(|row| shape.fields.get(row).map(|field| (row, field))) {
                Some((row, field)) => {
                    read_field(record, reader, field, key_at, &mut seen)?;
                    next = row + 1;
                }
                None => read_unknown(record, reader, key_at, &mut seen)?,
            }
            if reader.notes.len() != seen.notes {
                name_notes(reader, shape, row, &mut seen);
            }
            if !reader.more(b'}')? {
                break;
            }
            reader.peek();
        }
    }
    reader.depth -= 1;
    review::finish(record, reader, shape, &seen)
}

impl Reader<'_> {
    /// Passes over the key that stands next if it is that of `field`.
    #[inline]
    fn at_key(&mut self, field: Option<&Field>) -> bool {
        let Some(field) = field else { return false };
        let name = field.name.as_bytes();
        let end = self.at + name.len() + 1;
        let Some([b'"', key @ .., b'"']) = self.text.as_bytes().get(self.at..=end) else { return false };
        let same = key == name;
        if same {
            self.at = end + 1;
        }
        same
    }
}

/// Passes over the key that stands next and finds its row. An unknown key is kept for a rest field.
fn find_key<'a>(shape: &Shape, reader: &mut Reader<'a>, seen: &mut Seen<'a>) -> Result<Option<usize>, DecodeError> {
    if reader.peek() != b'"' {
        return Err(reader.unexpected("a key in quotes"));
    }
    let key = reader.string()?;
    let row = shape.find(&key, reader.version);
    if row.is_none() {
        seen.others.push(key.clone());
        reader.key = Some(key);
    }
    Ok(row)
}

/// Reads the value of a known key.
#[inline]
fn read_field(
    record: &mut dyn Target,
    reader: &mut Reader<'_>,
    field: &'static Field,
    key_at: usize,
    seen: &mut Seen<'_>,
) -> Result<(), DecodeError> {
    let mut field = field;
    if !field.live(reader.version) {
        match other_version(record.shape(), field, reader, key_at) {
            Some(other) => field = other,
            None => return reader.skip(),
        }
    }
    if !seen.keys.insert(field.index) {
        return read_again(record.shape(), reader, field, key_at);
    }
    if reader.peek() == b'n' {
        return read_null(record, reader, field, seen);
    }
    if field.has(SPECIAL) {
        return read_special(record, reader, field, seen);
    }
    let start = reader.at;
    match record.set(field.index, reader) {
        Err(error) if reader.text.as_bytes().get(start..start + 2) == Some(b"\"[") => {
            read_quoted_list(record, reader, field, start, error)
        }
        read => read,
    }
}

/// Reads a list that stands in a string as JSON, as some bodies have it.
#[cold]
fn read_quoted_list(
    record: &mut dyn Target,
    reader: &mut Reader<'_>,
    field: &Field,
    start: usize,
    error: DecodeError,
) -> Result<(), DecodeError> {
    let list = matches!(error.kind(), DecodeErrorKind::Type { expected: "an array", .. });
    if !list || error.offset() != start {
        return Err(error);
    }
    reader.at = start;
    reader.repaired(start, "a list in a string");
    read_json_string(record, reader, field)
}

/// A field that was read already: an error, unless it has two spellings; then the first one counts.
#[cold]
fn read_again(shape: &Shape, reader: &mut Reader<'_>, field: &Field, key_at: usize) -> Result<(), DecodeError> {
    if !shape.fields.iter().any(|other| other.index == field.index && other.has(ALIAS)) {
        return Err(reader.fail_at(DecodeErrorKind::Duplicate, key_at));
    }
    reader.repaired(key_at, "another spelling of the field is there, too");
    reader.skip()
}

/// The row that has the key at the reader's version, instead of `field`; if there is none, that is reported.
fn other_version(
    shape: &'static Shape,
    field: &'static Field,
    reader: &mut Reader<'_>,
    key_at: usize,
) -> Option<&'static Field> {
    let other = shape.find(field.name, reader.version).and_then(|row| shape.fields.get(row));
    if let Some(other) = other.filter(|other| other.live(reader.version)) {
        return Some(other);
    }
    if reader.notes.on {
        let early = reader.version.packed() < field.since;
        let kind = if early { AnomalyKind::EarlyField } else { AnomalyKind::LateField };
        let word = if early { "sent from" } else { "sent before" };
        let limit = ApiVersion::from_packed(if early { field.since } else { field.until });
        reader.note(kind, key_at, format!("{word} {limit}"));
    }
    None
}

#[cold]
fn read_null(
    record: &mut dyn Target,
    reader: &mut Reader<'_>,
    field: &Field,
    seen: &mut Seen<'_>,
) -> Result<(), DecodeError> {
    let start = reader.at;
    reader.word("null")?;
    if field.has(NULLABLE) {
        reader.at = start;
        return record.set(field.index, reader);
    }
    if field.required_at(reader.version) && !record.shape().flats.iter().any(|flat| flat.contains(field.index)) {
        return Err(reader.fail_at(DecodeErrorKind::Null, start));
    }
    seen.any_null = true;
    seen.nulls.insert(field.index);
    Ok(())
}

/// Reads a value whose form on the wire is not simply that of its slot.
fn read_special(
    record: &mut dyn Target,
    reader: &mut Reader<'_>,
    field: &Field,
    seen: &mut Seen<'_>,
) -> Result<(), DecodeError> {
    let start = reader.at;
    let quoted = reader.byte() == b'"';
    let empty = quoted && reader.text.as_bytes().get(start + 1) == Some(&b'"');
    if field.has(BLANK) && empty {
        reader.at += 2;
        seen.any_null = true;
        seen.nulls.insert(field.index);
        return Ok(());
    }
    if field.has(JSON_STRING) && quoted {
        return read_json_string(record, reader, field);
    }
    let notes = reader.notes.len();
    record.set(field.index, reader)?;
    if field.has(AS_STRING) {
        if !quoted {
            reader.repaired(start, "not in a string");
        } else if !empty {
            reader.notes.forget_repair(notes, start);
        }
    }
    Ok(())
}

/// Reads a value from the JSON that a string holds.
fn read_json_string(record: &mut dyn Target, reader: &mut Reader<'_>, field: &Field) -> Result<(), DecodeError> {
    let start = reader.at;
    let text = reader.string()?;
    let mut inner = Reader::new(&text, reader.version, reader.notes.on);
    inner.depth = reader.depth;
    let read = record.set(field.index, &mut inner).and_then(|()| inner.end());
    reader.notes.adopt(inner.notes, &text, start);
    read.map_err(|error| error.inside(&path::of(reader.text, start), reader.text.as_bytes(), start))
}

/// Gives the value of an unknown key to the rest field that takes it, or passes over it.
fn read_unknown(
    record: &mut dyn Target,
    reader: &mut Reader<'_>,
    key_at: usize,
    seen: &mut Seen<'_>,
) -> Result<(), DecodeError> {
    let key = reader.key.take().unwrap_or_default();
    match inner::rest_of(record.shape(), reader.version, &key) {
        Some(_) if reader.peek() == b'n' => reader.word("null"),
        Some((prefix, rest)) => {
            reader.key = Some(match key {
                Cow::Borrowed(key) => Cow::Borrowed(key.get(prefix..).unwrap_or_default()),
                Cow::Owned(key) => Cow::Owned(key.get(prefix..).unwrap_or_default().to_owned()),
            });
            seen.keys.insert(rest);
            record.set(rest, reader)
        }
        None => {
            reader.note(AnomalyKind::UnknownField, key_at, "");
            reader.skip()
        }
    }
}

/// Says which field the notes are about that its value left, and hides what they quote if it is sensitive.
#[cold]
fn name_notes(reader: &mut Reader<'_>, shape: &Shape, row: Option<usize>, seen: &mut Seen<'_>) {
    let field = row.and_then(|row| shape.fields.get(row));
    for note in reader.notes.since(seen.notes) {
        if field.is_some_and(|field| field.has(SENSITIVE)) && note.kind != AnomalyKind::EarlyField {
            note.detail = Cow::Borrowed("");
        }
        if note.item.is_empty() {
            note.item = match field {
                Some(field) => shape.item(field.index),
                None => shape.name.to_owned(),
            };
        }
    }
    seen.notes = reader.notes.len();
}
