//! Whether a field must be there, compared.

use super::fields::Two;
use super::report::{Report, Subject};
use super::rules;
use super::shape::alive;
use crate::model::{Api, Field, Presence};
use crate::version::{ApiVersion, VersionRange};

/// Notes that a field must be there where it had not to, or may be absent where it had to be there.
pub(super) fn compare(report: &mut Report<'_>, subject: &Subject, fields: Two<'_>) {
    let Two { old, new, .. } = fields;
    let (old_api, new_api) = (report.old.api, report.new.api);
    let (before, after) = (worded(old_api, old), worded(new_api, new));
    let ungated = |api: &Api, field: &Field| alive(api, field).is_some_and(VersionRange::is_all);
    if ungated(old_api, old) && ungated(new_api, new) {
        match (old.presence == Presence::Required, new.presence == Presence::Required) {
            (false, true) => return report.push(&rules::FIELD_BECAME_REQUIRED, subject, before, after),
            (true, false) => return report.push(&rules::FIELD_BECAME_OPTIONAL, subject, before, after),
            _ => {}
        }
    }
    let (old_need, new_need) = (needed(old_api, old), needed(new_api, new));
    if later(old_need, new_need) {
        report.push(&rules::FIELD_REQUIRED_LATER, subject, before, after);
    } else if later(new_need, old_need) {
        report.push(&rules::FIELD_REQUIRED_SOONER, subject, before, after);
    } else {
        let null = |field: &Field| field.presence == Presence::Nullable;
        report.flag(subject, null(old), null(new), &rules::FIELD_NULL_ALLOWED, &rules::FIELD_NULL_REFUSED);
    }
}

/// The version from which on a field must be there wherever it exists.
fn needed(api: &Api, field: &Field) -> Option<ApiVersion> {
    match field.presence {
        Presence::Required | Presence::Nullable => Some(ApiVersion::BASE),
        Presence::Optional => None,
        Presence::RequiredSince(change) => Some(date(api, change)),
    }
}

/// Whether the second need begins later than the first, or never.
fn later(one: Option<ApiVersion>, other: Option<ApiVersion>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one < other,
        (one, other) => one.is_some() && other.is_none(),
    }
}

fn date(api: &Api, change: usize) -> ApiVersion {
    api.changes.get(change).map_or(ApiVersion::BASE, |change| change.version)
}

/// What a field has to be, for people.
pub(super) fn worded(api: &Api, field: &Field) -> String {
    match field.presence {
        Presence::Required => "required".to_owned(),
        Presence::Nullable => "required and perhaps null".to_owned(),
        Presence::Optional => "optional".to_owned(),
        Presence::RequiredSince(change) => format!("required from {} on", date(api, change)),
    }
}
