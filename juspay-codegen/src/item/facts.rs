//! Facts about an API that are no types: operations, environments, matrices, events.

use proc_macro2::Ident;

use super::{Docs, Test, Ty, TypeRef};

/// What holds for the whole API.
#[derive(Clone, Debug)]
pub struct Api {
    /// Its name, for people.
    pub name: String,
    /// What it is for.
    pub docs: Docs,
    /// The header that carries the version.
    pub version_header: String,
    /// Whether a call without that header gets the newest version rather than the oldest.
    pub newest_by_default: bool,
    /// Where it runs.
    pub environments: Vec<Environment>,
    /// Ways to authenticate.
    pub auth: Vec<Auth>,
    /// Headers sent with every call.
    pub headers: Vec<Header>,
    /// Headers of answers that name the call.
    pub request_ids: Vec<String>,
    /// Shapes of the bodies of failed calls.
    pub failures: Vec<Failure>,
}

/// A shape of the bodies of failed calls, with paths into them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The name in the spec.
    pub label: String,
    /// What must be there for the shape to fit.
    pub has: Vec<String>,
    /// Where its code is.
    pub code: Vec<String>,
    /// Where its text for a developer is.
    pub message: Vec<String>,
    /// Where its text for a customer is.
    pub user_message: Vec<String>,
    /// Where the id is that names the call.
    pub request_id: Vec<String>,
}

/// A place where the API runs.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The variant.
    pub name: Ident,
    /// The name in the spec.
    pub label: String,
    /// The base address.
    pub url: String,
    /// What it is.
    pub docs: Docs,
}

/// A way to authenticate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Auth {
    /// Its constant.
    pub name: Ident,
    /// The name in the spec.
    pub label: String,
    /// The method of a client's builder that takes the key, and the one that takes it from the environment.
    pub setters: [Ident; 2],
    /// How the credential is sent.
    pub kind: AuthKind,
    /// What it is.
    pub docs: Docs,
}

/// How a credential is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthKind {
    /// HTTP basic with an empty password.
    Basic,
    /// A bearer token.
    Bearer,
    /// A header.
    Header(String),
    /// A parameter of the body or query.
    Parameter(String),
    /// Not at all.
    None,
}

/// A header sent with every call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The name.
    pub name: String,
    /// The method of a client's builder that takes it.
    pub setter: Ident,
    /// Whether it must be sent.
    pub required: bool,
    /// What it is for.
    pub docs: Docs,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its constant.
    pub name: Ident,
    /// The method of a client that calls it.
    pub method_name: Ident,
    /// The struct of parameters that need not be sent.
    pub parameters_name: Ident,
    /// Its name.
    pub label: String,
    /// What it does.
    pub docs: Docs,
    /// The HTTP method.
    pub method: String,
    /// The path with `{parameters}`.
    pub path: String,
    /// Schemes, any one of which is enough, as places in [`Api::auth`].
    pub auth: Vec<usize>,
    /// Parameters of path, query and headers.
    pub parameters: Vec<Parameter>,
    /// The request body.
    pub body: Option<(BodyKind, TypeRef)>,
    /// What is answered.
    pub responses: Vec<Response>,
    /// What makes a repeat safe.
    pub idempotency: Idempotency,
    /// The first version that has it; 0 for all.
    pub since: u32,
    /// The first version that no longer has it.
    pub until: Option<u32>,
}

/// A parameter of an operation.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name in Rust.
    pub name: Ident,
    /// What it is for.
    pub docs: Docs,
    /// The type of its value.
    pub ty: Ty,
    /// The name on the wire.
    pub wire: String,
    /// Where it is sent.
    pub place: Place,
    /// Whether it must be sent.
    pub required: bool,
    /// The first version that has it; 0 for all.
    pub since: u32,
    /// The first version that no longer has it.
    pub until: Option<u32>,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// A form.
    Form,
    /// JSON.
    Json,
}

/// What is answered with one HTTP status.
#[derive(Clone, Debug)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: Option<Ty>,
    /// Statuses that a body stands for in truth, each with what the body meets.
    pub means: Vec<(u16, Vec<Test>)>,
    /// The first version that answers it; 0 for all.
    pub since: u32,
    /// The first version that no longer does.
    pub until: Option<u32>,
}

/// What makes a repeat of a call safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Idempotency {
    /// Nothing does.
    None,
    /// The call only reads.
    Read,
    /// The field of this wire name identifies the call.
    By(String),
}

/// A matrix of parameters and columns.
#[derive(Clone, Debug)]
pub struct Requirements {
    /// The enum of columns.
    pub name: Ident,
    /// What the columns are: `gateway`.
    pub by: String,
    /// The method of the type that asks for what a column needs.
    pub method: Ident,
    /// What it is.
    pub docs: Docs,
    /// The type whose fields the rows are.
    pub of: TypeRef,
    /// Columns: the variant and the name as printed.
    pub columns: Vec<(Ident, String)>,
    /// Rows: the wire name and what it is to each column.
    pub rows: Vec<(String, Vec<Need>)>,
}

/// What a parameter is to a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be sent.
    Yes,
    /// It is not needed.
    No,
    /// It may be sent.
    Optional,
}

/// Events that the API posts.
#[derive(Clone, Debug)]
pub struct Webhooks {
    /// Their constant.
    pub name: Ident,
    /// What they are.
    pub docs: Docs,
    /// The type of the posted body.
    pub envelope: TypeRef,
    /// The events.
    pub events: Vec<Event>,
}

/// An event.
#[derive(Clone, Debug)]
pub struct Event {
    /// The name on the wire.
    pub name: String,
    /// What it tells about.
    pub content: Option<TypeRef>,
    /// The first version that posts it; 0 for all.
    pub since: u32,
    /// The first version that no longer does.
    pub until: Option<u32>,
}
