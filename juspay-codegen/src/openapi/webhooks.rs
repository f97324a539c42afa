//! Events that the API posts.

use juspay_spec::model::{Event, Scalar, Type, Webhooks};

use super::operations::{content, summary};
use super::schemas::Schemas;
use super::{description, marks, visible};
use crate::json::{Json, Object, object};

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

/// The envelope, with the event's content in the fields that the envelope leaves open.
fn envelope(schemas: &mut Schemas<'_>, hooks: &Webhooks, event: &Event) -> Object {
    let reference = schemas.reference(hooks.envelope);
    let Some(content) = event.content else { return reference };
    let inner = schemas.reference(content);
    let (api, version) = (schemas.api, schemas.version);
    let mut properties = Object::new();
    if let Some(record) = api.ty(hooks.envelope).object() {
        let open = |ty: &Type| *ty == Type::Scalar(Scalar::Json);
        for field in visible::fields(api, record, version).filter(|field| open(&field.ty)) {
            properties.set(field.wire_at(version), inner.clone());
        }
    }
    if properties.is_empty() {
        return reference;
    }
    let filled = object([("type", "object".into()), ("properties", properties.into())]);
    object([("allOf", vec![reference, filled].into())])
}
