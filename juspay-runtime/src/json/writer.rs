//! The writer's state, and what it does around values.

use crate::anomaly::{AnomalyKind, Note, Notes};
use crate::candidates::Candidates;
use crate::check::Checker;
use crate::condition::Test;
use crate::inner;
use crate::json::escape::{encode_form, push_form, push_json};
use crate::json::look::Look;
use crate::record::Fields;
use crate::retype::Sort;
use crate::shape::{ALIAS, AS_STRING, ESCAPED, Field, JSON_STRING, NULLABLE, SENSITIVE, Shape};
use crate::{ApiVersion, Decimal, Encode, Map};
use std::borrow::Cow;
use std::io::Write;
use std::ops::Range;

/// Writes one JSON document or form; generated code hands it from field to field.
#[derive(Debug)]
pub struct Writer<'a> {
    pub(crate) out: &'a mut Vec<u8>,
    pub(crate) version: ApiVersion,
    mode: Mode,
    /// Whether a word stands for every value that is sensitive, or may be.
    pub(super) redacts: bool,
    /// The row whose value comes next, if it is in an object.
    field: Option<&'static Field>,
    /// Items of the list that comes next which meet these are left out.
    pub(crate) without: Option<&'static [Test]>,
    pub(crate) checker: Option<&'a mut Checker>,
    /// What the version has no form for, if anybody asks.
    pub(crate) notes: Option<&'a mut Notes>,
    /// Who looks, where nothing is written.
    look: Option<&'a mut Look>,
    /// What sort of value was asked for last, where a value is looked at and not written.
    pub(super) sort: Sort,
    /// What stands before the keys of a rest field.
    prefix: Cow<'static, str>,
    /// Whether the flattened object of the field that was asked for is absent, with all its fields.
    gone: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Json,
    Form,
    Look,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(out: &'a mut Vec<u8>, version: ApiVersion) -> Self {
        Self {
            out,
            version,
            mode: Mode::Json,
            redacts: false,
            field: None,
            without: None,
            checker: None,
            notes: None,
            look: None,
            sort: Sort::Other,
            prefix: Cow::Borrowed(""),
            gone: false,
        }
    }

    pub(crate) fn form(out: &'a mut Vec<u8>, version: ApiVersion) -> Self {
        Self { mode: Mode::Form, ..Self::new(out, version) }
    }

    pub(crate) fn redacting(out: &'a mut Vec<u8>, version: ApiVersion) -> Self {
        Self { redacts: true, ..Self::new(out, version) }
    }

    pub(crate) fn look(nothing: &'a mut Vec<u8>, look: &'a mut Look) -> Self {
        Self { mode: Mode::Look, look: Some(look), ..Self::new(nothing, ApiVersion::NEWEST) }
    }

    pub(crate) fn check(out: &'a mut Vec<u8>, checker: &'a mut Checker) -> Self {
        Self { checker: Some(checker), ..Self::new(out, ApiVersion::NEWEST) }
    }

    /// The version at which the document is written.
    pub fn version(&self) -> ApiVersion {
        self.version
    }

    pub(crate) fn noting(out: &'a mut Vec<u8>, version: ApiVersion, notes: &'a mut Notes) -> Self {
        Self { notes: Some(notes), ..Self::new(out, version) }
    }

    /// Notes something about the value that is written next.
    #[cold]
    pub(crate) fn note(&mut self, kind: AnomalyKind, item: String, detail: String) {
        let offset = self.out.len();
        if let Some(notes) = self.notes.as_deref_mut() {
            notes.push(Note { kind, offset, suffix: String::new(), item, detail: Cow::Owned(detail) });
        }
    }

    /// Writes the field that is asked for, with its key; nothing where it is absent.
    pub fn write<T: Encode>(&mut self, value: &T) {
        if value.is_absent() {
            return self.absent(T::SORT);
        }
        let start = self.key();
        if start.is_none() {
            self.sort = T::SORT;
        }
        if self.hides(start) {
            return self.raw(REDACTED);
        }
        value.write(self);
        self.end(start);
    }

    /// Whether a word stands for the value of a row.
    #[inline]
    pub(super) fn hides(&self, key: Option<(&'static Field, usize)>) -> bool {
        self.redacts && key.is_some_and(|(field, _)| field.has(SENSITIVE))
    }

    #[inline(never)]
    fn absent(&mut self, sort: Sort) {
        self.sort = sort;
        if self.field.is_some_and(|field| field.has(NULLABLE)) {
            let start = self.key();
            self.raw("null");
            self.end(start);
        }
    }

    /// Writes the entries of a rest field among the others.
    pub fn rest<T: Encode>(&mut self, map: &Map<T>) {
        if self.checker.is_some() {
            return;
        }
        let prefix = std::mem::take(&mut self.prefix);
        for (name, value) in map {
            self.before_name();
            self.escape(&prefix);
            self.escape(name);
            self.behind_name();
            if self.redacts { self.raw(REDACTED) } else { value.write(self) }
        }
    }

    /// Writes an entry of a map.
    pub(crate) fn entry<T: Encode>(&mut self, name: &str, value: &T) {
        if let Some(look) = self.look.as_deref_mut() {
            return look.entry(name, value);
        }
        self.name(name);
        value.write(self);
    }

    /// Parts two items of a list.
    pub(crate) fn part(&mut self) {
        if self.mode != Mode::Look && !self.out.ends_with(b"[") {
            self.out.push(b',');
        }
    }

    /// Writes a value of which nobody knows what it holds.
    pub(crate) fn opaque(&mut self, json: &str) {
        self.raw(if self.redacts { REDACTED } else { json });
    }

    /// Writes a text that is secret wherever it stands.
    pub(crate) fn secret(&mut self, text: &str) {
        if self.redacts { self.raw(REDACTED) } else { self.string(text) }
    }

    /// Writes the field of a flattened object.
    pub fn flat<T: Fields>(&mut self, record: &T, index: u16) {
        record.put(index, self);
    }

    /// Writes the field of a flattened object that may be absent.
    pub fn flat_option<T: Fields>(&mut self, record: Option<&T>, index: u16) {
        if let Some(record) = record {
            record.put(index, self);
        }
        self.gone = record.is_none();
    }

    /// The fields of a flattened object, if the field that was asked for last is one of them and the object is absent.
    pub(crate) fn gone(&mut self, shape: &Shape, index: u16) -> Range<u16> {
        let flat = std::mem::take(&mut self.gone).then(|| shape.flat_of(index)).flatten();
        flat.map_or(0..0, |flat| flat.indices())
    }

    /// Writes the key that is asked for, and gives the row and where its value starts.
    #[inline]
    pub(super) fn key(&mut self) -> Option<(&'static Field, usize)> {
        let field = self.field.take()?;
        if field.has(ESCAPED) {
            self.name(field.name);
        } else {
            self.before_name();
            self.out.extend_from_slice(field.name.as_bytes());
            self.behind_name();
        }
        Some((field, self.out.len()))
    }

    /// Writes the key of an entry.
    pub(crate) fn name(&mut self, name: &str) {
        self.before_name();
        self.escape(name);
        self.behind_name();
    }

    fn escape(&mut self, text: &str) {
        match self.mode {
            Mode::Json => push_json(self.out, text),
            Mode::Form => push_form(self.out, text),
            Mode::Look => {}
        }
    }

    #[inline]
    fn before_name(&mut self) {
        match (self.mode, self.out.last()) {
            (Mode::Json, Some(b'{')) => self.out.push(b'"'),
            (Mode::Json, _) => self.out.extend_from_slice(b",\""),
            (Mode::Form, None) | (Mode::Look, _) => {}
            (Mode::Form, Some(_)) => self.out.push(b'&'),
        }
    }

    #[inline]
    fn behind_name(&mut self) {
        match self.mode {
            Mode::Json => self.out.extend_from_slice(b"\":"),
            Mode::Form => self.out.push(b'='),
            Mode::Look => {}
        }
    }

    /// Gives the value that was just written the form that its row asks for.
    #[inline]
    pub(super) fn end(&mut self, key: Option<(&'static Field, usize)>) {
        let Some((field, start)) = key else { return };
        if self.mode != Mode::Json || !field.has(AS_STRING | JSON_STRING) {
            return;
        }
        self.quote(start);
    }

    /// Makes what stands from `start` on the content of a string.
    #[cold]
    fn quote(&mut self, start: usize) {
        let value = self.out.split_off(start);
        self.out.push(b'"');
        push_json(self.out, text_of(&value));
        self.out.push(b'"');
    }

    /// Writes an object.
    pub(crate) fn record(&mut self, record: &dyn Fields) {
        if self.checker.is_some() {
            return crate::check::record(record, self);
        }
        if let Some(look) = self.look.as_deref_mut() {
            return look.record(record);
        }
        self.container(b'{', b'}', |writer| writer.fields(record, Candidates::of(record)));
    }

    /// Writes the fields of a record that exist at the version.
    pub(crate) fn fields(&mut self, record: &dyn Fields, candidates: Candidates) {
        let shape = record.shape();
        let varied = shape.is_varied();
        let mut gone = 0..0;
        candidates.for_each(|field| {
            if !field.has(ALIAS) && field.live(self.version) && !gone.contains(&field.index) {
                self.field = Some(field);
                self.without = None;
                if !(varied && shape.varies(field.index) && self.otherwise(record, field.index)) {
                    record.put(field.index, self);
                }
                gone = self.gone(shape, field.index);
            }
        });
        self.field = None;
        self.without = None;
        inner::rests(shape, self.version, &mut |prefix, rest| {
            self.prefix = prefix;
            record.put(rest, self);
        });
        self.gone = false;
    }

    /// Writes an object or an array; inside of a form, as a string that holds JSON.
    pub(crate) fn container(&mut self, open: u8, close: u8, inside: impl FnOnce(&mut Self)) {
        if let Some(look) = self.look.as_deref_mut() {
            look.container(open);
            return inside(self);
        }
        let (mode, start) = (self.mode, self.out.len());
        self.mode = Mode::Json;
        self.out.push(open);
        inside(self);
        self.out.push(close);
        self.mode = mode;
        if mode == Mode::Form {
            encode_form(self.out, start);
        }
    }

    /// Writes a string.
    pub(crate) fn string(&mut self, text: &str) {
        match self.mode {
            Mode::Json => {
                self.out.push(b'"');
                push_json(self.out, text);
                self.out.push(b'"');
            }
            Mode::Form => push_form(self.out, text),
            Mode::Look => self.looked(|look| look.text(text)),
        }
    }

    fn looked(&mut self, look: impl FnOnce(&mut Look)) {
        if let Some(looker) = self.look.as_deref_mut() {
            look(looker);
        }
    }

    /// Writes the text of a JSON value.
    pub(crate) fn raw(&mut self, text: &str) {
        match self.mode {
            Mode::Json => self.out.extend_from_slice(text.as_bytes()),
            Mode::Form => push_form(self.out, text),
            Mode::Look => self.looked(|look| look.json(text)),
        }
    }

    /// Writes the text of a JSON value; in a form, a string without its quotes.
    pub(super) fn json(&mut self, text: &str) {
        match (self.mode, text.as_bytes().first()) {
            (Mode::Form, Some(b'"')) => push_form(self.out, &crate::retype::text(text)),
            _ => self.raw(text),
        }
    }

    /// Writes a whole number.
    pub(crate) fn integer(&mut self, number: i64) {
        match self.mode {
            Mode::Look => self.looked(|look| look.integer(number)),
            Mode::Json | Mode::Form => self.display(number),
        }
    }

    /// Writes a decimal number.
    pub(crate) fn decimal(&mut self, number: Decimal) {
        match self.mode {
            Mode::Look => self.display(number),
            // A form leaves digits, dots and minus signs as they are.
            Mode::Json | Mode::Form => number.push(self.out),
        }
    }

    /// Writes a number.
    pub(crate) fn display(&mut self, number: impl std::fmt::Display) {
        if self.mode == Mode::Look {
            return self.looked(|look| look.text(&number.to_string()));
        }
        // Writing to a string cannot fail, and a form leaves digits, dots and minus signs as they are.
        let _ = write!(self.out, "{number}");
    }
}

/// What stands for a value that is not shown.
pub(super) const REDACTED: &str = "\"<redacted>\"";

/// What a writer wrote, as text, which it always is.
pub(crate) fn text_of(written: &[u8]) -> &str {
    std::str::from_utf8(written).unwrap_or_default()
}
