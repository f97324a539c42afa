//! Paths and the operations on them.

use std::collections::BTreeMap;

use juspay_spec::model::{AuthKind, Body, Constraints, Encoding, Endpoint, Idempotent, Response};

use super::schemas::Schemas;
use super::usage::Mode;
use super::{component_name, description, marks, parameters};
use crate::json::{Json, Object, object};

/// Every path that has an operation in this version.
pub(super) fn paths(schemas: &mut Schemas<'_>) -> Object {
    let (api, version) = (schemas.api, schemas.version);
    let templates = Templates::of(&api.endpoints);
    let mut paths = Object::new();
    for endpoint in api.endpoints.iter().filter(|endpoint| endpoint.life.range.contains(version)) {
        let template = templates.path(endpoint);
        let operation = operation(schemas, endpoint, &names(template));
        let method = endpoint.method.to_ascii_lowercase();
        // The checker lets no two endpoints of one version answer one call.
        match paths.get_mut(template) {
            Some(Json::Object(methods)) => {
                methods.set(method, operation);
            }
            _ => {
                paths.set(template, object([(method.as_str(), operation.into())]));
            }
        }
    }
    paths
}

/// Two paths that differ only in the names of their parameters are one path to `OpenAPI`. The first spelling in the
/// whole API is taken, whatever the version.
struct Templates<'a>(BTreeMap<String, &'a str>);

impl<'a> Templates<'a> {
    fn of(endpoints: &'a [Endpoint]) -> Self {
        let mut templates = BTreeMap::new();
        for endpoint in endpoints {
            templates.entry(Self::shape(&endpoint.path)).or_insert(endpoint.path.as_str());
        }
        Self(templates)
    }

    fn path(&self, endpoint: &'a Endpoint) -> &'a str {
        self.0.get(&Self::shape(&endpoint.path)).copied().unwrap_or(&endpoint.path)
    }

    fn shape(path: &str) -> String {
        let mut shape = String::new();
        let mut inside = false;
        for char in path.chars() {
            inside = (inside || char == '{') && char != '}';
            if !inside {
                shape.push(char);
            }
        }
        shape
    }
}

/// The names of a path's parameters in order.
fn names(template: &str) -> Vec<&str> {
    template.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn operation(schemas: &mut Schemas<'_>, endpoint: &Endpoint, path_names: &[&str]) -> Object {
    let api = schemas.api;
    let mut operation = Object::new();
    operation.set("operationId", endpoint.name.as_str());
    operation.set_filled("tags", api.modules.get(endpoint.module).map(|module| vec![module.name.as_str()]));
    operation.set("summary", summary(&endpoint.meta.doc, &endpoint.name));
    operation.set_filled("description", description(&endpoint.meta));
    operation.set_filled("parameters", parameters::of_endpoint(schemas, endpoint, path_names));
    if let Some(body) = endpoint.body {
        operation.set("requestBody", request_body(schemas, body));
    }
    operation.set("responses", responses(schemas, &endpoint.responses));
    operation.set("security", security(schemas, &endpoint.auth));
    marks::element(&mut operation, &endpoint.life, &endpoint.meta);
    match &endpoint.idempotent {
        Idempotent::No => {}
        Idempotent::Read => {
            operation.set("x-idempotent", "read");
        }
        Idempotent::By(field) => {
            operation.set("x-idempotent", format!("by {field}"));
        }
    }
    operation
}

/// The first sentence, without its full stop.
pub(super) fn summary(doc: &str, name: &str) -> String {
    let line = doc.lines().next().unwrap_or_default();
    let sentence = line.split_once(". ").map_or(line, |(first, _)| first);
    let sentence = sentence.trim().trim_end_matches('.');
    if sentence.is_empty() { name.replace('_', " ") } else { sentence.to_owned() }
}

fn request_body(schemas: &mut Schemas<'_>, body: Body) -> Object {
    let media = match body.encoding {
        Encoding::Form => "application/x-www-form-urlencoded",
        Encoding::Json => "application/json",
    };
    let schema = schemas.reference(body.ty);
    let required = schemas.asks_for_something(body.ty);
    object([("required", required.into()), ("content", content(media, schema).into())])
}

/// A body of one media type.
pub(super) fn content(media: &str, schema: Object) -> Object {
    object([(media, object([("schema", schema.into())]).into())])
}

/// `security: []` says that none is needed, where its absence would leave it open.
fn security(schemas: &Schemas<'_>, auth: &[usize]) -> Json {
    let mut ways: Vec<Object> = Vec::new();
    let mut none = false;
    for scheme in auth.iter().filter_map(|at| schemas.api.auth.get(*at)) {
        if scheme.kind == AuthKind::None {
            none = true;
        } else {
            ways.push(object([(component_name(&scheme.name).as_str(), Json::Array(Vec::new()))]));
        }
    }
    if none && !ways.is_empty() {
        ways.push(Object::new());
    }
    ways.into()
}

fn responses(schemas: &mut Schemas<'_>, responses: &[Response]) -> Object {
    let version = schemas.version;
    let mut answers = Object::new();
    for response in responses.iter().filter(|response| response.life.range.contains(version)) {
        let mut answer = object([("description", reason(response.status).into())]);
        answer.set_filled("description", description(&response.meta));
        if let Some(body) = &response.body {
            let schema = schemas.value(body, &Constraints::default(), Mode::RESPONSE);
            answer.set("content", content("application/json", schema));
        }
        // No `deprecated` here: OpenAPI knows it for operations, parameters and schemas only.
        marks::element(&mut answer, &response.life, &response.meta);
        answer.remove("deprecated");
        answers.set(response.status.to_string(), answer);
    }
    if answers.is_empty() {
        answers.set("default", object([("description", "Whatever is answered.".into())]));
    }
    answers
}

/// What a status says where the spec says nothing more.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "Done.",
        201 => "Created.",
        202 => "Accepted.",
        204 => "Done, without a body.",
        400 => "The request is wrong.",
        401 => "Not authenticated.",
        403 => "Not allowed.",
        404 => "Not found.",
        409 => "In conflict with what is there.",
        429 => "Too many calls.",
        500..=599 => "The server failed.",
        _ => "Answered with this status.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_with_other_parameter_names_have_one_shape() {
        assert_eq!(Templates::shape("/a/{x}/b/{y}"), Templates::shape("/a/{id}/b/{other}"));
        assert_ne!(Templates::shape("/a/{x}"), Templates::shape("/a/x"));
        assert_eq!(names("/a/{x}/b/{y}"), ["x", "y"]);
    }

    #[test]
    fn a_summary_is_the_first_sentence() {
        assert_eq!(summary("Creates an order. It may fail.\nMore.", "create_order"), "Creates an order");
        assert_eq!(summary("", "create_order"), "create order");
    }
}
