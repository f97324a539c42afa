//! The page of a module: its operations and its types.

use super::describe::{self, list, map, meta, place, seen, seen_value};
use crate::visible;
use juspay_spec::model::{Api, Encoding, Endpoint, Enum, Field, Grade, Idempotent, Object, Type, TypeDef, TypeKind};
use juspay_spec::version::{ApiVersion, VersionRange};
use minijinja::Value;

/// Whether a module has anything to show.
pub(super) fn is_filled(api: &Api, at: usize) -> bool {
    api.endpoints.iter().any(|endpoint| endpoint.module == at) || api.types.iter().any(|def| def.module == at)
}

pub(super) fn module(api: &Api, at: usize) -> Value {
    let name = api.modules.get(at).map_or("", |module| module.name.as_str());
    let endpoints = api.endpoints.iter().filter(|endpoint| endpoint.module == at).map(|found| endpoint(api, found));
    let types = api.types.iter().filter(|def| def.module == at).map(|def| definition(api, def));
    map([("title", name.into()), ("endpoints", list(endpoints)), ("types", list(types))])
}

fn endpoint(api: &Api, endpoint: &Endpoint) -> Value {
    let auth = endpoint.auth.iter().filter_map(|at| api.auth.get(*at)).map(|scheme| scheme.name.as_str().into());
    let body = endpoint.body.map(|body| {
        let encoding = if body.encoding == Encoding::Form { "form" } else { "JSON" };
        map([("encoding", encoding.into()), ("type", describe::named(api, body.ty))])
    });
    let responses = endpoint.responses.iter().map(|response| {
        let means = response.means.iter().map(|(status, when)| format!("{status} if {}", when.text).into());
        map([
            ("status", response.status.into()),
            ("type", response.body.as_ref().map(|body| describe::ty(api, body)).into()),
            ("means", list(means)),
            ("life", describe::life(api, &response.life)),
            ("meta", meta(&response.meta)),
        ])
    });
    let repeat = match &endpoint.idempotent {
        Idempotent::No => "a repeat is another call".to_owned(),
        Idempotent::Read => "only reads".to_owned(),
        Idempotent::By(field) => format!("a repeat is known by {field}"),
    };
    let places = [("path", &endpoint.path_params), ("query", &endpoint.query), ("header", &endpoint.headers)];
    let parameters = places.into_iter().flat_map(|(kind, fields)| {
        fields.iter().flat_map(move |field| rows(api, &endpoint.name, field)).map(move |row| (kind, row))
    });
    let parameters = parameters.map(|(kind, row)| map([("kind", kind.into()), ("field", row)]));
    map([
        ("name", endpoint.name.as_str().into()),
        ("method", endpoint.method.as_str().into()),
        ("path", endpoint.path.as_str().into()),
        ("auth", list(auth)),
        ("body", body.into()),
        ("repeat", repeat.into()),
        ("parameters", list(parameters)),
        ("responses", list(responses)),
        ("life", describe::life(api, &endpoint.life)),
        ("meta", meta(&endpoint.meta)),
    ])
}

fn definition(api: &Api, def: &TypeDef) -> Value {
    let content = match &def.kind {
        TypeKind::Object(object) => fields(api, def, object),
        TypeKind::Enum(values) => values_of(api, def, values),
    };
    map([
        ("name", def.name.as_str().into()),
        ("anchor", place(&def.name).into()),
        ("rust", def.rust.as_str().into()),
        ("kind", if def.object().is_some() { "object" } else { "enum" }.into()),
        ("content", content),
        ("life", describe::life(api, &def.life)),
        ("meta", meta(&def.meta)),
    ])
}

fn fields(api: &Api, def: &TypeDef, object: &Object) -> Value {
    let groups = object.one_of.iter().map(|group| {
        let names = group.iter().filter_map(|at| object.fields.get(*at)).map(|field| label(field).to_owned());
        names.collect::<Vec<_>>().join(" or ").into()
    });
    let rest =
        object.rest.as_ref().map(|rest| map([("type", describe::ty(api, &rest.ty)), ("meta", meta(&rest.meta))]));
    map([
        ("fields", list(object.fields.iter().flat_map(|field| rows(api, &def.name, field)))),
        ("one_of", list(groups)),
        ("rest", rest.into()),
    ])
}

/// A field's name on the wire; that of its object, if it is flattened.
fn label(field: &Field) -> &str {
    if field.wire.is_empty() { &field.rust } else { &field.wire }
}

