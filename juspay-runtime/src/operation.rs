//! Facts about an API that generated code states: operations, ways to authenticate, events.
//!
//! They are plain data, made at compile time. What sends requests reads them; nothing here does.

use crate::{ApiVersion, Test};
use std::fmt;

/// From when to when something exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    since: u32,
    until: u32,
}

impl Life {
    /// In every version.
    pub const ALWAYS: Self = Self { since: 0, until: u32::MAX };

    /// Whether a version has it.
    pub const fn has(self, version: ApiVersion) -> bool {
        self.since <= version.packed() && version.packed() < self.until
    }

    /// The first version that has it.
    pub const fn since(self) -> ApiVersion {
        ApiVersion::from_packed(self.since)
    }
}

macro_rules! life {
    () => {
        /// Exists from this packed date on.
        #[must_use]
        pub const fn since(mut self, version: u32) -> Self {
            self.life.since = version;
            self
        }

        /// Existed before this packed date.
        #[must_use]
        pub const fn until(mut self, version: u32) -> Self {
            self.life.until = version;
            self
        }
    };
}

/// One operation of an API.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Operation {
    /// Its name in the specification.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path with `{parameters}`.
    pub path: &'static str,
    /// Ways to authenticate, any one of which is enough.
    pub auth: &'static [&'static Auth],
    /// Parameters of the path, the query and the headers.
    pub parameters: &'static [Parameter],
    /// How the body is written, and the type of it; `None` for no body.
    pub body: Option<(BodyFormat, &'static str)>,
    /// What is answered.
    pub replies: &'static [Reply],
    /// What makes a repeat safe.
    pub idempotency: Idempotency,
    /// The versions that have it.
    pub life: Life,
}

impl fmt::Debug for Operation {
    /// Which one it is; an error that says so is to be read by people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, method, path, .. } = self;
        f.debug_struct("Operation")
            .field("name", name)
            .field("method", method)
            .field("path", path)
            .finish_non_exhaustive()
    }
}

impl Operation {
    /// An operation without a body that may not be repeated.
    pub const fn new(name: &'static str, method: &'static str, path: &'static str) -> Self {
        Self {
            name,
            method,
            path,
            auth: &[],
            parameters: &[],
            body: None,
            replies: &[],
            idempotency: Idempotency::None,
            life: Life::ALWAYS,
        }
    }

    /// Ways to authenticate.
    #[must_use]
    pub const fn auth(mut self, auth: &'static [&'static Auth]) -> Self {
        self.auth = auth;
        self
    }

    /// Parameters of the path, the query and the headers.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [Parameter]) -> Self {
        self.parameters = parameters;
        self
    }

    /// Takes a form.
    #[must_use]
    pub const fn form(mut self, ty: &'static str) -> Self {
        self.body = Some((BodyFormat::Form, ty));
        self
    }

    /// Takes JSON.
    #[must_use]
    pub const fn json(mut self, ty: &'static str) -> Self {
        self.body = Some((BodyFormat::Json, ty));
        self
    }

    /// What is answered.
    #[must_use]
    pub const fn replies(mut self, replies: &'static [Reply]) -> Self {
        self.replies = replies;
        self
    }

    /// Only reads.
    #[must_use]
    pub const fn reads(mut self) -> Self {
        self.idempotency = Idempotency::Read;
        self
    }

    /// A repeat is known by a field of the request.
    #[must_use]
    pub const fn keyed_by(mut self, field: &'static str) -> Self {
        self.idempotency = Idempotency::By(field);
        self
    }

    life!();

    /// Whether a repeat does no harm.
    pub const fn may_repeat(&self) -> bool {
        !matches!(self.idempotency, Idempotency::None)
    }
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `application/json`.
    Json,
}

impl BodyFormat {
    /// The value of the header `content-type`.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Form => "application/x-www-form-urlencoded",
            Self::Json => "application/json",
        }
    }
}

/// What makes a repeat of a call safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idempotency {
    /// Nothing does.
    None,
    /// The call only reads.
    Read,
    /// A field of the request identifies the call.
    By(&'static str),
}

