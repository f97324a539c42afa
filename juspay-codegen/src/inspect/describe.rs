//! Parts of the model as short texts.

use juspay_spec::model::{Api, Body, Encoding, Field, Life, Meta, Presence, Type, WireForm};
use juspay_spec::version::ApiVersion;

use crate::json::Json;

/// A type as the language writes it: `list<Refund>`.
pub(super) fn ty(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Scalar(scalar) => scalar.as_str().to_owned(),
        Type::Named(id) => api.ty(*id).name.clone(),
        Type::List(inner) => format!("list<{}>", self::ty(api, inner)),
        Type::Map(inner) => format!("map<{}>", self::ty(api, inner)),
    }
}

/// A field's type with its presence: `Refund?`.
pub(super) fn field_type(api: &Api, field: &Field) -> String {
    let suffix = match field.presence {
        Presence::Required => "",
        Presence::Nullable => "|null",
        Presence::Optional | Presence::RequiredSince(_) => "?",
    };
    format!("{}{suffix}", ty(api, &field.ty))
}

/// A date, or nothing for the base.
pub(super) fn date(version: ApiVersion) -> Json {
    if version.is_base() { Json::Null } else { version.to_string().into() }
}

/// The first version that has it; nothing if it was always there.
pub(super) fn since(life: &Life) -> Json {
    date(life.range.since)
}

/// The first version that no longer has it.
pub(super) fn until(life: &Life) -> Json {
    life.range.until.map(date).into()
}

/// Places on pages.
pub(super) fn at(meta: &Meta) -> Json {
    meta.at.iter().map(ToString::to_string).collect()
}

/// The name of a change.
pub(super) fn change(api: &Api, change: Option<usize>) -> Json {
    change.and_then(|at| api.changes.get(at)).map(|change| change.name.as_str()).into()
}

/// The name of a module.
pub(super) fn module(api: &Api, module: usize) -> &str {
    api.modules.get(module).map_or("", |module| &module.name)
}

/// A body with its encoding: `form CreateOrder`.
pub(super) fn body(api: &Api, body: Option<Body>) -> Json {
    body.map(|body| {
        let encoding = match body.encoding {
            Encoding::Form => "form",
            Encoding::Json => "json",
        };
        format!("{encoding} {}", api.ty(body.ty).name)
    })
    .into()
}

/// How a value is written, where that differs from its type.
pub(super) fn form(form: WireForm) -> Json {
    match form {
        WireForm::Plain => Json::Null,
        WireForm::String => "string".into(),
        WireForm::JsonString => "json-string".into(),
    }
}

/// What values must meet, as the language writes it: `max-length 21`.
pub(super) fn constraints(field: &Field) -> Json {
    let rules = &field.constraints;
    let numbers = [
        ("max-length", rules.max_length),
        ("min-length", rules.min_length),
        ("suggested-length", rules.suggested_length),
        ("max-items", rules.max_items),
        ("decimals", rules.decimals),
    ];
    let texts = [("at-least", &rules.at_least), ("at-most", &rules.at_most), ("chars", &rules.chars)];
    let numbers = numbers.into_iter().filter_map(|(key, number)| Some(format!("{key} {}", number?)));
    let texts = texts.into_iter().filter_map(|(key, text)| Some(format!("{key} {}", text.as_deref()?)));
    numbers.chain(texts).chain(rules.no_query.then(|| "no-query".to_owned())).collect()
}
