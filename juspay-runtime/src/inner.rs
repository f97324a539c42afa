//! Flattened objects that keep a shape of their own.
//!
//! A generator lays the rows, the conditions and the rules of a flattened object out in the object around it. A derive sees
//! one type at a time: it has the rows joined, and leaves the rest where it is.

use crate::json::Writer;
use crate::record::Fields;
use crate::shape::Shape;

/// A range of indices that belong to a flattened object with a shape of its own.
#[derive(Clone, Copy, Debug)]
pub struct Inner {
    start: u16,
    end: u16,
    shape: fn() -> &'static Shape,
}

/// The indices `start..end` belong to a flattened object of this shape.
pub const fn inner(start: u16, end: u16, shape: fn() -> &'static Shape) -> Inner {
    Inner { start, end, shape }
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
        View { outer, start: self.start, shape: (self.shape)() }
    }
}

/// Calls back with an object and every flattened one in it, each with the index of its first field.
pub(crate) fn each(record: &dyn Fields, call: &mut dyn FnMut(&dyn Fields, u16)) {
    fn walk(record: &dyn Fields, start: u16, call: &mut dyn FnMut(&dyn Fields, u16)) {
        call(record, start);
        for inner in record.shape().inners {
            walk(&inner.view(record), start + inner.start, call);
        }
    }
    walk(record, 0, call);
}

/// Calls back with the innermost object that a field stands in, and its index there.
pub(crate) fn at<R>(record: &dyn Fields, index: u16, call: &mut dyn FnMut(&dyn Fields, u16) -> R) -> R {
    match record.shape().inners.iter().find(|inner| (inner.start..inner.end).contains(&index)) {
        Some(inner) => at(&inner.view(record), index - inner.start, call),
        None => call(record, index),
    }
}
