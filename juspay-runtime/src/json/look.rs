//! Looking at a value inside of a record: it is walked as if it were written, and nothing is.

use crate::json::{Reader, Writer};
use crate::open::Values;
use crate::record::Fields;
use crate::value::Encode;
use crate::version::ApiVersion;

/// What is asked of the value to which a path leads.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    /// Whether there is anything.
    There,
    /// Whether it is one of these.
    In(&'static [&'static str]),
    /// Which id the table of an enum has for it.
    Id(&'static Values),
    /// Whether it is anything but this number.
    Not(i64),
}

/// A look at what a path leads to; there may be several values, in lists.
#[derive(Debug)]
pub(crate) struct Look {
    path: &'static [&'static str],
    question: Question,
    found: bool,
    id: Option<i64>,
}

impl Look {
    fn new(path: &'static [&'static str], question: Question) -> Self {
        Self { path, question, found: false, id: None }
    }

    /// Looks along a path that begins with the name of a field.
    pub(crate) fn along(record: &dyn Fields, path: &'static [&'static str], question: Question) -> bool {
        let mut look = Self::new(path, question);
        look.step(record);
        look.found
    }

    /// Whether the field at an index holds a value of an enum, and that at another one anything but the value's id.
    pub(crate) fn disagree(record: &dyn Fields, values: &'static Values, (value, id): (u16, u16)) -> bool {
        let at = |index, question| {
            let mut look = Self::new(&[], question);
            record.put(index, &mut Writer::look(&mut Vec::new(), &mut look));
            look
        };
        at(value, Question::Id(values)).id.is_some_and(|expected| at(id, Question::Not(expected)).found)
    }

    /// Goes on to the field of a record that the path names. A field that has changed its type may stand as another one.
    fn step(&mut self, record: &dyn Fields) {
        let (shape, path) = (record.shape(), self.path);
        let Some((name, behind)) = path.split_first() else { return };
        let Some(field) = shape.find(name, ApiVersion::NEWEST).and_then(|row| shape.fields.get(row)) else { return };
        self.path = behind;
        for index in std::iter::once(field.index).chain(shape.other_types(field.index)) {
            record.put(index, &mut Writer::look(&mut Vec::new(), self));
        }
        self.path = path;
    }

    /// Looks at a text.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        if self.path.is_empty() {
            match self.question {
                Question::There => self.found = true,
                Question::In(wanted) => self.found |= wanted.contains(&text),
                Question::Id(values) => self.id = values.find(text).and_then(|value| value.id),
                Question::Not(number) => self.found |= text.parse() != Ok(number),
            }
        }
    }

    /// Looks at the text of a JSON value.
    pub(crate) fn json(&mut self, json: &str) {
        if json == "null" {
            return;
        }
        let wanted = match self.question {
            Question::There => None,
            Question::In(wanted) => Some(wanted),
            Question::Id(_) | Question::Not(_) => return self.text(json.trim_matches('"')),
        };
        self.found |= any(&mut Reader::new(json, ApiVersion::NEWEST, false), self.path, wanted);
    }

    /// Looks at an object.
    pub(crate) fn record(&mut self, record: &dyn Fields) {
        self.container(b'{');
        self.step(record);
    }

    /// Looks at a list or a map, whose items or entries come next.
    pub(crate) fn container(&mut self, open: u8) {
        self.found |= open == b'{' && self.path.is_empty() && matches!(self.question, Question::There);
    }

    /// Looks at an entry of a map.
    pub(crate) fn entry(&mut self, name: &str, value: &impl Encode) {
        let path = self.path;
        if let Some((first, rest)) = path.split_first()
            && *first == name
        {
            self.path = rest;
            value.write(&mut Writer::look(&mut Vec::new(), self));
            self.path = path;
        }
    }

    /// Looks at a whole number.
    pub(crate) fn integer(&mut self, number: i64) {
        if let Question::Not(other) = self.question {
            self.found |= number != other;
        } else {
            self.text(&number.to_string());
        }
    }
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

/// Whether `test` holds for any element of a container, which is read to its end.
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
