//! Dates that must fit together.

use crate::attr::{Date, Text};
use crate::errors::Errors;

/// Something must exist at some version.
pub(super) fn span(since: Option<Date>, until: Option<Date>, what: &str, errors: &mut Errors) {
    if let (Some(since), Some(until)) = (since, until)
        && until.packed <= since.packed
    {
        let message = format!("no version has this {what}: it is there from {since} on, and only before {until}");
        errors.at(until.span, message);
    }
}

/// Former names stand in the order of time: each one until its date.
pub(super) fn ascending(former: &[(Date, Text)], errors: &mut Errors) {
    for pair in former.windows(2) {
        let [(first, _), (second, _)] = pair else { continue };
        if second.packed == first.packed {
            errors.at(second.span, format!("{second} is here already: one thing changes once at a version"));
        } else if second.packed < first.packed {
            errors.at(second.span, format!("the earlier date stands first: {second} is before {first}"));
        }
    }
}

/// A change of something must happen while it exists.
pub(super) fn within(date: Date, since: Option<Date>, until: Option<Date>, what: &str, errors: &mut Errors) {
    if let Some(since) = since.filter(|since| date.packed <= since.packed) {
        errors
            .at(date.span, format!("the field is there from {since} on only, so it cannot have been {what} at {date}"));
    }
    if let Some(until) = until.filter(|until| until.packed <= date.packed) {
        errors
            .at(date.span, format!("the field is there before {until} only, so it cannot have been {what} at {date}"));
    }
}
