//! What is found wrong with a request before it is sent.

use crate::candidates::Candidates;
use crate::check;
use crate::condition::{holds, says as has};
use crate::record::Fields;
use crate::shape::ALIAS;
use crate::{ApiVersion, Violation, Wire, inner};
use std::fmt;
use std::marker::PhantomData;

/// Something wrong with a request. It holds names and rules, never a value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// A field breaks a rule, or one of a group is missing.
    Rule(Violation),
    /// A field is missing that a column of a matrix asks for, such as a gateway.
    Needed {
        /// The field's name on the wire.
        field: &'static str,
        /// The column.
        by: &'static str,
    },
    /// A field is missing whose condition holds.
    Missing {
        /// The field's name on the wire.
        field: &'static str,
    },
    /// A field is there whose condition does not hold.
    Unexpected {
        /// The field's name on the wire.
        field: &'static str,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(violation) => violation.fmt(f),
            Self::Needed { field, by } => write!(f, "{field}: {by} needs it"),
            Self::Missing { field } => write!(f, "{field}: needed, because its condition holds"),
            Self::Unexpected { field } => write!(f, "{field}: has no place here, because its condition does not hold"),
        }
    }
}

/// A request with what a column of a matrix asks of it, such as a gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked<T> {
    value: T,
    column: &'static str,
    needed: Vec<&'static str>,
}

impl<T: Wire> Checked<T> {
    /// A request of which a column needs these fields.
    pub fn new(value: T, column: &'static str, needed: impl IntoIterator<Item = &'static str>) -> Self {
        Self { value, column, needed: needed.into_iter().collect() }
    }

    /// The request.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The fields that are needed and missing, by their names on the wire.
    pub fn missing(&self) -> Vec<&'static str> {
        missing(&self.value, &self.needed)
    }
}

/// The body of a call: a request, plain or [`Checked`].
#[derive(Debug)]
pub struct Body<T> {
    pub(crate) payload: Payload,
    of: PhantomData<T>,
}

/// A request on its way into a call.
pub(crate) struct Payload {
    pub(crate) record: Box<dyn Fields + Send + Sync>,
    column: &'static str,
    needed: Vec<&'static str>,
}

impl Payload {
    /// Everything wrong with the request, all at once.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        let record: &dyn Fields = &*self.record;
        let (shape, candidates) = (record.shape(), Candidates::of(record));
        let mut faults: Vec<Fault> = check::check_with(record, &candidates).into_iter().map(Fault::Rule).collect();
        inner::each(record, &mut |part, start| {
            for (index, tests) in part.shape().when {
                let field = || shape.name_of(start + index, ApiVersion::NEWEST);
                // A flattened object that is not there owes nothing.
                let owed = || shape.flat_of(start + index).is_none_or(|flat| flat.indices().any(|i| has(record, i)));
                let there = candidates.may_have(start + index) && has(part, *index);
                match (there, holds(tests, part)) {
                    (true, false) => faults.push(Fault::Unexpected { field: field() }),
                    (false, true) if owed() => faults.push(Fault::Missing { field: field() }),
                    _ => {}
                }
            }
        });
        let by = self.column;
        faults.extend(missing(record, &self.needed).into_iter().map(|field| Fault::Needed { field, by }));
        faults
    }

    /// Whether the field that identifies the request is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        let shape = self.record.shape();
        shape.fields.iter().any(|field| field.name == name && !field.has(ALIAS) && has(&*self.record, field.index))
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Payload").field(&self.record.shape().name).finish()
    }
}

impl<T: Wire + Send + Sync + 'static> From<T> for Body<T> {
    fn from(value: T) -> Self {
        Self { payload: Payload { record: Box::new(value), column: "", needed: Vec::new() }, of: PhantomData }
    }
}

impl<T: Wire + Send + Sync + 'static> From<Checked<T>> for Body<T> {
    fn from(checked: Checked<T>) -> Self {
        let Checked { value, column, needed } = checked;
        Self { payload: Payload { record: Box::new(value), column, needed }, of: PhantomData }
    }
}

fn missing(record: &dyn Fields, needed: &[&'static str]) -> Vec<&'static str> {
    let shape = record.shape();
    let there = |name: &str| shape.fields.iter().any(|field| field.name == name && has(record, field.index));
    needed.iter().copied().filter(|name| !there(name)).collect()
}
