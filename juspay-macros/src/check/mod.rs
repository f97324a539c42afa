//! Rules across attributes. Each function is one rule, or a few of one kind, and tells of everything that breaks it.

mod conditions;
mod dates;
mod field;
mod names;
mod relations;
mod rules;
mod values;

pub(crate) use rules::rules;

use crate::errors::Errors;
use crate::model::{Container, OpenEnum, Record};

/// Checks a struct.
pub(crate) fn record(record: &Record, container: &Container, errors: &mut Errors) {
    for field in &record.fields {
        field::check(field, container, errors);
        conditions::check(field, &record.fields, errors);
        rules::check(field, errors);
    }
    relations::check(record, container, errors);
    names::one_rest(&record.fields, errors);
    names::methods(record, container, errors);
    // Names are compared at the versions that use them, so dates must be right first.
    if errors.is_empty() {
        names::distinct(&record.fields, errors);
    }
}

/// Checks an enum.
pub(crate) fn open_enum(open: &OpenEnum, errors: &mut Errors) {
    for variant in &open.variants {
        dates::span(variant.since, variant.until, "value", errors);
        dates::ascending(&variant.former, errors);
        values::former(variant, open, errors);
    }
    values::distinct(open, errors);
    if errors.is_empty() {
        values::no_circle(open, errors);
    }
}
