//! Parts of the model as values of templates.

use crate::visible;
use juspay_spec::model::{Api, Constraints, EnumValue, Field, Life, Meta, Module, Presence, Type, TypeId, WireForm};
use juspay_spec::version::{ApiVersion, VersionRange};
use minijinja::Value;

/// An entry of a map.
pub(super) type Entry = (&'static str, Value);

pub(super) fn map<const N: usize>(entries: [Entry; N]) -> Value {
    Value::from_pairs(entries)
}

pub(super) fn list(items: impl IntoIterator<Item = Value>) -> Value {
    items.into_iter().collect::<Vec<_>>().into()
}

/// Which versions have something: a `1` or a `0` for each, the base first; nothing if all have it.
pub(super) fn seen(api: &Api, has: impl Fn(ApiVersion) -> bool) -> Value {
    let mask: String = api.all_versions().map(|version| if has(version) { '1' } else { '0' }).collect();
    if mask.contains('0') { mask.into() } else { Value::UNDEFINED }
}

pub(super) fn seen_in(api: &Api, range: VersionRange) -> Value {
    seen(api, |version| range.contains(version))
}

pub(super) fn seen_value(api: &Api, value: &EnumValue) -> Value {
    seen(api, |version| visible::enum_value(api, value, version))
}

/// The documentation of an item and where it comes from.
pub(super) fn meta(meta: &Meta) -> Value {
    let at = meta.at.iter().map(|at| at.to_string().into());
    map([
        ("doc", meta.doc.as_str().into()),
        ("note", meta.note.as_deref().into()),
        ("at", list(at)),
        ("evidence", meta.evidence.as_str().into()),
    ])
}

/// From when to when, with the changes that say so.
pub(super) fn life(api: &Api, life: &Life) -> Value {
    let change = |at: Option<usize>| at.and_then(|at| api.changes.get(at)).map(|change| change.name.as_str());
    let since = life.range.since;
    map([
        ("since", (!since.is_base()).then(|| since.to_string()).into()),
        ("until", life.range.until.map(|until| until.to_string()).into()),
        ("gate", change(life.gate).into()),
        ("removed_by", change(life.until).into()),
        ("seen", seen_in(api, life.range)),
    ])
}

/// Pages that are not those of a module.
pub(super) const OTHERS: [&str; 4] = ["index", "versions", "requirements", "questions"];

/// The page of a module.
pub(super) fn module_file(module: &Module) -> String {
    let suffix = if OTHERS.contains(&module.name.as_str()) { "-module" } else { "" };
    format!("{}{suffix}.html", module.name)
}

/// The place of an item on its page. White space cannot stand in one.
pub(super) fn place(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("_")
}

/// Where a type is described.
pub(super) fn href(api: &Api, id: TypeId) -> String {
    let def = api.ty(id);
    let file = api.modules.get(def.module).map(module_file).unwrap_or_default();
    format!("{file}#{}", place(&def.name))
}

/// A type as the language writes it, in parts of which the named ones are links.
pub(super) fn ty(api: &Api, ty: &Type) -> Value {
    let (mut before, mut after) = (String::new(), String::new());
    let mut inner = ty;
    loop {
        match inner {
            Type::List(item) => {
                before.push_str("list<");
                after.insert(0, '>');
                inner = item;
            }
            Type::Map(item) => {
                before.push_str("map<");
                after.insert(0, '>');
                inner = item;
            }
            Type::Scalar(scalar) => return parts(before, scalar.as_str(), None, after),
            Type::Named(id) => return parts(before, &api.ty(*id).name, Some(href(api, *id)), after),
        }
    }
}

fn parts(before: String, name: &str, href: Option<String>, after: String) -> Value {
    map([("before", before.into()), ("name", name.into()), ("href", href.into()), ("after", after.into())])
}

/// A named type alone.
pub(super) fn named(api: &Api, id: TypeId) -> Value {
    ty(api, &Type::Named(id))
}

/// Whether a field must be there, in a word.
pub(super) fn presence(api: &Api, field: &Field) -> String {
    match field.presence {
        Presence::Required => "required".to_owned(),
        Presence::Nullable => "required, may be null".to_owned(),
        Presence::Optional => "optional".to_owned(),
        Presence::RequiredSince(change) => match api.changes.get(change) {
            Some(change) => format!("required since {}", change.version),
            None => "optional".to_owned(),
        },
    }
}

/// What a field's values must meet, in words.
pub(super) fn rules(field: &Field) -> Value {
    let Constraints {
        max_length,
        min_length,
        suggested_length,
        max_items,
        decimals,
        at_least,
        at_most,
        chars,
        no_query,
    } = &field.constraints;
    let numbers = [
        ("at most", max_length, "characters"),
        ("at least", min_length, "characters"),
        ("better at most", suggested_length, "characters"),
        ("at most", max_items, "items"),
        ("at most", decimals, "decimals"),
    ];
    let numbers =
        numbers.into_iter().filter_map(|(words, number, unit)| Some(format!("{words} {} {unit}", (*number)?)));
    let texts = [("at least", at_least), ("at most", at_most), ("only", chars)];
    let texts = texts.into_iter().filter_map(|(words, text)| Some(format!("{words} {}", text.as_deref()?)));
    let flags = [
        (*no_query, "no query string"),
        (field.sensitive, "sensitive"),
        (field.blank, "an empty text means absent"),
        (field.form == WireForm::String, "written as a text"),
        (field.form == WireForm::JsonString, "written as JSON inside a text"),
    ];
    let flags = flags.into_iter().filter(|(set, _)| *set).map(|(_, words)| words.to_owned());
    let default = field.default.iter().map(|default| format!("{default} if absent"));
    list(numbers.chain(texts).chain(flags).chain(default).map(Value::from))
}
