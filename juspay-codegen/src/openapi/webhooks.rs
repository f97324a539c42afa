//! Events that the API posts.

use juspay_spec::model::{Api, Event, Type, TypeId, Webhooks};
use juspay_spec::version::ApiVersion;

use super::operations::{content, summary};
use super::schemas::Schemas;
use super::{description, marks};
use crate::json::{Json, Object, object};
use crate::visible;

/// The tag of every event.
pub(super) const TAG: &str = "webhooks";

/// Every event that is posted in this version.
pub(super) fn webhooks(schemas: &mut Schemas<'_>) -> Object {
    let mut posts = Object::new();
    let Some(hooks) = &schemas.api.webhooks else { return posts };
    let version = schemas.version;
    for event in hooks.events.iter().filter(|event| visible::event(event, version)) {
        let operation = operation(schemas, hooks, event);
        posts.set(event.name.as_str(), object([("post", operation.into())]));
    }
    posts
}

fn operation(schemas: &mut Schemas<'_>, hooks: &Webhooks, event: &Event) -> Object {
    let schema = envelope(schemas, hooks, event);
    let body = object([("required", true.into()), ("content", content("application/json", schema).into())]);
    let received = object([("description", "Received; any other status asks for another try.".into())]);
    let mut operation = Object::new();
    operation.set("operationId", event.name.as_str());
    operation.set("tags", vec![TAG]);
    operation.set("summary", summary(&event.meta.doc, &event.name));
    operation.set_filled("description", description(&event.meta));
    operation.set("requestBody", body);
    operation.set("responses", object([("200", received.into())]));
    operation.set("security", Json::Array(Vec::new()));
    marks::element(&mut operation, &event.life, &event.meta);
    operation
}

/// The envelope, with the event's content where it has a place for it.
fn envelope(schemas: &mut Schemas<'_>, hooks: &Webhooks, event: &Event) -> Object {
    let envelope = schemas.reference(hooks.envelope);
    let place = event.content.and_then(|content| {
        let depth = 3;
        find(schemas.api, schemas.version, hooks.envelope, content, depth)
    });
    let (Some(content), Some(path)) = (event.content, place) else { return envelope };
    let innermost = schemas.reference(content);
    let filled = path.into_iter().rev().fold(innermost, |inner, name| {
        let properties = object([(name, inner.into())]);
        object([("type", "object".into()), ("properties", properties.into()), ("required", vec![name].into())])
    });
    object([("allOf", vec![envelope, filled].into())])
}

/// The way from an object to its only field of a type, by names on the wire; `None` if there is none or several.
fn find(api: &Api, version: ApiVersion, from: TypeId, to: TypeId, depth: usize) -> Option<Vec<&str>> {
    let record = api.ty(from).object()?;
    let mut ways = visible::fields(api, record, version).filter(|field| field.prefix.is_none()).filter_map(|field| {
        let Type::Named(id) = field.ty else { return None };
        let rest = if id == to { Some(Vec::new()) } else { find(api, version, id, to, depth.checked_sub(1)?) };
        rest.map(|rest| [vec![field.wire_at(version)], rest].concat())
    });
    let way = ways.next()?;
    ways.next().is_none().then_some(way)
}
