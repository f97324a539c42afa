//! The writer's state, and what it does around values.

use crate::check::Checker;
use crate::condition::{self, Test};
use crate::json::escape::{push_form, push_json};
use crate::record::Fields;
use crate::shape::{ALIAS, AS_STRING, ESCAPED, Field, JSON_STRING, NULLABLE};
use crate::{ApiVersion, Encode, Map};
use std::io::Write;

/// Writes one JSON document or form; generated code hands it from field to field.
#[derive(Debug)]
pub struct Writer<'a> {
    pub(crate) out: &'a mut Vec<u8>,
    pub(crate) version: ApiVersion,
    mode: Mode,
    /// The row whose value comes next, if it is in an object.
    field: Option<&'static Field>,
    /// Items of the list that comes next which meet these are left out.
    pub(crate) without: Option<&'static [Test]>,
    pub(crate) checker: Option<&'a mut Checker>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Json,
    Form,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(out: &'a mut Vec<u8>, version: ApiVersion) -> Self {
        Self { out, version, mode: Mode::Json, field: None, without: None, checker: None }
    }

    pub(crate) fn form(out: &'a mut Vec<u8>, version: ApiVersion) -> Self {
        Self { mode: Mode::Form, ..Self::new(out, version) }
    }

    pub(crate) fn check(out: &'a mut Vec<u8>, checker: &'a mut Checker) -> Self {
        Self { checker: Some(checker), ..Self::new(out, ApiVersion::NEWEST) }
    }

    /// The version at which the document is written.
    pub fn version(&self) -> ApiVersion {
        self.version
    }

    /// Writes the field that is asked for, with its key; nothing where it is absent.
    pub fn write<T: Encode>(&mut self, value: &T) {
        if value.is_absent() {
            if self.field.is_some_and(|field| field.has(NULLABLE)) {
                let start = self.key();
                self.raw("null");
                self.end(start);
            }
            return;
        }
        let start = self.key();
        value.write(self);
        self.end(start);
    }

    /// Writes the entries of a rest field among the others.
    pub fn rest<T: Encode>(&mut self, map: &Map<T>) {
        if self.checker.is_some() {
            return;
        }
        for (name, value) in map {
            self.name(name);
            value.write(self);
        }
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
    }

    /// Writes the key that is asked for, and gives the row and where its value starts.
    #[inline]
    fn key(&mut self) -> Option<(&'static Field, usize)> {
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
        match self.mode {
            Mode::Json => push_json(self.out, name),
            Mode::Form => push_form(self.out, name),
        }
        self.behind_name();
    }

    #[inline]
    fn before_name(&mut self) {
        match (self.mode, self.out.last()) {
            (Mode::Json, Some(b'{')) => self.out.push(b'"'),
            (Mode::Json, _) => self.out.extend_from_slice(b",\""),
            (Mode::Form, None) => {}
            (Mode::Form, Some(_)) => self.out.push(b'&'),
        }
    }

    #[inline]
    fn behind_name(&mut self) {
        match self.mode {
            Mode::Json => self.out.extend_from_slice(b"\":"),
            Mode::Form => self.out.push(b'='),
        }
    }

    /// Gives the value that was just written the form that its row asks for.
    #[inline]
    fn end(&mut self, key: Option<(&'static Field, usize)>) {
        let Some((field, start)) = key else { return };
        if self.mode == Mode::Form || !field.has(AS_STRING | JSON_STRING) {
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
        self.container(b'{', b'}', |writer| writer.fields(record));
    }

    /// Writes the fields of a record that exist at the version.
    pub(crate) fn fields(&mut self, record: &dyn Fields) {
        let shape = record.shape();
        for field in shape.fields {
            if !field.has(ALIAS) && field.live(self.version) {
                self.field = Some(field);
                if !shape.hidden.is_empty() {
                    let here = |list: &&crate::shape::Hidden| {
                        list.index == field.index && self.version < ApiVersion::from_packed(list.until)
                    };
                    self.without = shape.hidden.iter().find(here).map(|list| list.tests);
                }
                match self.former_id(record, field.index) {
                    Some(id) => {
                        let start = self.key();
                        self.display(id);
                        self.end(start);
                    }
                    None => record.put(field.index, self),
                }
            }
        }
        self.field = None;
        self.without = None;
        if let Some(rest) = shape.rest_index() {
            record.put(rest, self);
        }
    }

    /// What an older version sends as the id of a value for which it has another word.
    #[inline]
    fn former_id(&self, record: &dyn Fields, index: u16) -> Option<i64> {
        let shape = record.shape();
        if shape.pairs.is_empty() || self.version == ApiVersion::NEWEST {
            return None;
        }
        let pair = shape.pairs.iter().find(|pair| pair.id == index)?;
        let (mut now, mut then) = (Vec::new(), Vec::new());
        condition::value_of(record, pair.id, &mut now);
        if now.is_empty() || now == b"null" {
            return None;
        }
        now.clear();
        condition::value_of(record, pair.value, &mut now);
        record.put(pair.value, &mut Writer::new(&mut then, self.version));
        // A value that came although the version has another word for it stays itself, and so does its id.
        let other = now != then;
        pair.values.find(text_of(&then).trim_matches('"'))?.id.filter(|_| other)
    }

    /// Writes an object or an array; inside of a form, as a string that holds JSON.
    pub(crate) fn container(&mut self, open: u8, close: u8, inside: impl FnOnce(&mut Self)) {
        let (mode, start) = (self.mode, self.out.len());
        self.mode = Mode::Json;
        self.out.push(open);
        inside(self);
        self.out.push(close);
        self.mode = mode;
        if mode == Mode::Form {
            let value = self.out.split_off(start);
            push_form(self.out, text_of(&value));
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
        }
    }

    /// Writes the text of a JSON value.
    pub(crate) fn raw(&mut self, text: &str) {
        match self.mode {
            Mode::Json => self.out.extend_from_slice(text.as_bytes()),
            Mode::Form => push_form(self.out, text),
        }
    }

    /// Writes a number.
    pub(crate) fn display(&mut self, number: impl std::fmt::Display) {
        // Writing to a string cannot fail, and a form leaves digits, dots and minus signs as they are.
        let _ = write!(self.out, "{number}");
    }
}

/// What a writer wrote, as text, which it always is.
pub(crate) fn text_of(written: &[u8]) -> &str {
    std::str::from_utf8(written).unwrap_or_default()
}
