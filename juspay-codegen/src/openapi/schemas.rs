//! Schemas of types, one per name, and only of those that something refers to.

use std::collections::BTreeMap;

use juspay_spec::model::{
    Api, Constraints, Enum, Field, Grade, Object as Record, Presence, Rest, Scalar, Type, TypeDef, TypeId, TypeKind,
    WireForm,
};
use juspay_spec::version::ApiVersion;

use super::scalars::{any_of, default_value, json_text, nullable};
use super::usage::{Mode, Usage};
use super::{component_name, description, marks, scalars};
use crate::json::{Json, Object, object};
use crate::visible;

/// How deep objects may be flattened into one another; deeper is a mistake of the spec, not a reason to recurse on.
pub(super) const DEEPEST: usize = 16;

/// The schemas of one export.
pub(super) struct Schemas<'a> {
    pub(super) api: &'a Api,
    pub(super) version: ApiVersion,
    usage: Usage,
    /// Types that were referred to; `None` until their schema is written.
    named: BTreeMap<TypeId, Option<Json>>,
}

impl<'a> Schemas<'a> {
    pub(super) fn new(api: &'a Api, version: ApiVersion) -> Self {
        Self { api, version, usage: Usage::of(api), named: BTreeMap::new() }
    }

    /// Every schema that was referred to, and those they refer to in turn, by name.
    pub(super) fn finish(&mut self) -> Object {
        while let Some(id) = self.named.iter().find(|(_, schema)| schema.is_none()).map(|(id, _)| *id) {
            let schema = self.component(self.api.ty(id));
            self.named.insert(id, Some(schema));
        }
        let named = std::mem::take(&mut self.named);
        let by_name: BTreeMap<&str, Json> =
            named.into_iter().filter_map(|(id, schema)| Some((self.api.ty(id).name.as_str(), schema?))).collect();
        let mut schemas = Object::new();
        for (name, schema) in by_name {
            schemas.set(component_name(name), schema);
        }
        schemas
    }

    /// A reference to a named type.
    pub(super) fn reference(&mut self, id: TypeId) -> Object {
        self.named.entry(id).or_insert(None);
        let name = component_name(&self.api.ty(id).name);
        object([("$ref", format!("#/components/schemas/{name}").into())])
    }

    /// Whether an object cannot be left out: something in it must be there.
    pub(super) fn asks_for_something(&self, id: TypeId) -> bool {
        let Some(record) = self.api.ty(id).object() else { return true };
        let must = |field: &Field| visible::required(self.api, field, self.version);
        !record.one_of.is_empty() || visible::fields(self.api, record, self.version).any(must)
    }

    /// The schema of a value.
    pub(super) fn value(&mut self, ty: &Type, constraints: &Constraints, mode: Mode) -> Object {
        if mode.strings && self.needs_json(ty) {
            let content = self.value(ty, constraints, mode.json());
            return json_text(content);
        }
        match ty {
            Type::Scalar(scalar) => scalars::schema(*scalar, constraints, mode),
            Type::Named(id) => self.reference(*id),
            Type::List(inner) => {
                let of_items = Constraints { max_items: None, ..constraints.clone() };
                let items = self.value(inner, &of_items, mode);
                let mut list = object([("type", "array".into()), ("items", items.into())]);
                list.set_some("maxItems", constraints.max_items);
                list
            }
            Type::Map(inner) => {
                let values = self.value(inner, constraints, mode);
                object([("type", "object".into()), ("additionalProperties", values.into())])
            }
        }
    }

    /// The schema of a field or parameter, with everything that is said about it.
    pub(super) fn property(&mut self, field: &Field, mode: Mode) -> Object {
        let mut schema = self.written(field, mode);
        if field.blank && (self.is_enum(&field.ty) || field.ty.scalar() == Some(Scalar::Url)) {
            // An empty text stands for absence, and no list of values has it, nor is it an address.
            schema = any_of(schema, object([("const", "".into())]));
        }
        if self.may_be_null(field, mode) {
            schema = nullable(schema);
        }
        let default = field.default.as_deref().map(|text| default_value(text, &field.ty, field.form, mode));
        schema.set_some("default", default);
        schema.set_flag("writeOnly", field.ty.scalar() == Some(Scalar::Secret) && !mode.nulls);
        schema.set_filled("description", description(&field.meta));
        marks::element(&mut schema, &field.life, &field.meta);
        marks::field(&mut schema, self.api, field, self.version);
        schema
    }

