//! Facts that hold for a whole API, as generated code states them.

use crate::{ApiVersion, Operation, Parameter};

/// What holds for a whole API.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Api {
    /// Its name, for people.
    pub name: &'static str,
    /// The header that carries the version.
    pub version_header: &'static str,
    /// What a call without that header gets.
    pub unversioned: ApiVersion,
    /// Headers sent with every call.
    pub headers: &'static [Parameter],
    /// Every operation.
    pub operations: &'static [&'static Operation],
    /// Headers of answers that name the call, the best one first.
    pub request_ids: &'static [&'static str],
    /// The shapes that the bodies of failed calls have; the first one that fits counts.
    pub failures: &'static [Failure],
}

impl Api {
    /// An API whose calls carry their version in a header.
    pub const fn new(name: &'static str, version_header: &'static str) -> Self {
        Self {
            name,
            version_header,
            unversioned: ApiVersion::BASE,
            headers: &[],
            operations: &[],
            request_ids: &[],
            failures: &[],
        }
    }

    /// A call without the version's header gets the newest version.
    #[must_use]
    pub const fn newest_by_default(mut self) -> Self {
        self.unversioned = ApiVersion::NEWEST;
        self
    }

    /// Headers sent with every call.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [Parameter]) -> Self {
        self.headers = headers;
        self
    }

    /// Every operation.
    #[must_use]
    pub const fn operations(mut self, operations: &'static [&'static Operation]) -> Self {
        self.operations = operations;
        self
    }

    /// Headers of answers that name the call.
    #[must_use]
    pub const fn request_ids(mut self, headers: &'static [&'static str]) -> Self {
        self.request_ids = headers;
        self
    }

    /// The shapes that the bodies of failed calls have.
    #[must_use]
    pub const fn failures(mut self, failures: &'static [Failure]) -> Self {
        self.failures = failures;
        self
    }

    /// An operation by its name.
    pub fn operation(&self, name: &str) -> Option<&'static Operation> {
        self.operations.iter().copied().find(|operation| operation.name == name)
    }
}

/// A shape that the body of a failed call may have. Paths walk through objects: `error_info.code`.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Failure {
    /// Its name in the specification.
    pub name: &'static str,
    /// What must be there for the shape to fit.
    pub has: &'static [&'static str],
    /// Where its code is, the best place first.
    pub code: &'static [&'static str],
    /// Where its text for a developer is.
    pub message: &'static [&'static str],
    /// Where its text for a customer is.
    pub user_message: &'static [&'static str],
    /// Where the id is that names the call.
    pub request_id: &'static [&'static str],
}

impl Failure {
    /// A shape that fits every body and says nothing.
    pub const fn new(name: &'static str) -> Self {
        Self { name, has: &[], code: &[], message: &[], user_message: &[], request_id: &[] }
    }

    /// What must be there for the shape to fit.
    #[must_use]
    pub const fn has(mut self, paths: &'static [&'static str]) -> Self {
        self.has = paths;
        self
    }

    /// Where its code is.
    #[must_use]
    pub const fn code(mut self, paths: &'static [&'static str]) -> Self {
        self.code = paths;
        self
    }

    /// Where its text for a developer is.
    #[must_use]
    pub const fn message(mut self, paths: &'static [&'static str]) -> Self {
        self.message = paths;
        self
    }

    /// Where its text for a customer is.
    #[must_use]
    pub const fn user_message(mut self, paths: &'static [&'static str]) -> Self {
        self.user_message = paths;
        self
    }

    /// Where the id is that names the call.
    #[must_use]
    pub const fn request_id(mut self, paths: &'static [&'static str]) -> Self {
        self.request_id = paths;
        self
    }
}
