//! As much of the generated crate's shape as differences are judged by; `docs/generated-code.md` has the whole of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Api, Enum, EnumValue, Field, Object, Presence, Scalar, Type, TypeDef, TypeId, TypeKind};
use crate::version::VersionRange;

/// What is derived from a whole spec.
#[derive(Debug)]
pub(super) struct Shape {
    /// Types with a version parameter, and enums that give one to what holds them.
    versioned: BTreeSet<TypeId>,
    /// Types that requests are made of; they have `with_…` methods.
    requests: BTreeSet<TypeId>,
}

impl Shape {
    pub(super) fn of(api: &Api) -> Self {
        let mut held: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
        let mut holders: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
        for def in &api.types {
            for id in references(api, def) {
                held.entry(def.id).or_default().push(id);
                holders.entry(id).or_default().push(def.id);
            }
        }
        let bodies = api.endpoints.iter().filter_map(|endpoint| endpoint.body.map(|body| body.ty));
        let gated = api.types.iter().filter(|def| is_gated(api, def)).map(|def| def.id);
        Self { versioned: close(gated.collect(), &holders), requests: close(bodies.collect(), &held) }
    }

    /// Whether a struct has a version parameter.
    pub(super) fn is_versioned(&self, def: &TypeDef) -> bool {
        def.object().is_some() && self.versioned.contains(&def.id)
    }

    /// Whether requests are made of a type.
    pub(super) fn is_request(&self, def: &TypeDef) -> bool {
        self.requests.contains(&def.id)
    }

    /// Whether a struct has a `with_…` method for each of its optional fields.
    pub(super) fn has_setters(&self, api: &Api, def: &TypeDef) -> bool {
        let Some(object) = def.object() else { return false };
        let settable = |field: &Field| alive(api, field).is_some_and(VersionRange::is_all) && !is_asked_for(api, field);
        self.is_request(def) && object.fields.iter().any(settable)
    }
}

/// Everything that is reached from some types, themselves included.
fn close(mut open: Vec<TypeId>, next: &BTreeMap<TypeId, Vec<TypeId>>) -> BTreeSet<TypeId> {
    let mut closed = BTreeSet::new();
    while let Some(id) = open.pop() {
        if closed.insert(id) {
            open.extend(next.get(&id).into_iter().flatten());
        }
    }
    closed
}

fn references(api: &Api, def: &TypeDef) -> Vec<TypeId> {
    let Some(object) = def.object() else { return Vec::new() };
    let live = object.fields.iter().filter(|field| alive(api, field).is_some());
    live.filter_map(|field| field.ty.named()).chain(object.rest.iter().filter_map(|rest| rest.ty.named())).collect()
}

fn is_gated(api: &Api, def: &TypeDef) -> bool {
    match &def.kind {
        TypeKind::Object(object) => {
            object.fields.iter().filter_map(|field| alive(api, field)).any(|range| !range.is_all())
        }
        TypeKind::Enum(values) => is_dated(values),
    }
}

/// Whether versions differ in the values they send.
pub(super) fn is_dated(values: &Enum) -> bool {
    values.values.iter().any(|value: &EnumValue| !value.was.is_empty() || !value.life.range.is_all())
}

/// The versions that have a field, as far as its type exists in them.
pub(super) fn alive(api: &Api, field: &Field) -> Option<VersionRange> {
    match field.ty.named().and_then(|id| api.types.get(id.0 as usize)) {
        Some(def) => field.life.range.intersection(def.life.range),
        None => Some(field.life.range),
    }
}

/// Whether the constructor takes a field.
pub(super) fn is_asked_for(api: &Api, field: &Field) -> bool {
    field.presence == Presence::Required && alive(api, field).is_some_and(VersionRange::is_all)
}

/// The fields that the constructor takes, in order.
pub(super) fn arguments<'a>(api: &'a Api, object: &'a Object) -> impl Iterator<Item = &'a Field> {
    object.fields.iter().filter(|field| is_asked_for(api, field))
}

/// A type as the YAML writes it, without its `?`.
pub(super) fn spelled(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Scalar(scalar) => scalar.as_str().to_owned(),
        Type::Named(id) => api.types.get(id.0 as usize).map(|def| def.name.clone()).unwrap_or_default(),
        Type::List(inner) => format!("list<{}>", spelled(api, inner)),
        Type::Map(inner) => format!("map<{}>", spelled(api, inner)),
    }
}

/// A type by which two are compared for Rust: scalars that become one type are one.
pub(super) fn in_rust(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Scalar(Scalar::String | Scalar::Url | Scalar::Email) => "string".to_owned(),
        Type::List(inner) => format!("list<{}>", in_rust(api, inner)),
        Type::Map(inner) => format!("map<{}>", in_rust(api, inner)),
        Type::Scalar(_) | Type::Named(_) => spelled(api, ty),
    }
}
