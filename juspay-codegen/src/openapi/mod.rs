//! `OpenAPI` 3.1, as one dated version sees the API.
//!
//! The exports of two neighbouring versions differ in nothing but the changes declared for the later date: whatever
//! else depends on the version (the date in `info`, the constant of the version header) is said once, and marks such
//! as `x-since` are the same in every export that has the element.

mod digits;
mod marks;
mod operations;
mod parameters;
mod scalars;
mod schemas;
mod usage;
mod webhooks;

pub use crate::visible::visible_fields;

use juspay_spec::model::{Api, AuthKind, AuthScheme, Meta};
use juspay_spec::version::ApiVersion;

use crate::json::{Json, Object, object};
use crate::visible;
use schemas::Schemas;

/// The document for one version.
pub fn export(api: &Api, version: ApiVersion) -> Json {
    let mut schemas = Schemas::new(api, version);
    let paths = operations::paths(&mut schemas);
    let webhooks = webhooks::webhooks(&mut schemas);
    let mut components = Object::new();
    components.set_filled("securitySchemes", security_schemes(api));
    components.set_filled("parameters", parameters::shared(&mut schemas));
    components.set_filled("schemas", schemas.finish());

    let mut document = Object::new();
    document.set("openapi", "3.1.0");
    document.set("info", info(api, version));
    document.set_filled("servers", servers(api));
    document.set_filled("tags", tags(api, version));
    document.set("paths", paths);
    document.set_filled("webhooks", webhooks);
    document.set_filled("components", components);
    document.into()
}

fn info(api: &Api, version: ApiVersion) -> Object {
    let mut info = object([("title", api.name.as_str().into()), ("version", version.to_string().into())]);
    info.set_filled("description", api.doc.as_str());
    info
}

fn servers(api: &Api) -> Json {
    let server = |environment: &juspay_spec::model::Environment| {
        let mut server = object([("url", environment.url.as_str().into())]);
        server.set_filled("description", environment.meta.doc.as_str());
        server.set("x-name", environment.name.as_str());
        server
    };
    api.environments.iter().map(server).collect()
}

/// A tag per module that has an operation in this version; events have a tag of their own.
fn tags(api: &Api, version: ApiVersion) -> Json {
    let used = |module: usize| {
        api.endpoints.iter().any(|endpoint| endpoint.module == module && endpoint.life.range.contains(version))
    };
    let modules = api.modules.iter().enumerate().filter(|(at, _)| used(*at));
    let mut tags: Vec<Object> = modules.map(|(_, module)| object([("name", module.name.as_str().into())])).collect();
    let posts = |hooks: &juspay_spec::model::Webhooks| hooks.events.iter().any(|event| visible::event(event, version));
    if let Some(hooks) = api.webhooks.as_ref().filter(|hooks| posts(hooks)) {
        let mut tag = object([("name", webhooks::TAG.into())]);
        tag.set_filled("description", description(&hooks.meta));
        tags.push(tag);
    }
    tags.into()
}

fn security_schemes(api: &Api) -> Object {
    let mut schemes = Object::new();
    for scheme in &api.auth {
        if let Some(value) = security_scheme(scheme) {
            schemes.set(component_name(&scheme.name), value);
        }
    }
    schemes
}

fn security_scheme(scheme: &AuthScheme) -> Option<Object> {
    let mut value = match scheme.kind {
        AuthKind::Basic => object([("type", "http".into()), ("scheme", "basic".into())]),
        AuthKind::Bearer => object([("type", "http".into()), ("scheme", "bearer".into())]),
        AuthKind::Header => api_key(scheme, "header"),
        // OpenAPI has no key inside a body; `query` is the nearest, and the mark says what is meant.
        AuthKind::Parameter => {
            let mut key = api_key(scheme, "query");
            key.set("x-in", "body");
            key
        }
        AuthKind::None => return None,
    };
    value.set_filled("description", description(&scheme.meta));
    Some(value)
}

fn api_key(scheme: &AuthScheme, place: &str) -> Object {
    let name = scheme.parameter.as_deref().unwrap_or(&scheme.name);
    object([("type", "apiKey".into()), ("in", place.into()), ("name", name.into())])
}

/// Documentation and the remark below it.
fn description(meta: &Meta) -> String {
    match &meta.note {
        Some(note) if meta.doc.is_empty() => note.clone(),
        Some(note) => format!("{}\n\n{note}", meta.doc),
        None => meta.doc.clone(),
    }
}

/// The keys of `components` allow fewer characters than names in a spec may have.
fn component_name(name: &str) -> String {
    let allowed = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_');
    name.chars().map(|char| if allowed(char) { char } else { '_' }).collect()
}
