//! The client: a method for each operation, and what takes webhooks.

use super::spec::{Call, Kind, Secret, Thing};
use super::versions::Latest;
use juspay_runtime::{ApiVersion, Dynamic, Version};
pub use juspay_runtime::http;

juspay_runtime::client! {
    /// Calls Golden at a version.
    ///
    /// An API with names that clients have already.
    Client = super::api::API,
    ClientBuilder = Latest,
}

impl<V: Version> ClientBuilder<V> {
    /// Where calls go.
    pub fn environment(self, environment: super::api::Environment) -> Self {
        self.base_url(environment.url())
    }

    /// A keyword.
    pub fn _self_(self, key: impl Into<juspay_runtime::Secret>) -> Self {
        self.credential(&super::api::SELF, &key.into())
    }

    /// The same as [`Self::_self_`], with what an environment variable holds.
    pub fn self_from_env(self, variable: &str) -> Self {
        self.credential_from_env(&super::api::SELF, variable)
    }

    /// A method.
    pub fn base_url_of_calls(self, key: impl Into<juspay_runtime::Secret>) -> Self {
        self.credential(&super::api::BASE_URL, &key.into())
    }

    /// The same as [`Self::base_url_of_calls`], with what an environment variable holds.
    pub fn base_url_from_env(self, variable: &str) -> Self {
        self.credential_from_env(&super::api::BASE_URL, variable)
    }

    /// A method.
    pub fn retry_of_calls(self, value: &str) -> Self {
        self.header("retry", value)
    }
}

impl<V: Version, M: Clone> Client<V, M> {
    /// Named like a method.
    ///
    /// `PUT /{body}/{self}/{core}`
    pub fn version_call(
        &self,
        body: &str,
        self_: &str,
        core: &str,
        x_new: &str,
        request: impl http::Body<Thing>,
    ) -> http::Call<M, Option<juspay_runtime::Json>, VersionParameters> {
        self.core
            .call(&super::spec::VERSION)
            .path(body)
            .path(self_)
            .path(core)
            .header_parameter("x-new", &x_new.to_owned())
            .body(request)
    }

    /// Named like a method.
    ///
    /// `DELETE /{request}`
    pub fn build_call(&self, request: &str) -> http::Call<M, (), BuildParameters> {
        self.core.call(&super::spec::BUILD).path(request)
    }

    /// Named like a type.
    ///
    /// `POST /call`
    pub fn call(
        &self,
        body: impl http::Body<super::spec::Client>,
    ) -> http::Call<M, super::spec::ClientBuilder, CallParametersOfCall> {
        self.core.call(&super::spec::CALL).body(body)
    }

    /// Answers with something named like a type.
    ///
    /// `GET /secret`
    pub fn secret(&self) -> http::Call<M, Secret<V>> {
        self.core.call(&super::spec::SECRET)
    }
}

/// Parameters that a call of [`Client::version_call`] may have.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct VersionParameters {
    /// Like a method.
    pub x_add: Option<String>,
}

impl VersionParameters {
    /// None of them.
    pub fn new() -> Self {
        Self::default()
    }

    /// Like a method.
    #[must_use]
    pub fn x_add(mut self, value: impl Into<String>) -> Self {
        self.x_add = Some(value.into());
        self
    }
}

impl http::Parameters for VersionParameters {
    fn add<M, R>(self, call: http::Call<M, R, Self>) -> http::Call<M, R, Self> {
        call.header_parameter("x-add", &self.x_add)
    }
}

/// Parameters that a call of [`Client::build_call`] may have.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct BuildParameters {
    /// Like a method.
    pub add: Option<String>,
    /// Like a method.
    pub default: Option<Vec<String>>,
}

impl BuildParameters {
    /// None of them.
    pub fn new() -> Self {
        <Self as Default>::default()
    }

    /// Like a method.
    #[must_use]
    pub fn add(mut self, value: impl Into<String>) -> Self {
        self.add = Some(value.into());
        self
    }

    /// Like a method.
    #[must_use]
    pub fn default(mut self, value: impl Into<Vec<String>>) -> Self {
        self.default = Some(value.into());
        self
    }
}

impl http::Parameters for BuildParameters {
    fn add<M, R>(self, call: http::Call<M, R, Self>) -> http::Call<M, R, Self> {
        call.query("add", &self.add).query("default", &self.default)
    }
}

/// Parameters that a call of [`Client::call`] may have.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct CallParametersOfCall {
    /// What it is.
    pub kind: Option<Kind>,
}

impl CallParametersOfCall {
    /// None of them.
    pub fn new() -> Self {
        Self::default()
    }

    /// What it is.
    #[must_use]
    pub fn kind(mut self, value: impl Into<Kind>) -> Self {
        self.kind = Some(value.into());
        self
    }
}

impl http::Parameters for CallParametersOfCall {
    fn add<M, R>(self, call: http::Call<M, R, Self>) -> http::Call<M, R, Self> {
        call.query("kind", &self.kind)
    }
}

impl<V: Version> Call<V> {
    /// Takes what was posted: checks the credentials, in a time that does not tell how much of them is right,
    /// and reads the body at the pinned version, which is set where the posts are ordered, not by any call.
    ///
    /// # Errors
    ///
    /// If the credentials are wrong, or the body cannot be read.
    pub fn receive(
        headers: &http::HeaderMap,
        body: &[u8],
        credentials: &http::BasicCredentials,
    ) -> Result<http::Received<Self>, http::WebhookError> {
        http::receive(headers, body, credentials, &juspay_runtime::Decoding::new())
    }
}

impl Call<Dynamic> {
    /// The same, written at a version that is chosen at run time.
    ///
    /// # Errors
    ///
    /// If the credentials are wrong, or the body cannot be read.
    pub fn receive_at(
        headers: &http::HeaderMap,
        body: &[u8],
        credentials: &http::BasicCredentials,
        version: ApiVersion,
    ) -> Result<http::Received<Self>, http::WebhookError> {
        http::receive(headers, body, credentials, &juspay_runtime::Decoding::at(version))
    }
}
