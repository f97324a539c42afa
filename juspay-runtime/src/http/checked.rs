//! What is found wrong with a request before it is sent.

use crate::candidates::Candidates;
use crate::check;
use crate::condition::{holds, says as has};
use crate::record::Fields;
use crate::shape::ALIAS;
use crate::{ApiVersion, BodyFormat, Idempotency, Operation, Violation, Wire, inner, wire};
use bytes::Bytes;
use std::fmt;

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

/// What a call takes as its body: a request, a reference to one, or one that is [`Checked`].
///
/// It is looked at when the call is made, and need not be kept for it.
#[diagnostic::on_unimplemented(
    message = "this call takes `{T}` as its body, not `{Self}`",
    label = "expected `{T}`, `&{T}` or `Checked<{T}>`"
)]
pub trait Body<T> {
    #[doc(hidden)]
    fn lend(&self) -> Lent<'_>;
}

/// A request that is lent to a call, and what a column of a matrix asks of it.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Lent<'a> {
    record: &'a dyn Fields,
    column: &'static str,
    needed: &'a [&'static str],
}

impl<T: Wire> Body<T> for T {
    fn lend(&self) -> Lent<'_> {
        Lent { record: self, column: "", needed: &[] }
    }
}

impl<T: Wire> Body<T> for &T {
    fn lend(&self) -> Lent<'_> {
        Body::<T>::lend(*self)
    }
}

impl<T: Wire> Body<T> for Checked<T> {
    fn lend(&self) -> Lent<'_> {
        Lent { record: &self.value, column: self.column, needed: &self.needed }
    }
}

impl<T: Wire> Body<T> for &Checked<T> {
    fn lend(&self) -> Lent<'_> {
        Body::<T>::lend(*self)
    }
}

/// A request on its way into a call: checked, and written if nothing is wrong with it.
pub(crate) struct Payload {
    name: &'static str,
    /// Everything wrong with the request, all at once.
    pub(crate) faults: Vec<Fault>,
    pub(crate) text: Bytes,
    /// Whether the field that identifies the request is there.
    pub(crate) keyed: bool,
}

impl Payload {
    /// The body as an operation sends it, once for all attempts.
    pub(crate) fn new(request: Lent<'_>, operation: &'static Operation, version: ApiVersion) -> Self {
        let record = request.record;
        let candidates = Candidates::of(record);
        let faults = faults(request, &candidates, version);
        let text = match operation.body {
            Some((format, _)) if faults.is_empty() => {
                wire::body(record, candidates, version, format == BodyFormat::Form).into()
            }
            _ => Bytes::new(),
        };
        let keyed = matches!(operation.idempotency, Idempotency::By(key) if has_named(record, key));
        Self { name: record.shape().name, faults, text, keyed }
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Payload").field(&self.name).finish()
    }
}

fn faults(request: Lent<'_>, candidates: &Candidates, version: ApiVersion) -> Vec<Fault> {
    let Lent { record, column: by, needed } = request;
    let shape = record.shape();
    let violations = check::check_with(record, candidates, Some(version));
    let mut faults: Vec<Fault> = violations.into_iter().map(Fault::Rule).collect();
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
    faults.extend(missing(record, needed).into_iter().map(|field| Fault::Needed { field, by }));
    faults
}

/// Whether the field of this name is there.
fn has_named(record: &dyn Fields, name: &str) -> bool {
    let fields = record.shape().fields;
    fields.iter().any(|field| field.name == name && !field.has(ALIAS) && has(record, field.index))
}

fn missing(record: &dyn Fields, needed: &[&'static str]) -> Vec<&'static str> {
    let shape = record.shape();
    let there = |name: &str| shape.fields.iter().any(|field| field.name == name && has(record, field.index));
    needed.iter().copied().filter(|name| !there(name)).collect()
}
