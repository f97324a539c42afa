//! Schemas of scalars, of what their values must meet, and of other ways to write a value.

use juspay_spec::model::{Constraints, Scalar, Type, WireForm};

use super::digits;
use super::usage::Mode;
use crate::json::{Json, Object, number, object};

/// The schema of a scalar under its constraints.
pub(super) fn schema(scalar: Scalar, constraints: &Constraints, mode: Mode) -> Object {
    let mut schema = if mode.strings { as_text(scalar, constraints) } else { as_json(scalar) };
    let text = schema.get("type").and_then(Json::as_str) == Some("string");
    if text {
        lengths(&mut schema, constraints);
        if !mode.sent && constraints.min_length.is_none() && matches!(scalar, Scalar::Timestamp | Scalar::Date) {
            schema.set("minLength", 1_u64);
        }
        patterns(&mut schema, scalar, constraints);
    } else {
        numbers(&mut schema, constraints);
        if !mode.sent && matches!(scalar, Scalar::Amount | Scalar::Decimal) {
            readable(&mut schema, constraints);
        }
    }
    if text && constraints.at_least.is_some() | constraints.at_most.is_some() {
        // A range of numbers is said of a text by its pattern, as far as one can say it.
        schema.set_some("x-minimum", constraints.at_least.as_deref());
        schema.set_some("x-maximum", constraints.at_most.as_deref());
    }
    schema
}

fn as_json(scalar: Scalar) -> Object {
    match scalar {
        Scalar::Int => object([("type", "integer".into()), ("format", "int64".into())]),
        Scalar::Bool => object([("type", "boolean".into())]),
        Scalar::Amount | Scalar::Decimal => object([("type", "number".into()), ("format", "decimal".into())]),
        Scalar::Json => Object::new(),
        // Not `email`: that is a promise, and published bodies have numbers in its place.
        Scalar::String | Scalar::Email => text(None),
        // Not `date-time`: what is kept as text may be seconds since 1970 as well.
        Scalar::Timestamp => text(Some("timestamp")),
        // Not `date`: that is one way to write a day, and what is kept is the text.
        Scalar::Date => text(Some("day")),
        Scalar::Url => text(Some("uri")),
        Scalar::Secret => text(Some("password")),
    }
}

/// The same scalar in a form, where everything is text.
fn as_text(scalar: Scalar, constraints: &Constraints) -> Object {
    match scalar {
        Scalar::Int => {
            let mut schema = text(Some("int64"));
            schema.set("pattern", digits::integer(constraints));
            schema
        }
        Scalar::Bool => object([("type", "string".into()), ("enum", vec!["true", "false"].into())]),
        Scalar::Amount | Scalar::Decimal => {
            let mut schema = text(Some("decimal"));
            schema.set("pattern", digits::decimal(constraints));
            schema
        }
        Scalar::Json => json_text(Object::new()),
        other => as_json(other),
    }
}

const JSON: &str = "application/json";

fn text(format: Option<&str>) -> Object {
    let mut schema = object([("type", "string".into())]);
    schema.set_some("format", format);
    schema
}

fn lengths(schema: &mut Object, constraints: &Constraints) {
    schema.set_some("minLength", constraints.min_length);
    schema.set_some("maxLength", constraints.max_length);
    schema.set_some("x-suggested-length", constraints.suggested_length);
}

fn numbers(schema: &mut Object, constraints: &Constraints) {
    schema.set_some("minimum", constraints.at_least.as_deref().and_then(number));
    schema.set_some("maximum", constraints.at_most.as_deref().and_then(number));
    // Not `multipleOf: 0.01`: validators divide binary floats, and then refuse 1.10 in an answer.
    schema.set_some("x-decimals", constraints.decimals);
}

/// What an exact number holds, which is 96 bits. Validators divide binary floats and may refuse 1.10 by this; nobody
/// asks them about a number that is sent to the API but those who make one up.
fn readable(schema: &mut Object, constraints: &Constraints) {
    let limits = [("minimum", "-79228162514264337593543950335"), ("maximum", "79228162514264337593543950335")];
    for (bound, limit) in limits {
        if schema.get(bound).is_none() {
            schema.set_some(bound, number(limit));
        }
    }
    let step = |decimals: u64| (decimals > 0).then(|| format!("0.{:01$}", 1, usize::try_from(decimals).unwrap_or(1)));
    let step = constraints.decimals.map(|decimals| step(decimals).unwrap_or_else(|| "1".to_owned()));
    schema.set_some("multipleOf", step.as_deref().and_then(number));
}

