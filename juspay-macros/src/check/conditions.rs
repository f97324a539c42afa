//! Conditions must be about something, and on something that may be missing.

use crate::attr::Key;
use crate::errors::Errors;
use crate::model::{Condition, Field, Part, Wrapper, first};
use crate::suggest::closest;

pub(super) fn check(field: &Field, fields: &[Field], errors: &mut Errors) {
    if let Some(condition) = &field.when {
        if field.ty.wrapper == Wrapper::None && matches!(field.part, Part::Plain) {
            let list = field.ty.name().as_deref() == Some("Vec");
            let remedy = if list { "a `List<…>`" } else { "an `Option<…>`" };
            errors.on(&field.ty.whole, format!("a field with a condition may be absent: make it {remedy}"));
        }
        paths(condition, field, fields, errors);
    }
    hidden(field, errors);
}

/// Paths begin at a field of the struct.
fn paths(condition: &Condition, field: &Field, fields: &[Field], errors: &mut Errors) {
    for test in &condition.tests {
        let Some(name) = first(&test.path, fields) else {
            let step = test.path.split('.').next().unwrap_or_default();
            let known = fields.iter().filter(|field| matches!(field.part, Part::Plain));
            let meant = closest(step, known.map(|field| field.wire.text.as_str()));
            let remedy = meant.map_or_else(
                || "a path begins with a field's name on the wire, the newest one".to_owned(),
                |close| format!("did you mean `{close}`?"),
            );
            errors.at(condition.text.span, format!("no field has the key `{step}`; {remedy}"));
            continue;
        };
        if name == field.wire.text {
            errors.at(condition.text.span, format!("whether `{name}` is there cannot depend on itself"));
        }
    }
}

/// Single values on the wire, of which a list has nothing to hide.
const SINGLE: &[&str] = &["String", "i64", "bool", "Amount", "Decimal", "Timestamp", "Date", "Secret", "Json"];

fn hidden(field: &Field, errors: &mut Errors) {
    let Some(span) = field.flag(Key::Hidden) else { return };
    if let [_, (second, _), ..] = field.settings.dated(Key::Hidden) {
        errors.at(second.span, "items were hidden before one version, not before several");
    }
    let item = field.ty.item_name();
    if item.is_none() || item.as_deref().is_some_and(|name| SINGLE.contains(&name)) {
        errors.at(span, "only objects in a list can be hidden: put it on a `Vec<…>` or a `List<…>` of them");
    }
    let Some((date, _)) = field.settings.dated(Key::Hidden).first() else { return };
    if let Some(since) = field.since.filter(|since| date.packed <= since.packed) {
        errors.at(date.span, format!("the field is there from {since} on only, so nothing was hidden before {date}"));
    }
    if let Some(until) = field.until.filter(|until| until.packed <= date.packed) {
        errors.at(
            date.span,
            format!("the field is there before {until} only, so what is hidden until {date} never shows"),
        );
    }
}
