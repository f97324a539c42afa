//! Sending with ureq.

use super::tls::is_untrusted;
use super::transport::{BlockingTransport, Limits, TransportError, TransportErrorKind};
use bytes::Bytes;
use http::{Request, Response};
use std::io::ErrorKind;
use std::time::Duration;

/// Sends with an agent of ureq, which has a pool of connections.
///
/// At the level `trace`, ureq writes all that it sends and reads into the log, keys too: keep `ureq_proto` above it.
#[derive(Clone, Debug)]
pub struct Ureq(ureq::Agent);

impl Ureq {
    pub(crate) fn new(loopback: bool, timeout: Option<Duration>, connect_timeout: Option<Duration>) -> Self {
        let time = connect_timeout.map(bounded);
        let mut config = ureq::Agent::config_builder().timeout_connect(time).timeout_resolve(time);
        // What `run` asks for, so that it mostly need not ask.
        config = config.timeout_global(timeout.map(bounded));
        config = config.http_status_as_error(false).max_redirects(0).max_redirects_will_error(false);
        if loopback {
            config = config.proxy(None);
        }
        Self(config.build().new_agent())
    }
}

/// An agent of ureq with settings of your own, such as a root certificate or a proxy. It follows no redirect, whatever they
/// say.
impl From<ureq::Agent> for Ureq {
    fn from(agent: ureq::Agent) -> Self {
        Self(agent)
    }
}

impl Ureq {
    /// What is sent again is decided elsewhere, and keys are not sent to where a redirect leads: so it is settled for each
    /// request, whatever the agent was told.
    fn run(
        &self,
        request: Request<impl ureq::AsSendBody>,
        limits: Limits,
    ) -> Result<Response<ureq::Body>, ureq::Error> {
        let (time, told) = (limits.time.map(bounded), self.0.config());
        let follows = told.http_status_as_error() || told.max_redirects() > 0 || told.max_redirects_will_error();
        if !follows && told.timeouts().global == time {
            return self.0.run(request);
        }
        let config = self.0.configure_request(request).timeout_global(time);
        let config = config.http_status_as_error(false).max_redirects(0).max_redirects_will_error(false);
        self.0.run(config.build())
    }
}

impl BlockingTransport for Ureq {
    fn send(&self, request: Request<Bytes>, limits: Limits) -> Result<Response<Bytes>, TransportError> {
        let (parts, body) = request.into_parts();
        let answer = if body.is_empty() && matches!(parts.method, http::Method::GET | http::Method::DELETE) {
            self.run(Request::from_parts(parts, ()), limits)
        } else {
            self.run(Request::from_parts(parts, &*body), limits)
        };
        let (parts, mut body) = answer.map_err(broken)?.into_parts();
        let limit = u64::try_from(limits.body).unwrap_or(u64::MAX);
        let bytes = match body.with_config().limit(limit).read_to_vec() {
            // The status has said no, whatever else there was to say.
            Err(_) if parts.status.is_client_error() => Vec::new(),
            bytes => bytes.map_err(broken_body)?,
        };
        Ok(Response::from_parts(parts, Bytes::from(bytes)))
    }
}

/// A time that can be added to any other, which ureq does without looking.
fn bounded(time: Duration) -> Duration {
    const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);
    time.min(YEAR)
}

/// Whether a name could not be looked up: nothing was sent then. The standard library has no kind for this, only a text.
fn is_unknown_name(error: &std::io::Error) -> bool {
    error.raw_os_error().is_none() && error.to_string().starts_with("failed to lookup address information")
}

fn broken(error: ureq::Error) -> TransportError {
    use ureq::Timeout::{Connect, Resolve};
    let found = match &error {
        // Its errors name no source, so what it holds is looked at.
        ureq::Error::Io(io) if is_untrusted(io) => TransportError::not_sent(TransportErrorKind::Untrusted),
        ureq::Error::Timeout(Connect | Resolve) => TransportError::not_sent(TransportErrorKind::Timeout),
        ureq::Error::Timeout(_) => TransportError::maybe_sent(TransportErrorKind::Timeout),
        ureq::Error::Io(io) if io.kind() == ErrorKind::ConnectionRefused || is_unknown_name(io) => {
            TransportError::not_sent(TransportErrorKind::Connect)
        }
        ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed
        | ureq::Error::ConnectProxyFailed(_)
        | ureq::Error::TlsRequired
        | ureq::Error::RequireHttpsOnly(_) => TransportError::not_sent(TransportErrorKind::Connect),
        ureq::Error::Http(_) | ureq::Error::BadUri(_) | ureq::Error::InvalidProxyUrl => {
            TransportError::not_sent(TransportErrorKind::Other)
        }
        _ => TransportError::maybe_sent(TransportErrorKind::Broken),
    };
    match error {
        // Its text is the address.
        ureq::Error::BadUri(_) | ureq::Error::RequireHttpsOnly(_) => found,
        other => found.because(other),
    }
}

fn broken_body(error: ureq::Error) -> TransportError {
    match error {
        ureq::Error::BodyExceedsLimit(_) => TransportError::maybe_sent(TransportErrorKind::TooLarge),
        ureq::Error::Timeout(_) => TransportError::maybe_sent(TransportErrorKind::Timeout).because(error),
        other => TransportError::maybe_sent(TransportErrorKind::Broken).because(other),
    }
}
