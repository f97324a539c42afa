//! Fields of an object, compared one aspect at a time.

use std::collections::BTreeSet;

use super::lives::worded;
use super::report::{Owner, Report, Spot, Subject};
use super::rules::{self, Rule};
use super::shape::{alive, in_rust, is_asked_for, spelled};
use super::{constraints, lives, presence, records};
use crate::model::{Api, Condition, Field, Filter, Presence, WireForm};
use crate::version::{ApiVersion, VersionRange};

/// One field as both specs have it.
#[derive(Clone, Copy)]
pub(super) struct Two<'a> {
    pub(super) old: &'a Field,
    pub(super) new: &'a Field,
    /// Whether fields have become variants or variants fields, which says all about names in Rust and boxes.
    pub(super) recast: bool,
}

/// What a declared change says about the way from one field to the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Declared {
    /// Nothing.
    #[default]
    No,
    /// It has another name from the change on.
    Renamed,
    /// The change to another name is withdrawn.
    RenameWithdrawn,
    /// It has another type from the change on.
    Retyped,
    /// The change to another type is withdrawn.
    RetypeWithdrawn,
}

/// What a field is called in the YAML: its wire name, or its own if it is flattened.
pub(super) fn label(field: &Field) -> &str {
    if field.wire.is_empty() { &field.rust } else { &field.wire }
}

pub(super) fn spot(api: &Api, owner: &Owner, holder: &str, field: &Field) -> Spot {
    Spot {
        item: format!("{holder}.{}", label(field)),
        origin: field.meta.origin,
        owner: owner.clone(),
        range: alive(api, field).unwrap_or(field.life.range),
    }
}

/// Notes a field that only the new spec has.
pub(super) fn added(report: &mut Report<'_>, subject: &Subject, field: &Field) {
    let api = report.new.api;
    let rule =
        by_need(api, field, [&rules::REQUIRED_FIELD_ADDED, &rules::DEMANDED_FIELD_ADDED, &rules::OPTIONAL_FIELD_ADDED]);
    report.push(rule, subject, "", summary(api, field));
}

/// Notes a field that only the old spec has.
pub(super) fn removed(report: &mut Report<'_>, subject: &Subject, field: &Field) {
    let api = report.old.api;
    let rule = by_need(
        api,
        field,
        [&rules::REQUIRED_FIELD_REMOVED, &rules::DEMANDED_FIELD_REMOVED, &rules::OPTIONAL_FIELD_REMOVED],
    );
    report.push(rule, subject, summary(api, field), "");
}

