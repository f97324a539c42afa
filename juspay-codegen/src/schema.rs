//! JSON Schema of the spec language, for editors: made of the table of keys that the reader itself goes by.

use std::collections::BTreeMap;

use juspay_spec::language::{FILE, Key, Shape, Table};
use juspay_spec::model::Scalar;

use crate::json::{Json, Object, object};

/// The schema of a file of a spec, in draft 2020-12.
///
/// It says what a file may look like; what names refer to is the business of `lint`.
pub fn schema() -> Json {
    let mut tables = BTreeMap::new();
    collect(&FILE, &mut tables);
    let mut defs = Object::new();
    defs.set("text", text_schema());
    defs.set("type-expression", type_schema());
    for (name, table) in tables {
        defs.set(name, table_schema(table));
    }
    let mut schema = object([
        ("$schema", "https://json-schema.org/draft/2020-12/schema".into()),
        ("title", "A file of a spec".into()),
        ("description", "Any file may hold any of the sections; `api` stands once in the whole folder.".into()),
    ]);
    schema.extend(mapping(&FILE));
    schema.set("$defs", defs);
    schema.into()
}

/// Every table below this one, by the name of its definition.
fn collect(table: &'static Table, found: &mut BTreeMap<String, &'static Table>) {
    for key in table.keys {
        let (Shape::Table(inner) | Shape::Map(inner)) = key.shape else { continue };
        if found.insert(definition(inner), inner).is_none() {
            collect(inner, found);
        }
    }
}

fn definition(table: &Table) -> String {
    table.name.replace(' ', "-")
}

fn reference(name: &str) -> Object {
    object([("$ref", format!("#/$defs/{name}").into())])
}

/// A table, or the one value that it may be shortened to.
fn table_schema(table: &Table) -> Object {
    let short = table.short.and_then(|short| table.keys.iter().find(|key| key.name == short));
    match short {
        None => mapping(table),
        Some(short) => {
            let short: Json = shape(short.shape).into();
            object([("anyOf", vec![short, mapping(table).into()].into())])
        }
    }
}

fn mapping(table: &Table) -> Object {
    let mut properties = Object::new();
    for key in table.keys {
        properties.set(key.name, property(key));
    }
    let required: Json = table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut mapping = object([("type", "object".into()), ("properties", properties.into())]);
    mapping.set_filled("required", required);
    mapping.set("additionalProperties", false);
    mapping
}

fn property(key: &Key) -> Object {
    let mut schema = shape(key.shape);
    schema.set("description", key.doc);
    schema
}

fn shape(shape: Shape) -> Object {
    match shape {
        Shape::Text => reference("text"),
        Shape::Word(words) => object([("enum", words.iter().copied().collect::<Json>())]),
        Shape::Bool => object([("type", "boolean".into())]),
        Shape::Number => object([("type", "integer".into())]),
        Shape::TypeExpr => reference("type-expression"),
        Shape::Texts => object([("anyOf", vec![Json::from(reference("text")), texts().into()].into())]),
        Shape::List => texts(),
        Shape::Lists => list_of(texts()),
        Shape::TextMap => map_of(reference("text")),
        Shape::Table(table) => reference(&definition(table)),
        Shape::Map(table) => map_of(reference(&definition(table))),
    }
}

fn texts() -> Object {
    list_of(reference("text"))
}

fn list_of(items: Object) -> Object {
    object([("type", "array".into()), ("items", items.into())])
}

fn map_of(values: Object) -> Object {
    object([("type", "object".into()), ("additionalProperties", values.into())])
}

/// The language takes every scalar as its text, where an editor sees numbers and truth values.
fn text_schema() -> Object {
    object([("type", vec!["string", "number", "boolean"].into())])
}

/// Scalars by name, so that editors offer them, and any other type by its form.
fn type_schema() -> Object {
    let words = Scalar::WORDS.iter().flat_map(|(word, _)| [(*word).to_owned(), format!("{word}?")]);
    let words = object([("enum", words.collect::<Json>())]);
    let form = object([("type", "string".into()), ("pattern", "^[A-Za-z][A-Za-z0-9_<> ]*(\\?|\\|null)?$".into())]);
    object([("anyOf", vec![words, form].into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_has_its_definition() {
        let schema = schema();
        let defs: Vec<&str> = schema
            .get("$defs")
            .and_then(Json::as_object)
            .into_iter()
            .flat_map(Object::iter)
            .map(|(name, _)| name)
            .collect();
        let text = schema.to_string();
        let references: Vec<&str> =
            text.split("\"#/$defs/").skip(1).filter_map(|rest| rest.split_once('"')).map(|(name, _)| name).collect();
        assert!(references.len() > defs.len());
        assert!(references.iter().all(|name| defs.contains(name)), "{references:?}");
        assert!(defs.iter().all(|name| references.contains(name)), "{defs:?}");
    }
}
