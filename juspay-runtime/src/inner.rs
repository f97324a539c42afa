//! Flattened objects that keep a shape of their own.
//!
//! A generator lays the rows, the conditions and the rules of a flattened object out in the object around it. A derive sees
//! one type at a time: it has the rows joined, and leaves the rest where it is.

use crate::ApiVersion;
use crate::json::Writer;
use crate::record::Fields;
use crate::shape::Shape;
use std::borrow::Cow;

/// A range of indices that belong to a flattened object with a shape of its own.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Inner {
    /// What stands before its keys, from its first index on, and at which versions.
    keys: Rest,
    end: u16,
    shape: fn() -> &'static Shape,
}

/// The indices `start..end` belong to a flattened object of this shape, whose keys have a prefix.
pub const fn inner(prefix: &'static str, start: u16, end: u16, shape: fn() -> &'static Shape) -> Inner {
    Inner { keys: rest(prefix, start), end, shape }
}

impl Inner {
    /// From this packed date on.
    pub const fn since(mut self, version: u32) -> Self {
        self.keys = self.keys.since(version);
        self
    }

    /// Before this packed date.
    pub const fn until(mut self, version: u32) -> Self {
        self.keys = self.keys.until(version);
        self
    }
}

/// The slot of a flattened object that takes every unknown key with its prefix.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Rest {
    prefix: &'static str,
    index: u16,
    since: u32,
    until: u32,
}

/// The slot at this index takes every unknown key with this prefix.
pub const fn rest(prefix: &'static str, index: u16) -> Rest {
    Rest { prefix, index, since: 0, until: u32::MAX }
}

impl Rest {
    /// From this packed date on.
    pub const fn since(mut self, version: u32) -> Self {
        self.since = version;
        self
    }

    /// Before this packed date.
    pub const fn until(mut self, version: u32) -> Self {
        self.until = version;
        self
    }

    fn live(&self, version: ApiVersion) -> bool {
        self.since <= version.packed() && version.packed() < self.until
    }
}

/// A flattened object, seen through the object around it.
struct View<'a> {
    outer: &'a dyn Fields,
    start: u16,
    shape: &'static Shape,
}

impl Fields for View<'_> {
    fn shape(&self) -> &'static Shape {
        self.shape
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        self.outer.put(self.start + index, writer);
    }
}

impl Inner {
    fn view<'a>(&self, outer: &'a dyn Fields) -> View<'a> {
        View { outer, start: self.keys.index, shape: (self.shape)() }
    }
}

/// Calls back with an object and every flattened one in it, each with the index of its first field.
pub(crate) fn each(record: &dyn Fields, call: &mut dyn FnMut(&dyn Fields, u16)) {
    fn walk(record: &dyn Fields, start: u16, call: &mut dyn FnMut(&dyn Fields, u16)) {
        call(record, start);
        for inner in record.shape().inners {
            walk(&inner.view(record), start + inner.keys.index, call);
        }
    }
    walk(record, 0, call);
}

/// Calls back with the innermost object that a field stands in, and its index there.
pub(crate) fn at<R>(record: &dyn Fields, index: u16, call: &mut dyn FnMut(&dyn Fields, u16) -> R) -> R {
    match record.shape().inners.iter().find(|inner| (inner.keys.index..inner.end).contains(&index)) {
        Some(inner) => at(&inner.view(record), index - inner.keys.index, call),
        None => call(record, index),
    }
}

/// Calls back with every slot of an object that takes unknown keys at a version: what stands before its keys, and its
/// index.
pub(crate) fn rests(shape: &'static Shape, version: ApiVersion, call: &mut dyn FnMut(Cow<'static, str>, u16)) {
    walk_rests(shape, version, (&Cow::Borrowed(""), 0), call);
}

fn walk_rests(
    shape: &'static Shape,
    version: ApiVersion,
    (prefix, start): (&Cow<'static, str>, u16),
    call: &mut dyn FnMut(Cow<'static, str>, u16),
) {
    let full = |own: &'static str| {
        if prefix.is_empty() { Cow::Borrowed(own) } else { Cow::Owned(format!("{prefix}{own}")) }
    };
    if let Some(rest) = shape.rest_index() {
        call(prefix.clone(), start + rest);
    }
    for rest in shape.rests.iter().filter(|rest| rest.live(version)) {
        call(full(rest.prefix), start + rest.index);
    }
    for inner in shape.inners.iter().filter(|inner| inner.keys.live(version)) {
        walk_rests((inner.shape)(), version, (&full(inner.keys.prefix), start + inner.keys.index), call);
    }
}

/// The slot that takes an unknown key at a version, and how much of the key is its prefix. The longest prefix counts, and
/// the object's own slot before that of a flattened one without a prefix.
pub(crate) fn rest_of(shape: &'static Shape, version: ApiVersion, key: &str) -> Option<(usize, u16)> {
    let mut best: Option<(usize, u16)> = None;
    rests(shape, version, &mut |prefix, index| {
        let fits = prefix.is_empty() || key.len() > prefix.len() && key.starts_with(prefix.as_ref());
        if fits && best.is_none_or(|(length, _)| prefix.len() > length) {
            best = Some((prefix.len(), index));
        }
    });
    best
}