fn by_need(api: &Api, field: &Field, [asked, demanded, optional]: [&'static Rule; 3]) -> &'static Rule {
    match field.presence {
        _ if is_asked_for(api, field) => asked,
        Presence::Optional => optional,
        Presence::Required | Presence::Nullable | Presence::RequiredSince(_) => demanded,
    }
}

/// A field in a few words: `decimal, optional, from 2022-03-01 on`.
fn summary(api: &Api, field: &Field) -> String {
    let mut text = format!("{}, {}", spelled(api, &field.ty), presence::worded(api, field));
    let range = alive(api, field).unwrap_or(field.life.range);
    if !range.is_all() {
        text.push_str(", ");
        text.push_str(&worded(range));
    }
    if let Some(when) = &field.when {
        text.push_str(" and if ");
        text.push_str(&when.text);
    }
    text
}

/// Compares a field that both specs have.
pub(super) fn compare(report: &mut Report<'_>, subject: &Subject, fields: Two<'_>, declared: Declared) {
    let Two { old, new, recast } = fields;
    match declared {
        Declared::No | Declared::Retyped | Declared::RetypeWithdrawn if recast => {}
        Declared::No | Declared::Retyped | Declared::RetypeWithdrawn => {
            report.text(&rules::FIELD_RUST_NAME, subject, &old.rust, &new.rust);
        }
        Declared::Renamed => report.push(&rules::FIELD_RENAMED, subject, label(old), label(new)),
        Declared::RenameWithdrawn => report.push(&rules::FIELD_RENAME_WITHDRAWN, subject, label(old), label(new)),
    }
    let (before, after) = (spelled(report.old.api, &old.ty), spelled(report.new.api, &new.ty));
    match declared {
        Declared::Retyped => report.push(&rules::FIELD_RETYPED, subject, before, after),
        Declared::RetypeWithdrawn => report.push(&rules::FIELD_RETYPE_WITHDRAWN, subject, before, after),
        _ => {
            types(report, subject, fields, &before, &after);
            presence::compare(report, subject, fields);
            gate(report, subject, fields);
        }
    }
    wire(report, subject, fields, declared);
    meaning(report, subject, fields);
    constraints::compare(report, subject, &old.constraints, &new.constraints);
    let documented = |field: &Field| field.documented.clone();
    if documented(old) != documented(new) && old.meta.doc == new.meta.doc && old.meta.note == new.meta.note {
        report.push(&rules::FIELD_DOCS_CHANGED, subject, "", "");
    }
    let rules = [&rules::FIELD_DOCS_CHANGED, &rules::FIELD_SOURCE_CHANGED];
    records::meta(report, subject, &old.meta, &new.meta, rules);
}

fn types(report: &mut Report<'_>, subject: &Subject, fields: Two<'_>, before: &str, after: &str) {
    let Two { old, new, recast } = fields;
    if in_rust(report.old.api, &old.ty) == in_rust(report.new.api, &new.ty) {
        report.text(&rules::FIELD_FORMAT_CHANGED, subject, before, after);
        report.flag(subject, old.boxed && !recast, new.boxed && !recast, &rules::FIELD_BOXED, &rules::FIELD_UNBOXED);
    } else {
        report.push(&rules::FIELD_TYPE_CHANGED, subject, before, after);
    }
}

fn gate(report: &mut Report<'_>, subject: &Subject, fields: Two<'_>) {
    let range = |api: &Api, field: &Field| alive(api, field).unwrap_or(field.life.range);
    let (old, new) = (range(report.old.api, fields.old), range(report.new.api, fields.new));
    match (old.is_all(), new.is_all()) {
        (true, false) => report.push(&rules::FIELD_GATED, subject, worded(old), worded(new)),
        (false, true) => report.push(&rules::FIELD_UNGATED, subject, worded(old), worded(new)),
        _ => lives::compare(report, subject, old, new, [&rules::FIELD_NARROWED, &rules::FIELD_WIDENED]),
    }
}

fn wire(report: &mut Report<'_>, subject: &Subject, fields: Two<'_>, declared: Declared) {
    let Two { old, new, .. } = fields;
    let place = |field: &Field| match &field.prefix {
        Some(prefix) => format!("flattened under `{prefix}`"),
        None => "on its own".to_owned(),
    };
    report.text(&rules::FIELD_PREFIX_CHANGED, subject, &place(old), &place(new));
    // The name that a declared rename is about is told already.
    let told = match declared {
        Declared::Renamed => Some(old.wire.as_str()),
        Declared::RenameWithdrawn => Some(new.wire.as_str()),
        _ => None,
    };
    let former = |field: &Field| -> BTreeSet<String> {
        let others = field.former.iter().filter(|former| Some(former.wire.as_str()) != told);
        others.map(|former| format!("`{}` {}", former.wire, worded(former.range))).collect()
    };
    names(report, subject, &former(old), &former(new), [&rules::FORMER_NAME_REMOVED, &rules::FORMER_NAME_ADDED]);
    let aliases = |field: &Field| -> BTreeSet<String> { field.aliases.iter().cloned().collect() };
    names(report, subject, &aliases(old), &aliases(new), [&rules::ALIAS_REMOVED, &rules::ALIAS_ADDED]);
    let form = |field: &Field| match field.form {
        WireForm::Plain => "as its type says",
        WireForm::String => "as a string",
        WireForm::JsonString => "as JSON in a string",
    };
    report.text(&rules::FORM_CHANGED, subject, form(old), form(new));
}

/// Notes what is in one set only.
pub(super) fn names(
    report: &mut Report<'_>,
    subject: &Subject,
    old: &BTreeSet<String>,
    new: &BTreeSet<String>,
    [gone, fresh]: [&'static Rule; 2],
) {
    for name in old.difference(new) {
        report.push(gone, subject, name, "");
    }
    for name in new.difference(old) {
        report.push(fresh, subject, "", name);
    }
}

fn meaning(report: &mut Report<'_>, subject: &Subject, fields: Two<'_>) {
    let Two { old, new, .. } = fields;
    let text = |when: &Option<Condition>| when.as_ref().map(|when| when.text.clone());
    let [added, removed, changed] = [&rules::CONDITION_ADDED, &rules::CONDITION_REMOVED, &rules::CONDITION_CHANGED];
    optional(report, subject, [text(&old.when), text(&new.when)], [added, removed, changed]);
    let (old_api, new_api) = (report.old.api, report.new.api);
    let hidden = [filter(old_api, old.hidden.as_ref()), filter(new_api, new.hidden.as_ref())];
    optional(report, subject, hidden, [&rules::FILTER_ADDED, &rules::FILTER_REMOVED, &rules::FILTER_CHANGED]);
    report.flag(subject, old.sensitive, new.sensitive, &rules::SENSITIVE_ADDED, &rules::SENSITIVE_REMOVED);
    report.flag(subject, old.blank, new.blank, &rules::BLANK_ADDED, &rules::BLANK_REMOVED);
    let default = |field: &Field| field.default.as_ref().map_or("nothing".to_owned(), |text| format!("`{text}`"));
    report.text(&rules::DEFAULT_CHANGED, subject, &default(old), &default(new));
}

fn filter(api: &Api, filter: Option<&Filter>) -> Option<String> {
    let filter = filter?;
    let version = api.changes.get(filter.change).map_or(ApiVersion::BASE, |change| change.version);
    let range = VersionRange { until: Some(version), ..VersionRange::ALL };
    Some(format!("{}, {}", filter.condition.text, worded(range)))
}

/// Notes that something is there, is gone, or differs.
pub(super) fn optional(
    report: &mut Report<'_>,
    subject: &Subject,
    states: [Option<String>; 2],
    [added, removed, changed]: [&'static Rule; 3],
) {
    match states {
        [None, Some(after)] => report.push(added, subject, "", after),
        [Some(before), None] => report.push(removed, subject, before, ""),
        [Some(before), Some(after)] => report.text(changed, subject, &before, &after),
        [None, None] => {}
    }
}
