//! The checked model: what a spec says once every reference, version and name in it holds.
//!
//! Everything after this stage reads the model only. Names in Rust are decided here and nowhere else.

mod types;

pub use types::{
    Answers, Comparison, Condition, Constraints, Enum, EnumValue, Field, Filter, Former, FormerName, Grade, Object,
    Pair, Presence, Rest, Scalar, Test, Type, TypeDef, TypeId, TypeKind, WireForm,
};

use crate::source::Span;
use crate::version::{ApiVersion, VersionRange};

/// A whole API.
#[derive(Clone, Debug)]
pub struct Api {
    /// The API's name, for people.
    pub name: String,
    /// What the API is for.
    pub doc: String,
    /// The header that carries the version.
    pub version_header: String,
    /// What a call without that header gets.
    pub unversioned: Unversioned,
    /// Where the API runs.
    pub environments: Vec<Environment>,
    /// Ways to authenticate.
    pub auth: Vec<AuthScheme>,
    /// Headers sent with every call.
    pub headers: Vec<Field>,
    /// Headers of answers that name the call, the best one first.
    pub request_ids: Vec<String>,
    /// Shapes of the bodies of failed calls; the first one that fits counts.
    pub failures: Vec<Failure>,
    /// The pages that items come from.
    pub pages: Vec<Page>,
    /// Dated versions, oldest first, without the base.
    pub versions: Vec<Version>,
    /// Every change, sorted by date and then by name.
    pub changes: Vec<Change>,
    /// Objects and enums, sorted by module and then in the order of the file.
    pub types: Vec<TypeDef>,
    /// Operations, in the order of the files.
    pub endpoints: Vec<Endpoint>,
    /// Events that the API posts.
    pub webhooks: Option<Webhooks>,
    /// What parameters are to each column of a matrix.
    pub requirements: Vec<Requirements>,
    /// What nobody knows yet.
    pub questions: Vec<Question>,
    /// Oddities of the documentation and how they are read.
    pub readings: Vec<Reading>,
    /// The Rust modules, in order; each is the stem of a file.
    pub modules: Vec<Module>,
}

impl Api {
    /// A type by its id.
    ///
    /// # Panics
    ///
    /// Only for an id of another spec.
    #[expect(clippy::indexing_slicing, reason = "ids are made by `resolve` for this very list")]
    pub fn ty(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0 as usize]
    }

    /// A type by the name it has in the YAML.
    pub fn find_type(&self, name: &str) -> Option<&TypeDef> {
        self.types.iter().find(|def| def.name == name)
    }

    /// The newest dated version; the base if there is none.
    pub fn latest(&self) -> ApiVersion {
        self.versions.last().map_or(ApiVersion::BASE, |version| version.version)
    }

    /// The base and every dated version, oldest first.
    pub fn all_versions(&self) -> impl Iterator<Item = ApiVersion> + '_ {
        std::iter::once(ApiVersion::BASE).chain(self.versions.iter().map(|version| version.version))
    }

    /// A change by its name.
    pub fn change(&self, name: &str) -> Option<&Change> {
        self.changes.iter().find(|change| change.name == name)
    }

    /// An endpoint by its name.
    pub fn endpoint(&self, name: &str) -> Option<&Endpoint> {
        self.endpoints.iter().find(|endpoint| endpoint.name == name)
    }
}

/// What a call without a version header gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unversioned {
    /// The state before the first dated version.
    Oldest,
    /// The newest version.
    Newest,
}

/// Documentation, provenance and place of an item.
#[derive(Clone, Debug)]
pub struct Meta {
    /// What it is for, in our own words.
    pub doc: String,
    /// A remark for maintainers and readers.
    pub note: Option<String>,
    /// Where it comes from.
    pub at: Vec<At>,
    /// How it is known.
    pub evidence: Evidence,
    /// Where it stands in the YAML (its key).
    pub origin: Span,
}

/// A place on a documentation page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The page's name.
    pub page: String,
    /// First and last line, from 1, where known.
    pub lines: Option<(u32, u32)>,
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.lines {
            None => f.write_str(&self.page),
            Some((first, last)) if first == last => write!(f, "{}:{first}", self.page),
            Some((first, last)) => write!(f, "{}:{first}-{last}", self.page),
        }
    }
}

/// How an item is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// A page says so.
    Documented,
    /// A published body shows it.
    Observed,
    /// One step of reasoning away from a page or a body.
    Inferred,
    /// Nobody knows; an open question.
    Unresolved,
}

impl Evidence {
    /// Every kind with its word in YAML.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("documented", Self::Documented),
        ("observed", Self::Observed),
        ("inferred", Self::Inferred),
        ("unresolved", Self::Unresolved),
    ];

    /// The word in YAML.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Observed => "observed",
            Self::Inferred => "inferred",
            Self::Unresolved => "unresolved",
        }
    }
}

/// A documentation page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The name that `at` uses; the stem of the saved file.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its address, if it has one.
    pub url: Option<String>,
    /// The evidence of what comes from it.
    pub evidence: Evidence,
    /// Where it is declared.
    pub origin: Span,
}

/// A place where the API runs.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The name in YAML.
    pub name: String,
    /// The variant in Rust.
    pub rust: String,
    /// The base address, without a slash at the end.
    pub url: String,
    /// Documentation and place.
    pub meta: Meta,
}

