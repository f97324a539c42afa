//! What the clones of a client share.

use super::address::BaseUrl;
use super::call::Call;
use super::credential::Credential;
use super::retry::{Budget, RetryPolicy};
use super::settings::Hook;
use super::transport::{BlockingTransport, Transport};
use crate::{Api, ApiVersion, Operation};
use http::HeaderMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Sending without blocking: [`Call::send`] is awaited.
#[derive(Clone)]
pub struct Async(pub(crate) Arc<dyn Transport>);

/// Sending that blocks: [`Call::send`] comes back with the answer.
#[derive(Clone)]
pub struct Blocking(pub(crate) Arc<dyn BlockingTransport>);

/// No sending at all: only [`Call::prepare`].
#[derive(Clone)]
pub struct Detached(pub(crate) ());

/// A client without the names of its operations, which a generated client adds. Cheap to clone.
#[derive(Clone)]
pub struct Core<M> {
    pub(crate) shared: Arc<Shared>,
    pub(crate) mode: M,
}

pub(crate) struct Shared {
    pub(crate) api: &'static Api,
    pub(crate) version: ApiVersion,
    pub(crate) base: BaseUrl,
    pub(crate) credentials: Vec<Credential>,
    /// What every call has but for its credential: the version and the client's own name, too.
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Option<Duration>,
    pub(crate) retry: RetryPolicy,
    pub(crate) budget: Budget,
    pub(crate) body_limit: usize,
    pub(crate) hook: Option<Hook>,
}

impl<M: Clone> Core<M> {
    /// A call of an operation, with nothing in it.
    pub fn call<R, P>(&self, operation: &'static Operation) -> Call<M, R, P> {
        Call::new(self.clone(), operation)
    }
}

impl<M> Core<M> {
    /// The version that calls have.
    pub fn version(&self) -> ApiVersion {
        self.shared.version
    }

    /// Where the API is.
    pub fn base_url(&self) -> &BaseUrl {
        &self.shared.base
    }
}

impl<M> fmt::Debug for Core<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Client");
        out.field("api", &self.shared.api.name).field("version", &self.shared.version);
        out.field("base", &self.shared.base.as_str()).finish_non_exhaustive()
    }
}
