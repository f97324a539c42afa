//! The checked model: what a spec says once every reference, version and name in it holds.
//!
//! Everything after this stage reads the model only. Names in Rust are decided here and nowhere else.

mod call;
mod change;
mod enums;
mod matrix;
mod provenance;
mod types;

pub use call::{Body, Encoding, Endpoint, Event, Idempotent, Response, Webhooks};
pub use change::{Change, ChangeKind, Life, Version};
pub use enums::{Answers, Enum, EnumValue, Former, Grade};
pub use matrix::{Need, RequirementRow, Requirements};
pub use provenance::{At, Evidence, Meta, Page, Question, Reading, ReadingAnswer};
pub use types::{
    Comparison, Condition, Constraints, Field, Filter, FormerName, Object, Pair, Presence, Rest, Scalar, Test, Type,
    TypeDef, TypeId, TypeKind, WireForm,
};

use crate::version::ApiVersion;

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

/// A Rust module, made of one YAML file.
#[derive(Clone, Debug)]
pub struct Module {
    /// The file's stem.
    pub name: String,
    /// The module in Rust.
    pub rust: String,
}
