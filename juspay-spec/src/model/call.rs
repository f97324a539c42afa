//! Operations, and what the API posts by itself.

use super::{Condition, Field, Life, Meta, Type, TypeId};

/// An operation.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// The name in YAML, and of the method in Rust.
    pub name: String,
    /// The name in Rust.
    pub rust: String,
    /// The module (an index into [`Api::modules`](super::Api::modules)).
    pub module: usize,
    /// `GET`, `POST`, …
    pub method: String,
    /// The path with `{parameters}`.
    pub path: String,
    /// Indices into [`Api::auth`](super::Api::auth); any one of them is enough.
    pub auth: Vec<usize>,
    /// Path parameters, in the order of the path.
    pub path_params: Vec<Field>,
    /// Query parameters.
    pub query: Vec<Field>,
    /// Headers besides those of the API.
    pub headers: Vec<Field>,
    /// The request body.
    pub body: Option<Body>,
    /// Responses by HTTP status.
    pub responses: Vec<Response>,
    /// What makes a repeat safe.
    pub idempotent: Idempotent,
    /// From when to when it exists.
    pub life: Life,
    /// Documentation and place.
    pub meta: Meta,
}

/// A request body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body {
    /// How it is written.
    pub encoding: Encoding,
    /// Its type, an object.
    pub ty: TypeId,
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `application/json`.
    Json,
}

/// What is answered with one HTTP status.
#[derive(Clone, Debug)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The body; `None` for no body.
    pub body: Option<Type>,
    /// Statuses that a body stands for in truth, each with a condition on the body.
    pub means: Vec<(u16, Condition)>,
    /// From when to when it is answered.
    pub life: Life,
    /// Documentation and place.
    pub meta: Meta,
}

/// What makes a repeat of a call safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Idempotent {
    /// Nothing does.
    No,
    /// The call only reads.
    Read,
    /// A field of the request identifies the call (its Rust name).
    By(String),
}

/// Events that the API posts.
#[derive(Clone, Debug)]
pub struct Webhooks {
    /// The type of the posted body.
    pub envelope: TypeId,
    /// The events.
    pub events: Vec<Event>,
    /// Documentation and place.
    pub meta: Meta,
}

/// An event.
#[derive(Clone, Debug)]
pub struct Event {
    /// The name on the wire.
    pub name: String,
    /// What it tells about.
    pub content: Option<TypeId>,
    /// From when on it is posted.
    pub life: Life,
    /// Documentation and place.
    pub meta: Meta,
}
