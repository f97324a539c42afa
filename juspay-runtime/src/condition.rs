//! Conditions on fields, as data: when a field is there, which items an older version leaves out.

use crate::json::Writer;
use crate::json::look::{Look, Question};
use crate::record::Fields;
use crate::version::ApiVersion;

/// One test of a condition; a condition holds if all its tests do.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    path: &'static [&'static str],
    op: Op,
}

#[derive(Clone, Copy, Debug)]
enum Op {
    There,
    In(&'static [&'static str]),
    NotIn(&'static [&'static str]),
}

impl Test {
    /// `path`: something is there.
    pub const fn there(path: &'static [&'static str]) -> Self {
        Self { path, op: Op::There }
    }

    /// `path == VALUE` or `path in [A, B]`.
    pub const fn is(path: &'static [&'static str], values: &'static [&'static str]) -> Self {
        Self { path, op: Op::In(values) }
    }

    /// `path != VALUE`; it holds where nothing is there.
    pub const fn is_not(path: &'static [&'static str], values: &'static [&'static str]) -> Self {
        Self { path, op: Op::NotIn(values) }
    }

    fn holds(&self, record: &dyn Fields) -> bool {
        match self.op {
            Op::There => Look::along(record, self.path, Question::There),
            Op::In(values) => Look::along(record, self.path, Question::In(values)),
            Op::NotIn(values) => !Look::along(record, self.path, Question::In(values)),
        }
    }
}

/// Whether all that the tests look at is there, so that a body can be said to contradict them.
pub(crate) fn decided(tests: &[Test], record: &dyn Fields) -> bool {
    tests.iter().all(|test| matches!(test.op, Op::There) || Look::along(record, test.path, Question::There))
}

/// Whether all tests hold for a record.
pub(crate) fn holds(tests: &[Test], record: &dyn Fields) -> bool {
    tests.iter().all(|test| test.holds(record))
}

/// Whether a request says anything with a field. A blank text and an empty list say no more than a field that is left out,
/// and are taken for one: a call that only a blank id identifies is not identified.
pub(crate) fn says(record: &dyn Fields, index: u16) -> bool {
    let mut value = Vec::with_capacity(64);
    value_of(record, index, &mut value);
    match &value[..] {
        [] | b"[]" => false,
        [b'"', text @ .., b'"'] => text.iter().any(|byte| *byte != b' '),
        _ => true,
    }
}

/// Writes the JSON of one field of a record, by its index; nothing where it is absent.
pub(crate) fn value_of(record: &dyn Fields, index: u16, out: &mut Vec<u8>) {
    record.put(index, &mut Writer::new(out, ApiVersion::NEWEST));
}
