//! Constraints on what is sent, checked before it is.

use crate::Decimal;
use crate::candidates::Candidates;
use crate::condition::says;
use crate::error::join;
use crate::inner;
use crate::json::writer::text_of;
use crate::json::{Reader, Writer};
use crate::record::Fields;
use crate::shape::{ALIAS, Field, Shape};
use crate::version::ApiVersion;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;

/// What a value must be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// At most this many characters.
    MaxLength(u32),
    /// At least this many characters.
    MinLength(u32),
    /// At most this many decimals.
    Decimals(u32),
    /// This number, or a greater one.
    AtLeast(&'static str),
    /// This number, or a lesser one.
    AtMost(&'static str),
    /// Only these characters, as a set: `A-Za-z0-9 `.
    Chars(&'static str),
    /// A URL without a query string.
    NoQuery,
    /// At most this many items.
    MaxItems(u32),
    /// One of a group of fields must be there; [`Violation::names`] has them.
    OneOfGroup,
    /// A key among the others has a field of its own, so that it would be written twice.
    OtherKey,
    /// The version that is spoken lacks the field, so that it would not be sent.
    NotInVersion,
}

/// A field that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The path of the field, as `items[0].weight`; of the object, for a group of which one must be there.
    pub field: String,
    /// The rule.
    pub rule: Rule,
    /// The fields of the group, for [`Rule::OneOfGroup`].
    pub names: Vec<&'static str>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, rule, names } = self;
        if !field.is_empty() {
            write!(f, "{field}: ")?;
        }
        match rule {
            Rule::MaxLength(most) => write!(f, "at most {most} characters"),
            Rule::MinLength(1) => f.write_str("not empty"),
            Rule::MinLength(least) => write!(f, "at least {least} characters"),
            Rule::Decimals(most) => write!(f, "at most {most} decimals"),
            Rule::AtLeast(least) => write!(f, "at least {least}"),
            Rule::AtMost(most) => write!(f, "at most {most}"),
            Rule::Chars(set) => write!(f, "only the characters {set}"),
            Rule::NoQuery => f.write_str("no query string"),
            Rule::MaxItems(most) => write!(f, "at most {most} items"),
            Rule::OneOfGroup => write!(f, "one of {} must be there", names.join(", ")),
            Rule::OtherKey => f.write_str("has a field of its own"),
            Rule::NotInVersion => f.write_str("not there in the version that is spoken"),
        }
    }
}

/// Collects violations while a record is walked as if it were written.
#[derive(Debug, Default)]
pub(crate) struct Checker {
    path: Vec<Cow<'static, str>>,
    found: Vec<Violation>,
    /// The version that is spoken, where it is known.
    version: Option<ApiVersion>,
}

impl Checker {
    /// Whether the version that is spoken has no place for a field, under whatever name and as whatever type.
    fn lacks(&self, shape: &Shape, field: &Field) -> bool {
        self.version.is_some_and(|version| !field.live(version) && !lives_on(shape, field, version))
    }

    pub(crate) fn depth(&self) -> usize {
        self.path.len()
    }

    pub(crate) fn leave(&mut self, depth: usize) {
        self.path.truncate(depth);
    }

    /// Goes to an item of the list at `depth`.
    pub(crate) fn index(&mut self, depth: usize, index: usize) {
        self.path.truncate(depth);
        self.path.push(Cow::Owned(format!("[{index}]")));
    }

    fn report(&mut self, rule: Rule, names: Vec<&'static str>) {
        let field = self.path.iter().fold(String::new(), |path, step| join(&path, step));
        self.found.push(Violation { field, rule, names });
    }
}

/// Whether a field that is not there at a version is, by another name or as another type. Few are ever asked about.
#[cold]
fn lives_on(shape: &Shape, field: &Field, version: ApiVersion) -> bool {
    let group = shape.retyped.iter().find(|group| group.contains(&field.index));
    let same = |index| group.map_or(index == field.index, |group| group.contains(&index));
    shape.fields.iter().any(|row| same(row.index) && !row.has(ALIAS) && row.live(version))
}

/// All violations in a record, for a version if one is known.
pub(crate) fn check(top: &dyn Fields, version: Option<ApiVersion>) -> Vec<Violation> {
    check_with(top, &Candidates::of(top), version)
}

/// All violations in a record of which it is known what is there.
pub(crate) fn check_with(top: &dyn Fields, candidates: &Candidates, version: Option<ApiVersion>) -> Vec<Violation> {
    let mut checker = Checker { version, ..Checker::default() };
    let mut scratch = Vec::with_capacity(256);
    fields(top, candidates, &mut Writer::check(&mut scratch, &mut checker));
    checker.found
}

/// Checks a record in place of writing it; `{}` is left as its text.
pub(crate) fn record(record: &dyn Fields, writer: &mut Writer<'_>) {
    fields(record, &Candidates::of(record), writer);
}

fn fields(record: &dyn Fields, candidates: &Candidates, writer: &mut Writer<'_>) {
    let shape = record.shape();
    let start = writer.out.len();
    let depth = writer.checker.as_deref().map_or(0, Checker::depth);
    let mut gone = 0..0;
    for field in candidates.clone() {
        let lacking = writer.checker.as_deref().is_some_and(|checker| checker.lacks(shape, field));
        if field.has(ALIAS) || !(lacking || field.live(ApiVersion::NEWEST)) || gone.contains(&field.index) {
            continue;
        }
        if !lacking && !candidates.may_nest(field.index) && shape.rules_of(field.index).is_empty() {
            continue;
        }
        if let Some(checker) = writer.checker.as_deref_mut() {
            checker.path.push(Cow::Borrowed(field.name));
        }
        record.put(field.index, writer);
        gone = writer.gone(shape, field.index);
        if writer.out.len() > start {
            if let (true, Some(checker)) = (lacking, writer.checker.as_deref_mut()) {
                checker.report(Rule::NotInVersion, Vec::new());
            }
            value(record, field.index, writer, start);
        }
        if let Some(checker) = writer.checker.as_deref_mut() {
            checker.leave(depth);
        }
    }
    if let Some(checker) = writer.checker.as_deref_mut() {
        groups(record, checker);
        others(record, candidates, checker);
    }
    writer.out.extend_from_slice(b"{}");
}