/// One `pattern`, and further ones under `allOf`.
fn patterns(schema: &mut Object, scalar: Scalar, constraints: &Constraints) {
    let mut patterns: Vec<String> = Vec::new();
    patterns.extend(constraints.chars.as_deref().map(|set| format!("^[{}]*$", char_class(set))));
    if constraints.no_query && scalar == Scalar::Url {
        patterns.push("^[^?]*$".to_owned());
    }
    let mut patterns = patterns.into_iter();
    if schema.get("pattern").is_none() {
        schema.set_some("pattern", patterns.next());
    }
    schema.set_filled("allOf", patterns.map(|pattern| object([("pattern", pattern.into())])).collect::<Json>());
}

/// The characters between the brackets: ranges stay, what has a meaning inside brackets is escaped.
fn char_class(set: &str) -> String {
    let mut class = String::new();
    let last = set.chars().count().saturating_sub(1);
    for (at, char) in set.chars().enumerate() {
        let literal_hyphen = char == '-' && (at == 0 || at == last);
        if literal_hyphen || matches!(char, '[' | ']' | '\\' | '^') {
            class.push('\\');
        }
        class.push(char);
    }
    class
}

/// JSON inside a string.
pub(super) fn json_text(content: Object) -> Object {
    let mut text = object([("type", "string".into()), ("minLength", 1_u64.into()), ("contentMediaType", JSON.into())]);
    text.set_filled("contentSchema", content);
    text
}

/// Either schema.
pub(super) fn any_of(schema: Object, other: Object) -> Object {
    object([("anyOf", vec![Json::from(schema), Json::from(other)].into())])
}

/// Allows null beside whatever the schema allows.
pub(super) fn nullable(mut schema: Object) -> Object {
    let null = || object([("type", "null".into())]);
    if schema.is_empty() {
        return schema;
    }
    if let Some(Json::Array(ways)) = schema.get_mut("anyOf") {
        ways.push(null().into());
        return schema;
    }
    let Some(kind) = schema.get("type").and_then(Json::as_str).map(str::to_owned) else {
        return any_of(schema, null());
    };
    schema.set("type", vec![kind.as_str(), "null"]);
    if let Some(Json::Array(values)) = schema.get_mut("enum") {
        values.push(Json::Null);
    }
    schema
}

/// A default in the JSON type that the field has on the wire.
pub(super) fn default_value(text: &str, ty: &Type, form: WireForm, mode: Mode) -> Json {
    let plain = form == WireForm::Plain && !mode.strings;
    match ty {
        Type::Scalar(Scalar::Bool) if plain => match text {
            "true" => true.into(),
            "false" => false.into(),
            other => other.into(),
        },
        Type::Scalar(Scalar::Int | Scalar::Amount | Scalar::Decimal) if plain => {
            number(text).unwrap_or_else(|| text.into())
        }
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: Mode = Mode { strings: true, sent: false, nulls: false };

    #[test]
    fn amounts_are_numbers_in_json_and_text_in_forms() {
        let two = Constraints { decimals: Some(2), ..Constraints::default() };
        let json: Json = schema(Scalar::Amount, &two, Mode::RESPONSE).into();
        assert_eq!(json.to_string(), r#"{"type":"number","format":"decimal","x-decimals":2}"#);
        let form: Json = schema(Scalar::Amount, &two, FORM).into();
        assert_eq!(
            form.to_string(),
            r#"{"type":"string","format":"decimal","pattern":"^-?[0-9]{1,20}(\\.[0-9]{1,2})?$"}"#
        );
    }

    #[test]
    fn a_set_of_characters_becomes_a_class() {
        assert_eq!(char_class("A-Za-z0-9 _-"), "A-Za-z0-9 _\\-");
        assert_eq!(char_class("^]\\"), "\\^\\]\\\\");
    }

    #[test]
    fn further_patterns_are_not_lost() {
        let both = Constraints { chars: Some("a-z".to_owned()), no_query: true, ..Constraints::default() };
        let json: Json = schema(Scalar::Url, &both, Mode::PARAMETER).into();
        assert_eq!(
            json.to_string(),
            r#"{"type":"string","format":"uri","pattern":"^[a-z]*$","allOf":[{"pattern":"^[^?]*$"}]}"#
        );
    }
}
