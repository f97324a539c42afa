//! Sending with ureq.

use super::transport::{BlockingTransport, Limits, TransportError, TransportErrorKind};
use bytes::Bytes;
use http::{Request, Response};
use std::io::ErrorKind;
use std::time::Duration;

/// Sends with an agent of ureq, which has a pool of connections.
#[derive(Clone, Debug)]
pub struct Ureq(ureq::Agent);

impl Ureq {
    pub(crate) fn new(loopback: bool, connect_timeout: Option<Duration>) -> Self {
        // What is sent again is decided elsewhere, and keys are not sent to where a redirect leads.
        let mut config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(connect_timeout)
            .timeout_resolve(connect_timeout);
        if loopback {
            config = config.proxy(None);
        }
        Self(config.build().new_agent())
    }
}

/// An agent of ureq with settings of your own. Switch off its redirects, and statuses as errors.
impl From<ureq::Agent> for Ureq {
    fn from(agent: ureq::Agent) -> Self {
        Self(agent)
    }
}

impl BlockingTransport for Ureq {
    fn send(&self, request: Request<Bytes>, limits: Limits) -> Result<Response<Bytes>, TransportError> {
        let (parts, body) = request.into_parts();
        let answer = if body.is_empty() && matches!(parts.method, http::Method::GET | http::Method::DELETE) {
            let request = Request::from_parts(parts, ());
            self.0.run(self.0.configure_request(request).timeout_global(limits.time).build())
        } else {
            let request = Request::from_parts(parts, &*body);
            self.0.run(self.0.configure_request(request).timeout_global(limits.time).build())
        };
        let (parts, mut body) = answer.map_err(broken)?.into_parts();
        let limit = u64::try_from(limits.body).unwrap_or(u64::MAX);
        let bytes = body.with_config().limit(limit).read_to_vec().map_err(broken_body)?;
        Ok(Response::from_parts(parts, Bytes::from(bytes)))
    }
}

fn broken(error: ureq::Error) -> TransportError {
    use ureq::Timeout::{Connect, Resolve};
    let found = match &error {
        ureq::Error::Timeout(Connect | Resolve) => TransportError::not_sent(TransportErrorKind::Timeout),
        ureq::Error::Timeout(_) => TransportError::maybe_sent(TransportErrorKind::Timeout),
        ureq::Error::Io(io) if io.kind() == ErrorKind::ConnectionRefused => {
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