/// Checks the value of a field, which stands from `start` on, and takes it away.
fn value(record: &dyn Fields, index: u16, writer: &mut Writer<'_>, start: usize) {
    let json = text_of(writer.out.get(start..).unwrap_or_default());
    if let Some(checker) = writer.checker.as_deref_mut() {
        inner::at(record, index, &mut |part, own| {
            let mut value = None;
            for &rule in part.shape().rules_of(own) {
                if !rule.allows(value.get_or_insert_with(|| Value::of(json))) {
                    checker.report(rule, Vec::new());
                }
            }
        });
    }
    writer.out.truncate(start);
}

/// Reports groups of which nothing is there, those of flattened objects among them.
fn groups(record: &dyn Fields, checker: &mut Checker) {
    let shape = record.shape();
    let there = |index: u16| says(record, index);
    let mut ask = |group: &[u16]| {
        // An optional flattened object that is not there owes nothing.
        let flat = group.first().and_then(|first| shape.flat_of(*first));
        let owed = flat.is_none_or(|flat| flat.indices().any(there));
        if owed && !group.iter().copied().any(there) {
            let names = group.iter().map(|&index| shape.name_of(index, ApiVersion::NEWEST)).collect();
            checker.report(Rule::OneOfGroup, names);
        }
    };
    inner::each(record, &mut |part, start| {
        for group in part.shape().one_of {
            ask(&group.iter().map(|index| start + index).collect::<Vec<u16>>());
        }
    });
    if shape.choice {
        let live = shape.fields.iter().filter(|field| !field.has(ALIAS) && field.live(ApiVersion::NEWEST));
        ask(&live.map(|field| field.index).collect::<Vec<u16>>());
    }
}

/// Reports keys of a rest field that are those of other fields.
fn others(record: &dyn Fields, candidates: &Candidates, checker: &mut Checker) {
    let (shape, depth) = (record.shape(), checker.depth());
    inner::rests(shape, ApiVersion::NEWEST, &mut |prefix, rest| {
        if !candidates.may_have(rest) {
            return;
        }
        let mut entries = b"{".to_vec();
        record.put(rest, &mut Writer::new(&mut entries, ApiVersion::NEWEST));
        entries.push(b'}');
        // What this crate wrote can be read.
        let _ = Reader::new(text_of(&entries), ApiVersion::NEWEST, false).entries(|key, reader| {
            let key = format!("{prefix}{key}");
            if shape.find(&key, ApiVersion::NEWEST).is_some() {
                checker.path.push(Cow::Owned(key));
                checker.report(Rule::OtherKey, Vec::new());
                checker.leave(depth);
            }
            reader.skip()
        });
    });
}

/// A value that rules are asked about.
struct Value<'a> {
    json: &'a str,
    text: Cow<'a, str>,
    number: OnceCell<Option<Decimal>>,
}

impl<'a> Value<'a> {
    fn of(json: &'a str) -> Self {
        let text = Reader::new(json, ApiVersion::NEWEST, false).text().unwrap_or_default();
        Self { json, text, number: OnceCell::new() }
    }

    fn number(&self) -> Option<Decimal> {
        *self.number.get_or_init(|| self.text.parse().ok())
    }
}

impl Rule {
    /// Whether a value keeps the rule.
    fn allows(self, value: &Value<'_>) -> bool {
        let (text, number) = (&*value.text, || value.number());
        let limit = |limit: &str| limit.parse::<Decimal>().ok();
        let length = || u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        match self {
            Self::MaxLength(most) => length() <= most,
            Self::MinLength(least) => length() >= least,
            Self::Decimals(most) => number().is_none_or(|number| number.needed_decimals() <= most),
            Self::AtLeast(least) => number().zip(limit(least)).is_none_or(|(number, least)| number >= least),
            Self::AtMost(most) => number().zip(limit(most)).is_none_or(|(number, most)| number <= most),
            Self::Chars(set) => text.chars().all(|c| in_set(set, c)),
            Self::NoQuery => !text.contains('?'),
            Self::MaxItems(most) => items(value.json) <= most,
            Self::OneOfGroup | Self::OtherKey | Self::NotInVersion => true,
        }
    }
}

/// Whether a set such as `A-Za-z0-9_-` holds a character; a dash at an end stands for itself.
fn in_set(set: &str, c: char) -> bool {
    let mut rest = set;
    while let Some(from) = rest.chars().next() {
        let after = rest.get(from.len_utf8()..).unwrap_or_default();
        let to = after.strip_prefix('-').and_then(|range| range.chars().next());
        let (last, used) = to.map_or((from, 0), |to| (to, 1 + to.len_utf8()));
        if (from..=last).contains(&c) {
            return true;
        }
        rest = after.get(used..).unwrap_or_default();
    }
    false
}

fn items(json: &str) -> u32 {
    let mut count = 0;
    let mut reader = Reader::new(json, ApiVersion::NEWEST, false);
    let _ = reader.items(|reader| {
        count += 1;
        reader.skip()
    });
    count
}