/// A parameter of the path, the query or the headers.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// Where it is sent.
    pub place: Place,
    /// Whether it must be sent.
    pub required: bool,
    /// The versions that have it.
    pub life: Life,
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

impl Parameter {
    const fn new(name: &'static str, place: Place) -> Self {
        Self { name, place, required: false, life: Life::ALWAYS }
    }

    /// A parameter of the path, which is always required.
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Place::Path).required()
    }

    /// A parameter of the query.
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Place::Query)
    }

    /// A header.
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Place::Header)
    }

    /// Must be sent.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    life!();
}

/// What is answered with one HTTP status.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The type of the body; `None` for no body.
    pub body: Option<&'static str>,
    /// The versions that answer it.
    pub life: Life,
    /// Bodies that mean what another status says, each with its condition.
    pub means: &'static [(u16, &'static [Test])],
}

impl Reply {
    /// An answer without a body.
    pub const fn empty(status: u16) -> Self {
        Self { status, body: None, life: Life::ALWAYS, means: &[] }
    }

    /// An answer with a body.
    pub const fn of(status: u16, body: &'static str) -> Self {
        Self { status, body: Some(body), life: Life::ALWAYS, means: &[] }
    }

    /// Bodies that meet a condition mean what another status says.
    #[must_use]
    pub const fn means(mut self, means: &'static [(u16, &'static [Test])]) -> Self {
        self.means = means;
        self
    }

    life!();
}

/// A way to authenticate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Auth {
    /// Its name in the specification.
    pub name: &'static str,
    /// How the credential is sent.
    pub kind: AuthKind,
}

/// How a credential is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthKind {
    /// As the user name of HTTP basic authentication, with an empty password.
    Basic,
    /// As a bearer token.
    Bearer,
    /// In a header of this name.
    Header(&'static str),
    /// In a parameter of this name, of the body or the query.
    Parameter(&'static str),
    /// Not at all.
    None,
}

impl Auth {
    /// A way to authenticate.
    pub const fn new(name: &'static str, kind: AuthKind) -> Self {
        Self { name, kind }
    }
}

/// An event that the API posts.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Event {
    /// Its name on the wire.
    pub name: &'static str,
    /// The type that it tells about.
    pub content: Option<&'static str>,
    /// The versions that post it.
    pub life: Life,
}

impl Event {
    /// An event that tells about a type.
    pub const fn of(name: &'static str, content: &'static str) -> Self {
        Self { name, content: Some(content), life: Life::ALWAYS }
    }

    /// An event that tells about nothing.
    pub const fn bare(name: &'static str) -> Self {
        Self { name, content: None, life: Life::ALWAYS }
    }

    life!();
}

/// What a parameter is to a column of a matrix, such as a gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// It must be sent.
    Yes,
    /// It is not needed.
    No,
    /// It may be sent.
    Optional,
}

impl Need {
    /// The rows of a matrix that have this entry at a column.
    pub fn rows(
        self,
        rows: &'static [(&'static str, &'static str)],
        column: usize,
    ) -> impl Iterator<Item = &'static str> {
        let letter = match self {
            Self::Yes => b'y',
            Self::No => b'n',
            Self::Optional => b'o',
        };
        let here = move |needs: &str| needs.as_bytes().get(column) == Some(&letter);
        rows.iter().filter(move |(_, needs)| here(needs)).map(|(name, _)| *name)
    }

    /// The entry of a row at a column, in a matrix whose rows are sorted by name; `y`, `n` or `o` for each column.
    pub fn lookup(rows: &[(&str, &str)], row: &str, column: usize) -> Option<Self> {
        let at = rows.binary_search_by(|(name, _)| (*name).cmp(row)).ok()?;
        match rows.get(at)?.1.as_bytes().get(column)? {
            b'y' => Some(Self::Yes),
            b'o' => Some(Self::Optional),
            b'n' => Some(Self::No),
            _ => None,
        }
    }
}
