//! Tables that say what an object looks like on the wire, at every version.

use crate::check::Rule;
use crate::condition::Test;
use crate::index::Index;
use crate::inner::{Inner, Rest};
use crate::open::Values;
use crate::version::ApiVersion;
use std::sync::OnceLock;

/// One key that an object may have: a row of its table.
///
/// Several rows may share an index, where the key was renamed or has aliases, and several may share a name, where the
/// type changed; at one version, at most one row of a name exists, and one of an index that is no alias.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Field {
    pub(crate) name: &'static str,
    pub(crate) index: u16,
    pub(crate) flags: u16,
    pub(crate) since: u32,
    pub(crate) until: u32,
    pub(crate) required_since: u32,
}

pub(crate) const REQUIRED: u16 = 1;
pub(crate) const NULLABLE: u16 = 1 << 1;
pub(crate) const BLANK: u16 = 1 << 2;
pub(crate) const SENSITIVE: u16 = 1 << 3;
pub(crate) const ALIAS: u16 = 1 << 4;
pub(crate) const AS_STRING: u16 = 1 << 5;
pub(crate) const JSON_STRING: u16 = 1 << 6;
/// The name is not written as it is.
pub(crate) const ESCAPED: u16 = 1 << 7;
/// What makes reading a value more than handing it to its slot.
pub(crate) const SPECIAL: u16 = BLANK | AS_STRING | JSON_STRING;

/// The row of a key, with the index by which `set` and `put` know its slot.
pub const fn field(name: &'static str, index: u16) -> Field {
    Field { name, index, flags: 0, since: 0, until: u32::MAX, required_since: u32::MAX }
}

impl Field {
    const fn with(mut self, flag: u16) -> Self {
        self.flags |= flag;
        self
    }

    /// Must be there, and not null.
    pub const fn required(mut self) -> Self {
        self.required_since = 0;
        self.with(REQUIRED)
    }

    /// Must be there from this packed date on; before, it may be.
    pub const fn required_since(mut self, version: u32) -> Self {
        self.required_since = version;
        self.with(REQUIRED)
    }

    /// May be null although it must be there.
    pub const fn nullable(self) -> Self {
        self.with(NULLABLE)
    }

    /// Exists from this packed date on.
    pub const fn since(mut self, version: u32) -> Self {
        self.since = version;
        self
    }

    /// Existed before this packed date.
    pub const fn until(mut self, version: u32) -> Self {
        self.until = version;
        self
    }

    /// `""` means absent.
    pub const fn blank(self) -> Self {
        self.with(BLANK)
    }

    /// Its value is never shown.
    pub const fn sensitive(self) -> Self {
        self.with(SENSITIVE)
    }

    /// Another spelling that is accepted when reading.
    pub const fn alias(self) -> Self {
        self.with(ALIAS)
    }

    /// The name holds more than letters, digits, `_`, `-` and `.`, so that JSON or a form has to escape it.
    ///
    /// The generator knows; without it, names would have to be looked through whenever they are written.
    pub const fn escaped(self) -> Self {
        self.with(ESCAPED)
    }

    /// A number or a boolean that is written as a JSON string.
    pub const fn as_string(self) -> Self {
        self.with(AS_STRING)
    }

    /// Any value, written as a string that holds its JSON; reading accepts both.
    pub const fn json_string(self) -> Self {
        self.with(JSON_STRING)
    }

    /// How many bytes it takes with its value, if that is short.
    pub(crate) fn room(&self) -> usize {
        self.name.len() + if self.has(ESCAPED) { 44 } else { 36 }
    }

    pub(crate) const fn has(&self, flags: u16) -> bool {
        self.flags & flags != 0
    }

    /// Whether the version has this row.
    #[inline]
    pub(crate) const fn live(&self, version: ApiVersion) -> bool {
        self.since <= version.packed() && version.packed() < self.until
    }

    pub(crate) const fn required_at(&self, version: ApiVersion) -> bool {
        self.has(REQUIRED) && self.required_since <= version.packed() && self.live(version)
    }
}