    fn written(&mut self, field: &Field, mode: Mode) -> Object {
        match field.form {
            WireForm::Plain => self.value(&field.ty, &field.constraints, mode),
            WireForm::String => {
                let text = self.value(&field.ty, &field.constraints, Mode { strings: true, ..mode });
                if mode.strings || mode.sent {
                    return text;
                }
                // In JSON that the API reads, a number as itself means the same.
                any_of(text, self.value(&field.ty, &field.constraints, mode))
            }
            WireForm::JsonString => {
                let content = self.value(&field.ty, &field.constraints, mode.json());
                json_text(content)
            }
        }
    }

    /// Whether a value has no text of its own, so that a form carries it as JSON.
    fn needs_json(&self, ty: &Type) -> bool {
        match ty {
            Type::Scalar(_) => false,
            Type::Named(id) => self.api.ty(*id).object().is_some(),
            Type::List(_) | Type::Map(_) => true,
        }
    }

    fn is_enum(&self, ty: &Type) -> bool {
        matches!(ty, Type::Named(id) if self.api.ty(*id).as_enum().is_some())
    }

    fn may_be_null(&self, field: &Field, mode: Mode) -> bool {
        let required = visible::required(self.api, field, self.version);
        field.presence == Presence::Nullable || (mode.nulls && !required)
    }

    /// The schema of a named type.
    fn component(&mut self, def: &TypeDef) -> Json {
        let mut schema = match &def.kind {
            TypeKind::Object(record) => {
                let mode = self.usage.mode(def.id);
                self.record(record, mode)
            }
            TypeKind::Enum(values) => self.enumeration(values),
        };
        schema.set_filled("description", description(&def.meta));
        marks::element(&mut schema, &def.life, &def.meta);
        schema.into()
    }

    fn record(&mut self, record: &Record, mode: Mode) -> Object {
        let mut schema = object([("type", "object".into())]);
        let mut flat = Flat::default();
        self.flatten(record, "", true, mode, 0, &mut flat);
        schema.set_filled("properties", flat.properties);
        schema.set_filled("required", flat.required);
        schema.set_filled("patternProperties", flat.rests);
        let mut groups = flat.groups.into_iter();
        schema.set_filled("oneOf", flat.choice.into_iter().collect::<Json>());
        schema.set_some("anyOf", groups.next());
        schema.set_filled("allOf", groups.map(|group| object([("anyOf", group)])).collect::<Json>());
        if let Some(rest) = &record.rest {
            let mut values = self.value(&rest.ty, &Constraints::default(), mode);
            values.set_filled("description", description(&rest.meta));
            schema.set("additionalProperties", values);
        }
        schema
    }

    /// Collects the fields of an object, those of flattened objects under their full names.
    fn flatten(&mut self, record: &Record, prefix: &str, sure: bool, mode: Mode, depth: usize, flat: &mut Flat) {
        let (api, version) = (self.api, self.version);
        let mut names: Vec<(usize, String)> = Vec::new();
        for (at, field) in record.fields.iter().enumerate().filter(|(_, found)| visible::field(api, found, version)) {
            let required = sure && visible::required(api, field, version);
            if let Some((own, inner)) = flattened(api, field).filter(|_| depth < DEEPEST) {
                let full = format!("{prefix}{own}");
                let before = flat.properties.iter().count();
                self.flatten(inner, &full, required, mode, depth + 1, flat);
                names.extend(flat.properties.iter().skip(before).map(|(name, _)| (at, name.to_owned())));
                continue;
            }
            let name = format!("{prefix}{}", field.wire_at(version));
            if required {
                flat.required.push(name.clone());
            }
            let property = self.property(field, mode);
            flat.properties.set(name.clone(), property);
            names.push((at, name));
        }
        if let Some(rest) = record.rest.as_ref().filter(|_| depth > 0) {
            flat.rests.set(format!("^{}", escape(prefix)), self.flat_rest(rest, mode));
        }
        // A group inside an object that may be absent asks for nothing.
        for group in record.one_of.iter().filter(|_| sure) {
            let members = names.iter().filter(|(at, _)| group.contains(at));
            let asks: Json = members.map(|(_, name)| there(name, mode)).collect();
            if !asks.items().is_empty() {
                flat.groups.push(asks);
            }
        }
        if record.choice {
            let asks = names.iter().map(|(_, name)| object([("required", vec![name.as_str()].into())]));
            flat.choice = asks.collect();
        }
    }

