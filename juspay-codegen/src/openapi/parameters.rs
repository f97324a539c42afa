//! Headers that every call carries, and parameters of single calls.

use juspay_spec::model::{Endpoint, Field, Unversioned};

use super::component_name;
use super::schemas::Schemas;
use super::usage::Mode;
use crate::json::{Json, Object, object};
use crate::visible;

/// What is under `components/parameters`: the version header and the API's own headers.
pub(super) fn shared(schemas: &mut Schemas<'_>) -> Object {
    let mut parameters = Object::new();
    if let Some(header) = version_header(schemas) {
        parameters.set(component_name(&schemas.api.version_header), header);
    }
    for header in shared_headers(schemas) {
        parameters.set(component_name(&header.wire), parameter(schemas, header, "header", &header.wire));
    }
    parameters
}

/// The headers of the API in this version, without the one that carries the version: that one is said by its date.
fn shared_headers<'a>(schemas: &Schemas<'a>) -> Vec<&'a Field> {
    let (api, version) = (schemas.api, schemas.version);
    let other = |header: &&Field| !header.wire.eq_ignore_ascii_case(&api.version_header);
    api.headers.iter().filter(other).filter(|header| visible::field(api, header, version)).collect()
}

/// The date, as a constant. The state before the first version is asked for by sending no header at all.
fn version_header(schemas: &Schemas<'_>) -> Option<Object> {
    if schemas.version.is_base() {
        return None;
    }
    let schema = object([("type", "string".into()), ("const", schemas.version.to_string().into())]);
    let without = match schemas.api.unversioned {
        Unversioned::Oldest => "the state before the first version",
        Unversioned::Newest => "the newest version",
    };
    Some(object([
        ("name", schemas.api.version_header.as_str().into()),
        ("in", "header".into()),
        ("required", false.into()),
        ("description", format!("The version of the API; without it a call gets {without}.").into()),
        ("schema", schema.into()),
    ]))
}

/// The parameters of one operation: shared headers first, then path, query and headers of its own.
pub(super) fn of_endpoint(schemas: &mut Schemas<'_>, endpoint: &Endpoint, path_names: &[&str]) -> Vec<Json> {
    let (api, version) = (schemas.api, schemas.version);
    let own = |name: &str| endpoint.headers.iter().any(|header| header.wire.eq_ignore_ascii_case(name));
    let mut shared: Vec<&str> = Vec::new();
    if !version.is_base() {
        shared.push(&api.version_header);
    }
    shared.extend(shared_headers(schemas).into_iter().map(|header| header.wire.as_str()).filter(|name| !own(name)));

    let mut parameters: Vec<Json> = Vec::new();
    for name in shared {
        let reference = format!("#/components/parameters/{}", component_name(name));
        parameters.push(object([("$ref", reference.into())]).into());
    }
    for (at, field) in endpoint.path_params.iter().enumerate() {
        let name = path_names.get(at).copied().unwrap_or(&field.wire);
        parameters.push(parameter(schemas, field, "path", name).into());
    }
    for (place, fields) in [("query", &endpoint.query), ("header", &endpoint.headers)] {
        for field in fields.iter().filter(|found| visible::field(api, found, version)) {
            parameters.push(parameter(schemas, field, place, field.wire_at(version)).into());
        }
    }
    parameters
}

fn parameter(schemas: &mut Schemas<'_>, field: &Field, place: &str, name: &str) -> Object {
    let required = place == "path" || visible::required(schemas.api, field, schemas.version);
    let mut schema = schemas.property(field, Mode::PARAMETER);
    let mut parameter = object([("name", name.into()), ("in", place.into())]);
    parameter.set_some("description", schema.remove("description"));
    parameter.set_flag("required", required);
    parameter.set_some("deprecated", schema.remove("deprecated"));
    parameter.set("schema", schema);
    parameter
}
