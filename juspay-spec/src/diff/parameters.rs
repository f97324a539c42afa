//! Parameters of operations, and headers of every call.

use super::fields::label;
use super::lives;
use super::pairing::pair_up;
use super::report::{Report, Spot, Subject};
use super::rules::{self, Rule};
use super::shape::{in_rust, spelled};
use super::{constraints, presence, records};
use crate::model::{Api, Field, WireForm};

/// Where parameters are sent, and the rules for those that come and go there.
pub(super) struct Place {
    /// The end of `in the …`.
    name: &'static str,
    /// Whether each is an argument, even if it says that it is optional.
    asked: bool,
    /// A required one came, an optional one came, a required one went, an optional one went.
    one_sided: [&'static Rule; 4],
    /// It became required, it became optional.
    need: [&'static Rule; 2],
    /// Whether its name in Rust is that of a method even where it is required.
    named: bool,
}

const ADDED_OR_GONE: [&Rule; 4] = [
    &rules::REQUIRED_PARAMETER_ADDED,
    &rules::OPTIONAL_PARAMETER_ADDED,
    &rules::REQUIRED_PARAMETER_REMOVED,
    &rules::OPTIONAL_PARAMETER_REMOVED,
];
const NEED: [&Rule; 2] = [&rules::PARAMETER_REQUIRED, &rules::PARAMETER_OPTIONAL];

/// Parameters of the path.
pub(super) static PATH: Place = Place { name: "path", asked: true, one_sided: ADDED_OR_GONE, need: NEED, named: false };
/// Parameters of the query.
pub(super) static QUERY: Place = Place { name: "query", asked: false, ..PATH };
/// Headers of one operation.
pub(super) static HEADER: Place = Place { name: "headers", ..QUERY };
/// Headers of every call.
pub(super) static EVERY_CALL: Place = Place {
    name: "headers of every call",
    asked: false,
    one_sided: [
        &rules::REQUIRED_HEADER_ADDED,
        &rules::OPTIONAL_HEADER_ADDED,
        &rules::REQUIRED_HEADER_REMOVED,
        &rules::OPTIONAL_HEADER_REMOVED,
    ],
    need: [&rules::HEADER_REQUIRED, &rules::HEADER_OPTIONAL],
    named: true,
};

impl Place {
    /// Whether every call has the parameter.
    pub(super) fn requires(&self, field: &Field) -> bool {
        self.asked || field.presence.is_required()
    }
}

/// Compares the parameters of one place.
pub(super) fn compare(report: &mut Report<'_>, holder: &Subject, place: &Place, old: &[Field], new: &[Field]) {
    let key = |field: &Field| field.wire.clone();
    let [came, may_come, went, may_go] = place.one_sided;
    for pair in pair_up(old, new, key, key) {
        let subject = Subject { old: spot(holder.old.as_ref(), pair.0), new: spot(holder.new.as_ref(), pair.1) };
        match pair {
            (Some(old), Some(new)) => parameter(report, &subject, place, [old, new]),
            (None, Some(new)) => {
                let after = worded(report.new.api, place, new);
                report.push(if place.requires(new) { came } else { may_come }, &subject, "", after);
            }
            (Some(old), None) => {
                let before = worded(report.old.api, place, old);
                report.push(if place.requires(old) { went } else { may_go }, &subject, before, "");
            }
            (None, None) => {}
        }
    }
}

fn spot(holder: Option<&Spot>, field: Option<&Field>) -> Option<Spot> {
    let (holder, field) = (holder?, field?);
    let item = format!("{}.{}", holder.item, label(field));
    Some(Spot { item, origin: field.meta.origin, owner: holder.owner.clone(), range: field.life.range })
}

fn worded(api: &Api, place: &Place, field: &Field) -> String {
    let need = if place.asked { "required".to_owned() } else { presence::worded(api, field) };
    format!("{}, {need}, in the {}", spelled(api, &field.ty), place.name)
}

fn parameter(report: &mut Report<'_>, subject: &Subject, place: &Place, [old, new]: [&Field; 2]) {
    let [required, optional] = place.need;
    let (before, after) = (worded(report.old.api, place, old), worded(report.new.api, place, new));
    match (place.requires(old), place.requires(new)) {
        (false, true) => report.push(required, subject, before, after),
        (true, false) => report.push(optional, subject, before, after),
        (asked, _) => {
            if place.named || !asked {
                report.text(&rules::PARAMETER_RUST_NAME, subject, &old.rust, &new.rust);
            }
        }
    }
    let (before, after) = (spelled(report.old.api, &old.ty), spelled(report.new.api, &new.ty));
    if in_rust(report.old.api, &old.ty) == in_rust(report.new.api, &new.ty) || place.named {
        report.text(&rules::PARAMETER_CHANGED, subject, &before, &after);
    } else {
        report.push(&rules::PARAMETER_TYPE_CHANGED, subject, before, after);
    }
    let lives = [&rules::PARAMETER_NARROWED, &rules::PARAMETER_WIDENED];
    lives::compare(report, subject, old.life.range, new.life.range, lives);
    let (before, after) = (rest(report.old.api, old), rest(report.new.api, new));
    report.text(&rules::PARAMETER_CHANGED, subject, &before, &after);
    records::described(report, subject, &old.meta, &new.meta, &rules::PARAMETER_DOCS_CHANGED);
}

/// What else a parameter says: all that has no rule of its own.
fn rest(api: &Api, field: &Field) -> String {
    let Field { constraints: limits, form, default, when, .. } = field;
    let mut parts = Vec::new();
    if !field.presence.is_required() {
        parts.push(presence::worded(api, field));
    }
    parts.extend(constraints::worded(limits));
    parts.extend(default.as_ref().map(|default| format!("default {default}")));
    parts.extend(when.as_ref().map(|when| format!("if {}", when.text)));
    if *form != WireForm::Plain {
        parts.push("as a string".to_owned());
    }
    // A need that comes or goes is told by its own rule.
    parts.retain(|part| part != "optional");
    if parts.is_empty() { "as its type says".to_owned() } else { parts.join(", ") }
}
