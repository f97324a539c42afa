//! Versions that have an item, compared.

use super::report::{Report, Subject};
use super::rules::Rule;
use crate::version::VersionRange;

/// A range for people, as the end of a sentence: `from 2020-11-20 on`.
pub(super) fn worded(range: VersionRange) -> String {
    match (range.since.is_base(), range.until) {
        (true, None) => "in every version".to_owned(),
        (false, None) => format!("from {} on", range.since),
        (true, Some(until)) => format!("before {until}"),
        (false, Some(until)) => format!("from {} on, before {until}", range.since),
    }
}

/// Whether the new range lacks versions of the old, and whether it has further ones.
pub(super) fn moved(old: VersionRange, new: VersionRange) -> (bool, bool) {
    (!new.covers(old), !old.covers(new))
}

/// Notes that an item is there in fewer versions, in more, or both.
pub(super) fn compare(
    report: &mut Report<'_>,
    subject: &Subject,
    old: VersionRange,
    new: VersionRange,
    [fewer, more]: [&'static Rule; 2],
) {
    let (narrowed, widened) = moved(old, new);
    if narrowed {
        report.push(fewer, subject, worded(old), worded(new));
    }
    if widened {
        report.push(more, subject, worded(old), worded(new));
    }
}