/// A row for each name that a field has or had.
fn rows(api: &Api, owner: &str, field: &Field) -> Vec<Value> {
    let former = |version: ApiVersion| field.former.iter().any(|former| former.range.contains(version));
    let now = seen(api, |version| visible::field(api, field, version) && !former(version));
    let mut rows = vec![row(api, owner, field, label(field), now)];
    for name in &field.former {
        let then = seen(api, |version| visible::field(api, field, version) && name.range.contains(version));
        rows.push(row(api, owner, field, &name.wire, then));
    }
    rows
}

fn row(api: &Api, owner: &str, field: &Field, name: &str, seen: Value) -> Value {
    let flat = field.prefix.as_ref().map(|prefix| format!("its fields stand here, each with {prefix} in front"));
    let hidden = field.hidden.as_ref().and_then(|filter| {
        let change = api.changes.get(filter.change)?;
        Some(format!("before {} without items with {}", change.version, filter.condition.text))
    });
    map([
        ("name", name.into()),
        ("anchor", place(&format!("{owner}.{name}")).into()),
        ("type", describe::ty(api, &field.ty)),
        ("presence", describe::presence(api, field).into()),
        ("when", field.when.as_ref().map(|when| when.text.as_str()).into()),
        ("flat", flat.into()),
        ("hidden", hidden.into()),
        ("rules", describe::rules(field)),
        ("documented", field.documented.as_deref().into()),
        ("life", describe::life(api, &field.life)),
        ("seen", seen),
        ("meta", meta(&field.meta)),
    ])
}

fn values_of(api: &Api, def: &TypeDef, values: &Enum) -> Value {
    let grade = match values.grade {
        Grade::Complete => "The documentation names all of them.",
        Grade::Known => "These are known today; others must be expected.",
        Grade::Examples => "These are examples.",
    };
    let rows = values.values.iter().map(|value| {
        let was = value.was.iter().filter_map(|former| {
            let (sent, change) = (values.values.get(former.value)?, api.changes.get(former.change)?);
            Some(format!("{} before {}", sent.wire, change.version).into())
        });
        map([
            ("name", value.wire.as_str().into()),
            ("anchor", place(&format!("{}.{}", def.name, value.wire)).into()),
            ("id", value.id.into()),
            ("was", list(was)),
            ("life", describe::life(api, &value.life)),
            ("seen", seen_value(api, value)),
            ("meta", meta(&value.meta)),
        ])
    });
    let names = |places: &[usize]| {
        list(places.iter().filter_map(|at| values.values.get(*at)).map(|value| value.wire.as_str().into()))
    };
    let answers = values.answers.iter().map(|answer| {
        map([
            ("name", answer.rust.as_str().into()),
            ("yes", names(&answer.yes)),
            ("no", names(&answer.no)),
            ("meta", meta(&answer.meta)),
        ])
    });
    map([("grade", grade.into()), ("values", list(rows)), ("answers", list(answers))])
}

/// Everything that a version may have or lack: its name, where it is described, and since when.
pub(super) struct Thing<'a> {
    pub(super) name: String,
    pub(super) file: String,
    pub(super) has: Box<dyn Fn(ApiVersion) -> bool + 'a>,
}

/// Every operation, type, field, value and event.
pub(super) fn things(api: &Api) -> Vec<Thing<'_>> {
    let file = |module: usize| api.modules.get(module).map(describe::module_file).unwrap_or_default();
    let ranged = |range: VersionRange| Box::new(move |version| range.contains(version));
    let mut things: Vec<Thing<'_>> = Vec::new();
    for endpoint in &api.endpoints {
        things.push(Thing {
            name: endpoint.name.clone(),
            file: file(endpoint.module),
            has: ranged(endpoint.life.range),
        });
    }
    for def in &api.types {
        let file = file(def.module);
        for field in def.object().iter().flat_map(|object| &object.fields) {
            let life = def.life.range;
            let has = move |version| life.contains(version) && visible::field(api, field, version);
            things.push(Thing {
                name: format!("{}.{}", def.name, label(field)),
                file: file.clone(),
                has: Box::new(has),
            });
        }
        for value in def.as_enum().iter().flat_map(|values| &values.values) {
            let has = move |version| visible::enum_value(api, value, version);
            things.push(Thing { name: format!("{}.{}", def.name, value.wire), file: file.clone(), has: Box::new(has) });
        }
    }
    for event in api.webhooks.iter().flat_map(|webhooks| &webhooks.events) {
        things.push(Thing { name: event.name.clone(), file: "index.html".to_owned(), has: ranged(event.life.range) });
    }
    things
}

/// The type of a body that an event is posted in, with what it tells about.
pub(super) fn event_type(api: &Api, id: juspay_spec::model::TypeId) -> Value {
    describe::ty(api, &Type::Named(id))
}