/// A way to authenticate.
#[derive(Clone, Debug)]
pub struct AuthScheme {
    /// The name in YAML.
    pub name: String,
    /// How it is sent.
    pub kind: AuthKind,
    /// The header or parameter that carries it, where the kind needs one.
    pub parameter: Option<String>,
    /// Documentation and place.
    pub meta: Meta,
}

/// How a credential is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthKind {
    /// HTTP basic: the key is the user name, the password is empty.
    Basic,
    /// A bearer token.
    Bearer,
    /// A header of its own.
    Header,
    /// A parameter of the body or query.
    Parameter,
    /// Not at all.
    None,
}

/// A shape of the bodies of failed calls. Its paths are lists of wire names, joined with dots.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The name in YAML.
    pub name: String,
    /// The type of the bodies.
    pub ty: TypeId,
    /// What must be there for the shape to fit.
    pub has: Vec<String>,
    /// Where its code is, the best place first.
    pub code: Vec<String>,
    /// Where its text for a developer is.
    pub message: Vec<String>,
    /// Where its text for a customer is.
    pub user_message: Vec<String>,
    /// Where the id is that names the call.
    pub request_id: Vec<String>,
    /// Documentation and place.
    pub meta: Meta,
}

/// A dated version with its changes.
#[derive(Clone, Debug)]
pub struct Version {
    /// The date.
    pub version: ApiVersion,
    /// The marker type in Rust: `V2021_03_25`.
    pub rust: String,
    /// Indices into [`Api::changes`].
    pub changes: Vec<usize>,
}

/// One dated change.
#[derive(Clone, Debug)]
pub struct Change {
    /// The name that elements refer to.
    pub name: String,
    /// The date from which it holds.
    pub version: ApiVersion,
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// The question that keeps it unresolved.
    pub question: Option<String>,
    /// The items that refer to it: `Order.refunds`, `OrderStatus.AUTO_REFUNDED`, an endpoint.
    pub uses: Vec<String>,
    /// Documentation and place.
    pub meta: Meta,
}

/// What kind of change a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Something exists from now on.
    Added,
    /// Something no longer exists.
    Removed,
    /// A field has another name.
    Renamed,
    /// A field has another type.
    Retyped,
    /// An optional field must be there.
    Required,
    /// An enum has a further value.
    Value,
    /// A value that was sent as another one is now sent as itself.
    Remap,
    /// Items that were left out of a list are listed.
    Filter,
    /// Something exists from now on, under a condition.
    Condition,
    /// An event is posted from now on.
    Delivery,
    /// Nothing in the data moves.
    Doc,
    /// Nobody knows what moves.
    Unresolved,
}

impl ChangeKind {
    /// Every kind with its word in YAML.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("added", Self::Added),
        ("removed", Self::Removed),
        ("renamed", Self::Renamed),
        ("retyped", Self::Retyped),
        ("required", Self::Required),
        ("value", Self::Value),
        ("remap", Self::Remap),
        ("filter", Self::Filter),
        ("condition", Self::Condition),
        ("delivery", Self::Delivery),
        ("doc", Self::Doc),
        ("unresolved", Self::Unresolved),
    ];

    /// The word in YAML.
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }
}

/// From when to when something exists, and the changes that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Life {
    /// The change that brought it, as an index into [`Api::changes`].
    pub gate: Option<usize>,
    /// The change that removed it.
    pub until: Option<usize>,
    /// The same as versions.
    pub range: VersionRange,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// The name in YAML, and of the method in Rust.
    pub name: String,
    /// The name in Rust.
    pub rust: String,
    /// The module (an index into [`Api::modules`]).
    pub module: usize,
    /// `GET`, `POST`, …
    pub method: String,
    /// The path with `{parameters}`.
    pub path: String,
    /// Indices into [`Api::auth`]; any one of them is enough.
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

/// A matrix of parameters and columns.
#[derive(Clone, Debug)]
pub struct Requirements {
    /// The type whose fields the rows are.
    pub ty: TypeId,
    /// What the columns are: `gateway`.
    pub by: String,
    /// The columns as printed, with their variants in Rust.
    pub columns: Vec<(String, String)>,
    /// Rows by wire name, globs expanded.
    pub rows: Vec<RequirementRow>,
    /// Documentation and place.
    pub meta: Meta,
}

/// One row of a matrix.
#[derive(Clone, Debug)]
pub struct RequirementRow {
    /// The wire name of the parameter.
    pub wire: String,
    /// What it is to each column.
    pub needs: Vec<Need>,
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

/// Something nobody knows.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name.
    pub name: String,
    /// The question, as one would ask the API's makers.
    pub ask: String,
    /// The item it is about.
    pub about: Option<String>,
    /// Where it arises.
    pub at: Vec<At>,
    /// Where it is declared.
    pub origin: Span,
}

/// An oddity of the documentation and what the spec makes of it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its stable name: `V1`.
    pub name: String,
    /// The answer.
    pub answer: ReadingAnswer,
    /// The item it is about.
    pub about: Option<String>,
    /// Where it stands.
    pub at: Vec<At>,
    /// Where it is declared.
    pub origin: Span,
}

/// What the spec makes of an oddity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingAnswer {
    /// The reading chosen, and why.
    Read {
        /// The reading.
        reading: String,
        /// Why this one.
        why: Option<String>,
    },
    /// It is an open question.
    Question(String),
    /// Nothing depends on it, for this reason.
    Waived(String),
}

/// A Rust module, made of one YAML file.
#[derive(Clone, Debug)]
pub struct Module {
    /// The file's stem.
    pub name: String,
    /// The module in Rust.
    pub rust: String,
}