    /// Any other key under a prefix. The pattern covers the known keys too, so outside of forms, where values differ
    /// in their type, it says none.
    fn flat_rest(&mut self, rest: &Rest, mode: Mode) -> Object {
        let mut values = Object::new();
        if mode.strings {
            values = self.value(&rest.ty, &Constraints::default(), mode);
        }
        values.set_filled("description", description(&rest.meta));
        values
    }

    fn enumeration(&self, values: &Enum) -> Object {
        let (api, version) = (self.api, self.version);
        let sent = || values.values.iter().filter(|value| visible::enum_value(api, value, version));
        let mut schema = object([("type", "string".into())]);
        schema.set_filled("enum", sent().map(|value| value.wire.as_str()).collect::<Json>());
        schema.set_flag("x-extensible-enum", values.grade != Grade::Complete);
        let (mut docs, mut ids, mut since) = (Object::new(), Object::new(), Object::new());
        for value in sent() {
            docs.set_filled(&value.wire, description(&value.meta));
            ids.set_some(&value.wire, value.id);
            let date = Some(value.life.range.since).filter(|date| !date.is_base());
            since.set_some(&value.wire, date.map(|date| date.to_string()));
        }
        schema.set_filled("x-enumDescriptions", docs);
        schema.set_filled("x-enum-ids", ids);
        schema.set_filled("x-enum-since", since);
        schema.set_filled("x-also-means", self.also_means(values));
        schema
    }

    /// What else a value stands for in a version that cannot tell it apart yet.
    fn also_means(&self, values: &Enum) -> Object {
        let mut meanings: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for value in &values.values {
            if let Some(sent) = visible::former_value(self.api, values, value, self.version) {
                meanings.entry(sent).or_default().push(&value.wire);
            }
        }
        let mut also = Object::new();
        for (sent, meant) in meanings {
            if let Some(value) = values.values.get(sent) {
                also.set(value.wire.as_str(), meant);
            }
        }
        also
    }
}

/// The properties of an object once everything flattened stands in it.
#[derive(Default)]
struct Flat {
    properties: Object,
    required: Vec<String>,
    /// Schemas of keys that no field has, by a pattern of their prefix.
    rests: Object,
    /// Alternatives of which at least one must hold.
    groups: Vec<Json>,
    /// Alternatives of which exactly one must hold.
    choice: Vec<Object>,
}

/// That a property is there; null is nothing, and what the API reads is not to be a blank text or an empty list either.
fn there(name: &str, mode: Mode) -> Object {
    let mut value = Object::new();
    if mode.nulls {
        value.set("not", object([("type", "null".into())]));
    }
    if !mode.sent {
        value.set("pattern", "[^ ]");
        value.set("minItems", 1_i64);
    }
    let mut asks = object([("required", vec![name].into())]);
    if mode.nulls || !mode.sent {
        asks.set("properties", object([(name, value.into())]));
    }
    asks
}

/// A text as a regular expression that matches just that.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        if "\\^$.|?*+()[]{}/".contains(char) {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

/// The prefix and the object, if the field's object stands flat in its parent.
fn flattened<'a>(api: &'a Api, field: &'a Field) -> Option<(&'a str, &'a Record)> {
    let prefix = field.prefix.as_deref()?;
    Some((prefix, api.ty(field.ty.named()?).object()?))
}
