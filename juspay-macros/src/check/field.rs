//! What one field may say.

use syn::Visibility;

use super::dates;
use crate::attr::Key;
use crate::errors::Errors;
use crate::model::{Container, Field, Part, Wrapper, is_ident, mentions};

pub(super) fn check(field: &Field, container: &Container, errors: &mut Errors) {
    boxes(field, container, errors);
    gate(field, container, errors);
    changes(field, errors);
    presence(field, errors);
    forms(field, errors);
    match &field.part {
        Part::Plain => names(field, errors),
        Part::Flat(_) => flat(field, container, errors),
        Part::Rest => rest(field, errors),
    }
}

/// A box is read as the object in it, which a type parameter need not be.
fn boxes(field: &Field, container: &Container, errors: &mut Errors) {
    let boxed = container.type_params().find(|param| field.ty.boxed && is_ident(&field.ty.core, &param.ident));
    if let Some(param) = boxed {
        let name = &param.ident;
        errors.on(
            &field.ty.whole,
            format!("only an object can be boxed, and `{name}` can be any type: use `{name}` itself"),
        );
    }
}

/// What not every version has is private, so that only its method reads it, and may be absent.
fn gate(field: &Field, container: &Container, errors: &mut Errors) {
    dates::span(field.since, field.until, "field", errors);
    if !field.is_gated() || matches!(field.part, Part::Rest) {
        return;
    }
    if container.version.is_some() && !matches!(field.vis, Visibility::Inherited) {
        let name = &field.ident;
        errors.on(
            &field.vis,
            format!(
                "not every version has `{name}`, so it is read with the method `{name}()`: remove this `{}`",
                word(&field.vis)
            ),
        );
    }
    if field.ty.wrapper == Wrapper::None {
        let name = field.ty.name();
        let list = name.as_deref() == Some("Vec");
        let remedy = if list { "make it a `List<…>`" } else { "make it an `Option<…>`" };
        errors.on(&field.ty.whole, format!("not every version has this field, so it may be absent: {remedy}"));
    }
}

fn word(vis: &Visibility) -> &'static str {
    if matches!(vis, Visibility::Public(_)) { "pub" } else { "pub(…)" }
}

/// Changes happen while the field exists, in the order of time.
fn changes(field: &Field, errors: &mut Errors) {
    dates::ascending(&field.former, errors);
    for (date, _) in &field.former {
        dates::within(*date, field.since, field.until, "renamed", errors);
    }
    if let Some(date) = field.required_since
        && let Some(until) = field.until.filter(|until| until.packed <= date.packed)
    {
        errors.at(date.span, format!("the field is there before {until} only, so it cannot become required at {date}"));
    }
}

/// What may be absent or null has a type that can say so.
fn presence(field: &Field, errors: &mut Errors) {
    let optional = field.ty.wrapper != Wrapper::None;
    if let Some(span) = field.flag(Key::RequiredSince).filter(|_| !optional && matches!(field.part, Part::Plain)) {
        errors.at(span, "the field is required at every version: make it an `Option<…>`, which it was before");
    }
    if let Some(span) = field.flag(Key::Nullable).filter(|_| field.ty.wrapper != Wrapper::Option) {
        errors.at(span, "null needs a place to go: make the field an `Option<…>`");
    }
    if let Some(span) = field.flag(Key::Blank).filter(|_| field.ty.wrapper != Wrapper::Option) {
        errors.at(span, "`\"\"` means that the field is absent: make it an `Option<…>`");
    }
}

/// Types whose values are strings on the wire, or no single values.
const NO_NUMBERS: &[&str] = &["String", "Timestamp", "Date", "Secret", "Json", "Vec", "List", "Map"];

/// A value is written in one form, which its type can have.
fn forms(field: &Field, errors: &mut Errors) {
    let Some(span) = field.flag(Key::AsString) else { return };
    if field.flag(Key::JsonString).is_some() {
        errors.at(
            span,
            "a value is written in one form: `as_string` is for numbers and booleans, `json_string` for the rest",
        );
    } else if let Some(name) = field.ty.name().filter(|name| NO_NUMBERS.contains(&name.as_str())) {
        errors.at(span, format!("`as_string` is for numbers and booleans, and not for `{name}`"));
    }
}

/// A key has a name.
fn names(field: &Field, errors: &mut Errors) {
    let former = field.former.iter().map(|(_, text)| text);
    for name in std::iter::once(&field.wire).chain(&field.aliases).chain(former) {
        if name.text.is_empty() {
            errors.at(name.span, "a key has a name");
        }
    }
}

/// What cannot be said of a flattened object: its fields say it themselves.
const NOT_FLAT: &[Key] = &[
    Key::Alias,
    Key::AsString,
    Key::AtLeast,
    Key::AtMost,
    Key::Blank,
    Key::Chars,
    Key::Decimals,
    Key::Hidden,
    Key::JsonString,
    Key::MaxItems,
    Key::MaxLength,
    Key::MinLength,
    Key::NoQuery,
    Key::Nullable,
    Key::Rename,
    Key::Renamed,
    Key::RequiredSince,
    Key::Rest,
    Key::When,
];

fn flat(field: &Field, container: &Container, errors: &mut Errors) {
    for (_, word, span) in field.settings.words().filter(|(key, ..)| NOT_FLAT.contains(key)) {
        errors.at(span, format!("`{word}` says nothing of a flattened object, which has no key of its own"));
    }
    let name = field.ty.name().unwrap_or_default();
    if field.ty.wrapper == Wrapper::List || ["Vec", "Map", "String", "i64", "bool"].contains(&name.as_str()) {
        errors.on(&field.ty.whole, "only an object can be flattened: keys of a map go into a field with `rest`");
    }
    for param in container.type_params().filter(|param| mentions(&field.ty.core, &param.ident)) {
        let name = &param.ident;
        errors.on(&field.ty.whole, format!("`{name}` can be any type, so the keys of a flattened one are not known"));
    }
}

/// What cannot be said of the field that takes every other key.
fn rest(field: &Field, errors: &mut Errors) {
    for (_, word, span) in field.settings.words().filter(|(key, ..)| !matches!(key, Key::Rest | Key::Sensitive)) {
        errors.at(span, format!("`{word}` says nothing of `rest`, which has no key of its own"));
    }
    if field.ty.name().as_deref() != Some("Map") || field.ty.wrapper != Wrapper::None {
        errors.on(&field.ty.whole, "every other key goes into a `Map<…>`, which is empty if there is none");
    }
}