/// Rows of a flattened object: its required rows count only if one of its rows was seen, unless it is required itself.
#[derive(Clone, Copy, Debug)]
pub struct Flat {
    pub(crate) start: u16,
    pub(crate) end: u16,
}

/// The indices `start..end` belong to an optional object that is flattened into this one.
pub const fn flat(start: u16, end: u16) -> Flat {
    Flat { start, end }
}

impl Flat {
    pub(crate) fn contains(self, index: u16) -> bool {
        self.indices().contains(&index)
    }

    pub(crate) fn indices(self) -> std::ops::Range<u16> {
        self.start..self.end
    }
}

/// An enum field and the field that holds its numeric id.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    pub(crate) value: u16,
    pub(crate) id: u16,
    values: Source,
}

#[derive(Clone, Copy, Debug)]
enum Source {
    Table(&'static Values),
    Enum(fn() -> &'static Values),
}

/// The enum field at index `value` and the field at index `id` must agree.
pub const fn pair(value: u16, id: u16, values: &'static Values) -> Pair {
    Pair { value, id, values: Source::Table(values) }
}

/// The same for an enum whose table only it knows.
pub const fn pair_of(value: u16, id: u16, values: fn() -> &'static Values) -> Pair {
    Pair { value, id, values: Source::Enum(values) }
}

impl Pair {
    pub(crate) fn values(&self) -> &'static Values {
        match self.values {
            Source::Table(values) => values,
            Source::Enum(values) => values(),
        }
    }
}

/// Items of a list that versions before `until` left out.
#[derive(Clone, Copy, Debug)]
pub struct Hidden {
    pub(crate) index: u16,
    pub(crate) until: u32,
    pub(crate) tests: &'static [Test],
}

/// Before the packed date `until`, items of the list at `index` that meet all tests were left out.
pub const fn hidden(index: u16, until: u32, tests: &'static [Test]) -> Hidden {
    Hidden { index, until, tests }
}

/// Sets of indices have room for 64 times as many without allocating.
pub(crate) const WORDS: usize = 4;

/// No index: the shape has no rest.
const NO_REST: u16 = u16::MAX;

/// What an object looks like on the wire.
#[derive(Clone, Debug)]
#[must_use]
pub struct Shape {
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [Field],
    index: OnceLock<Index>,
    pub(crate) rest: u16,
    pub(crate) flats: &'static [Flat],
    pub(crate) pairs: &'static [Pair],
    pub(crate) hidden: &'static [Hidden],
    pub(crate) when: &'static [(u16, &'static [Test])],
    pub(crate) rules: &'static [(u16, &'static [Rule])],
    pub(crate) one_of: &'static [&'static [u16]],
    pub(crate) choice: bool,
    pub(crate) retyped: &'static [&'static [u16]],
    pub(crate) inners: &'static [Inner],
    pub(crate) rests: &'static [Rest],
}

