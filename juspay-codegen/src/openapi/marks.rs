//! What `OpenAPI` has no word for, as `x-` keys.

use juspay_spec::model::{Api, Evidence, Field, Life, Meta};
use juspay_spec::version::ApiVersion;

use crate::json::{Json, Object};

/// From when to when an element exists and how it is known: the same in every version that has it.
pub(super) fn element(target: &mut Object, life: &Life, meta: &Meta) {
    target.set_flag("deprecated", life.range.until.is_some());
    let date = |version: ApiVersion| (!version.is_base()).then(|| version.to_string());
    target.set_some("x-since", date(life.range.since));
    target.set_some("x-until", life.range.until.and_then(date));
    if meta.evidence != Evidence::Documented {
        target.set("x-evidence", meta.evidence.as_str());
    }
    target.set_filled("x-at", meta.at.iter().map(ToString::to_string).collect::<Json>());
}

/// What else is said of a field.
pub(super) fn field(target: &mut Object, api: &Api, field: &Field, version: ApiVersion) {
    target.set_some("x-when", field.when.as_ref().map(|when| when.text.as_str()));
    target.set_flag("x-sensitive", field.sensitive);
    target.set_filled("x-aliases", field.aliases.clone());
    target.set_some("x-documented-type", field.documented.as_deref());
    if let Some(filter) = &field.hidden {
        let hides = api.changes.get(filter.change).is_some_and(|change| version < change.version);
        target.set_some("x-omits", hides.then_some(filter.condition.text.as_str()));
    }
}
