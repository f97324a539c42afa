//! What a client is told before its first call.

use super::address::BaseUrl;
use super::client::{Async, Blocking, Core, Detached, Shared};
use super::credential::Credential;
use super::failure::as_word;
use super::retry::{Budget, RetryPolicy};
use super::transport::{BlockingTransport, Limits, Transport};
use crate::{Anomaly, Api, ApiVersion, Auth, Operation, Secret};
use http::header::{ACCEPT, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// What is told of odd bodies.
pub(crate) type Hook = Arc<dyn Fn(&'static Operation, &[Anomaly]) + Send + Sync>;

/// What a client is told before its first call; the builders of generated clients stand on it.
#[derive(Clone)]
#[must_use]
pub struct Settings {
    api: &'static Api,
    version: Option<ApiVersion>,
    base: Option<BaseUrl>,
    credentials: Vec<Credential>,
    headers: Vec<(HeaderName, HeaderValue)>,
    timeout: Option<Duration>,
    connect_timeout: Option<Duration>,
    retry: RetryPolicy,
    user_agent: HeaderValue,
    body_limit: usize,
    hook: Option<Hook>,
    problems: ConfigError,
}

/// Why a client cannot be built: everything that is wrong with its settings. It holds no value of a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigError(Vec<(Cow<'static, str>, &'static str)>);

impl ConfigError {
    pub(crate) fn new(what: impl Into<Cow<'static, str>>, why: &'static str) -> Self {
        Self(vec![(what.into(), why)])
    }

    /// What is wrong: the setting, and why.
    pub fn problems(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.0.iter().map(|(what, why)| (what.as_ref(), *why))
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (what, why)) in self.0.iter().enumerate() {
            write!(f, "{}{what} {why}", if i == 0 { "" } else { "; " })?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

/// Names of headers that the client writes itself.
const RESERVED: &[&str] = &[
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "te",
    "transfer-encoding",
    "upgrade",
    "user-agent",
];

impl Settings {
    /// For an API, at a version if one is pinned.
    pub fn new(api: &'static Api, version: Option<ApiVersion>) -> Self {
        Self {
            api,
            version,
            base: None,
            credentials: Vec::new(),
            headers: Vec::new(),
            timeout: Some(Duration::from_secs(60)),
            connect_timeout: Some(Duration::from_secs(10)),
            retry: RetryPolicy::DEFAULT,
            user_agent: HeaderValue::from_static(concat!("juspay-runtime/", env!("CARGO_PKG_VERSION"))),
            body_limit: Limits::BODY,
            hook: None,
            problems: ConfigError::default(),
        }
    }

    fn problem(&mut self, problem: ConfigError) {
        self.problems.0.extend(problem.0);
    }

    /// The version that calls have.
    pub fn version(mut self, version: ApiVersion) -> Self {
        self.version = Some(version);
        self
    }

    /// Where the API is.
    pub fn base_url(mut self, url: &str) -> Self {
        match BaseUrl::parse(url) {
            Ok(base) => self.base = Some(base),
            Err(error) => self.problem(ConfigError::new("base_url", error.0)),
        }
        self
    }

    /// The key for a way to authenticate.
    pub fn credential(mut self, scheme: &'static Auth, key: &Secret) -> Self {
        match Credential::new(scheme, key) {
            Ok(credential) => {
                self.credentials.retain(|other| other.scheme.name != scheme.name);
                self.credentials.push(credential);
            }
            Err(error) => self.problem(error),
        }
        self
    }

    /// The same with what an environment variable holds.
    pub fn credential_from_env(mut self, scheme: &'static Auth, variable: &str) -> Self {
        match super::secret_from_env(variable) {
            Ok(key) => self.credential(scheme, &key),
            Err(error) => {
                self.problem(error);
                self
            }
        }
    }

    /// A header that every call has.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match header(self.api, name, value) {
            Ok((name, value)) => {
                self.headers.retain(|(other, _)| *other != name);
                self.headers.push((name, value));
            }
            Err(why) => self.problem(ConfigError::new(named(name), why)),
        }
        self
    }

    /// The time for a whole call, with all its attempts.
    pub fn timeout(mut self, time: Option<Duration>) -> Self {
        self.timeout = time;
        self
    }

    /// The time for making a connection; at most three quarters of that for a whole call count.
    pub fn connect_timeout(mut self, time: Option<Duration>) -> Self {
        self.connect_timeout = time;
        self
    }

    /// What is sent again, and when.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How the client calls itself, in front of how this crate calls itself.
    pub fn user_agent(mut self, name: &str) -> Self {
        let whole = format!("{name} juspay-runtime/{}", env!("CARGO_PKG_VERSION"));
        match value_of(whole.trim_start_matches(' ')) {
            Ok(value) => self.user_agent = value,
            Err(why) => self.problem(ConfigError::new("user_agent", why)),
        }
        self
    }

    /// The most bytes of an answer's body.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// What is told of odd bodies.
    pub fn on_anomalies(mut self, hook: impl Fn(&'static Operation, &[Anomaly]) + Send + Sync + 'static) -> Self {
        self.hook = Some(Arc::new(hook));
        self
    }

    /// A client that sends with reqwest.
    ///
    /// # Errors
    ///
    /// With everything that is wrong with the settings.
    #[cfg(feature = "reqwest")]
    pub fn build(self) -> Result<Core<Async>, ConfigError> {
        let connect_timeout = self.time_to_connect();
        let shared = self.shared()?;
        let transport = super::Reqwest::new(shared.base.is_loopback(), connect_timeout)?;
        Ok(Core { shared: Arc::new(shared), mode: Async(Arc::new(transport)) })
    }

    /// A client that sends with ureq.
    ///
    /// # Errors
    ///
    /// With everything that is wrong with the settings.
    #[cfg(feature = "ureq")]
    pub fn build_blocking(self) -> Result<Core<Blocking>, ConfigError> {
        let connect_timeout = self.time_to_connect();
        let shared = self.shared()?;
        let transport = super::Ureq::new(shared.base.is_loopback(), shared.timeout, connect_timeout);
        Ok(Core { shared: Arc::new(shared), mode: Blocking(Arc::new(transport)) })
    }

    /// A client that sends in a way of your own.
    ///
    /// # Errors
    ///
    /// With everything that is wrong with the settings.
    pub fn build_with(self, transport: impl Transport) -> Result<Core<Async>, ConfigError> {
        Ok(Core { shared: Arc::new(self.shared()?), mode: Async(Arc::new(transport)) })
    }

    /// A client that sends, and blocks, in a way of your own.
    ///
    /// # Errors
    ///
    /// With everything that is wrong with the settings.
    pub fn build_blocking_with(self, transport: impl BlockingTransport) -> Result<Core<Blocking>, ConfigError> {
        Ok(Core { shared: Arc::new(self.shared()?), mode: Blocking(Arc::new(transport)) })
    }

    /// A client that makes requests and reads answers, and leaves sending to you.
    ///
    /// # Errors
    ///
    /// With everything that is wrong with the settings.
    pub fn build_detached(self) -> Result<Core<Detached>, ConfigError> {
        Ok(Core { shared: Arc::new(self.shared()?), mode: Detached(()) })
    }

    /// The time for making a connection, which ends before that of a whole call: whoever sends could not tell else whether
    /// a call whose time is up was sent.
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    fn time_to_connect(&self) -> Option<Duration> {
        let most = self.timeout.map(|whole| whole / 4 * 3);
        self.connect_timeout.into_iter().chain(most).min()
    }

    fn shared(mut self) -> Result<Shared, ConfigError> {
        for header in self.api.headers.iter().filter(|header| header.required) {
            let given = self.headers.iter().any(|(name, _)| *name == header.name);
            // That what was given cannot be sent has been said.
            if !given && !self.problems.0.iter().any(|(what, _)| what == header.name) {
                self.problems.0.push((Cow::Borrowed(header.name), "is missing; every call needs it"));
            }
        }
        match self.version {
            None => self.problem(ConfigError::new("version", "is not chosen")),
            Some(ApiVersion::NEWEST) => self.problem(ConfigError::new("version", "must be a date")),
            // No header is sent for the base, and that would be answered as the newest version.
            Some(ApiVersion::BASE) if self.api.unversioned != ApiVersion::BASE => {
                self.problem(ConfigError::new(
                    "version",
                    "must be a date; this API cannot be asked for what was before",
                ));
            }
            Some(_) => {}
        }
        if self.base.is_none() && !self.problems.0.iter().any(|(what, _)| what == "base_url") {
            self.problem(ConfigError::new("environment", "is not chosen"));
        }
        let headers = self.version.map(|version| self.headers(version)).unwrap_or_default();
        let (Some(base), Some(version), true) = (self.base, self.version, self.problems.0.is_empty()) else {
            return Err(self.problems);
        };
        Ok(Shared {
            api: self.api,
            version,
            base,
            credentials: self.credentials,
            headers,
            timeout: self.timeout,
            budget: Budget::new(&self.retry),
            retry: self.retry,
            body_limit: self.body_limit,
            hook: self.hook,
        })
    }
}

impl Settings {
    /// The headers that every call has but for its credential.
    fn headers(&mut self, version: ApiVersion) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, self.user_agent.clone());
        headers.extend(self.headers.iter().cloned());
        if version != ApiVersion::BASE {
            let name = self.api.version_header;
            match (name.parse::<HeaderName>(), HeaderValue::from_str(&version.to_string())) {
                (Ok(name), Ok(value)) => drop(headers.insert(name, value)),
                _ => self.problem(ConfigError::new(name, "is no name of a header")),
            }
        }
        headers
    }
}

/// A header that a caller may set.
pub(crate) fn header(api: &Api, name: &str, value: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    let name: HeaderName = name.parse().map_err(|_| "is no name of a header")?;
    if RESERVED.contains(&name.as_str()) || name.as_str().eq_ignore_ascii_case(api.version_header) {
        return Err("is a header that the client writes itself");
    }
    if value.trim().is_empty() && api.headers.iter().any(|header| header.required && name == header.name) {
        return Err("is empty; every call needs it");
    }
    Ok((name, value_of(value)?))
}

/// A value that arrives as it was given: readers of headers cut white space off, and take other bytes for this or that.
fn value_of(text: &str) -> Result<HeaderValue, &'static str> {
    let plain = text.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~'));
    match HeaderValue::from_str(text) {
        Ok(_) if text.trim() != text => Err("begins or ends with white space"),
        Ok(value) if plain => Ok(value),
        _ => Err("holds characters that headers do not have"),
    }
}

/// A header's name as an error can say it: what is none may be anything.
pub(crate) fn named(name: &str) -> String {
    as_word(name).unwrap_or("the name that was given").to_owned()
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Settings");
        out.field("api", &self.api.name).field("version", &self.version).field("base", &self.base);
        out.field("timeout", &self.timeout).field("retry", &self.retry).finish_non_exhaustive()
    }
}