impl Shape {
    /// The shape of a type: its name in the specification, and its rows.
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self {
            name,
            fields,
            index: OnceLock::new(),
            rest: NO_REST,
            flats: &[],
            pairs: &[],
            hidden: &[],
            when: &[],
            rules: &[],
            one_of: &[],
            choice: false,
            retyped: &[],
            inners: &[],
            rests: &[],
        }
    }

    /// The slot at this index takes every unknown key.
    pub const fn rest(mut self, index: u16) -> Self {
        self.rest = index;
        self
    }

    /// Slots that take every unknown key with a prefix, for flattened objects.
    pub const fn rests(mut self, rests: &'static [Rest]) -> Self {
        self.rests = rests;
        self
    }

    /// Ranges of indices that belong to optional flattened objects.
    pub const fn flats(mut self, flats: &'static [Flat]) -> Self {
        self.flats = flats;
        self
    }

    /// Enum fields and the fields with their numeric ids.
    pub const fn pairs(mut self, pairs: &'static [Pair]) -> Self {
        self.pairs = pairs;
        self
    }

    /// Lists of which older versions left items out.
    pub const fn hidden(mut self, hidden: &'static [Hidden]) -> Self {
        self.hidden = hidden;
        self
    }

    /// Fields that are there only if all their tests hold.
    pub const fn when(mut self, when: &'static [(u16, &'static [Test])]) -> Self {
        self.when = when;
        self
    }

    /// What the values of fields must be like before they are sent, in the order of their indices.
    pub const fn rules(mut self, rules: &'static [(u16, &'static [Rule])]) -> Self {
        self.rules = rules;
        self
    }

    /// Groups of fields of which one must be there.
    pub const fn one_of(mut self, groups: &'static [&'static [u16]]) -> Self {
        self.one_of = groups;
        self
    }

    /// Its fields are alternatives: one of them is there.
    pub const fn choice(mut self) -> Self {
        self.choice = true;
        self
    }

    /// Indices that are one field, whose type changed; the newest type first. What is set as one type is written as
    /// another where the version has that one.
    pub const fn retyped(mut self, groups: &'static [&'static [u16]]) -> Self {
        self.retyped = groups;
        self
    }

    /// Flattened objects with a shape of their own; what stands in those is looked up there.
    pub const fn inners(mut self, inners: &'static [Inner]) -> Self {
        self.inners = inners;
        self
    }

    /// The range of the optional flattened object that an index belongs to.
    pub(crate) fn flat_of(&self, index: u16) -> Option<&Flat> {
        self.flats.iter().find(|flat| flat.contains(index))
    }

    /// What the value of the field at an index must be like.
    pub(crate) fn rules_of(&self, index: u16) -> &'static [Rule] {
        self.rules.iter().find(|(at, _)| *at >= index).filter(|(at, _)| *at == index).map_or(&[], |(_, rules)| rules)
    }

    /// Whether versions may write something in place of a field's own value.
    pub(crate) fn is_varied(&self) -> bool {
        !(self.hidden.is_empty() && self.pairs.is_empty() && self.retyped.is_empty() && self.inners.is_empty())
    }

    /// Whether they may do so for the field at an index; a few comparisons for what is asked of every field.
    pub(crate) fn varies(&self, index: u16) -> bool {
        !self.inners.is_empty()
            || self.hidden.iter().any(|list| list.index == index)
            || self.pairs.iter().any(|pair| pair.id == index)
            || self.retyped.iter().any(|group| group.contains(&index))
    }

    /// The indices under which the field at an index has other types.
    pub(crate) fn other_types(&self, index: u16) -> impl Iterator<Item = u16> {
        let group = self.retyped.iter().find(|group| group.contains(&index));
        group.into_iter().flat_map(|group| group.iter().copied()).filter(move |other| *other != index)
    }

    pub(crate) fn rest_index(&self) -> Option<u16> {
        (self.rest != NO_REST).then_some(self.rest)
    }

    /// What its rows come to.
    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self.fields))
    }

    /// The row of a key: the one that exists at `version`, or else one that exists at another.
    pub(crate) fn find(&self, key: &str, version: ApiVersion) -> Option<usize> {
        let mut found = None;
        for row in self.index().candidates(key) {
            let Some(field) = self.fields.get(row) else { break };
            if field.name == key {
                found = Some(row);
                if field.live(version) {
                    break;
                }
            }
        }
        found
    }

    /// The item of the specification that an index stands for, under its newest name.
    pub(crate) fn item(&self, index: u16) -> String {
        format!("{}.{}", self.name, self.name_of(index, ApiVersion::NEWEST))
    }

    /// The name of an index at a version.
    pub(crate) fn name_of(&self, index: u16, version: ApiVersion) -> &'static str {
        let rows = || self.fields.iter().filter(|field| field.index == index && !field.has(ALIAS));
        rows().find(|field| field.live(version)).or_else(|| rows().next_back()).map_or("", |field| field.name)
    }
}
