//! Sending with reqwest.

use super::settings::ConfigError;
use super::tls::is_untrusted;
use super::transport::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};
use bytes::{Bytes, BytesMut};
use http::{Request, Response};
use std::time::Duration;

/// Sends with a client of reqwest: HTTP/2 where the server has it, and a pool of connections.
///
/// [`from_builder`](Self::from_builder) takes settings of your own, such as a root certificate, a proxy, or another time
/// for making a connection:
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use juspay_runtime::http::Reqwest;
/// let transport = Reqwest::from_builder(reqwest::Client::builder().https_only(true))?;
/// // …, and `build_with(transport)` in place of `build()`.
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Reqwest(reqwest::Client);

impl Reqwest {
    pub(crate) fn new(loopback: bool, connect_timeout: Option<Duration>) -> Result<Self, ConfigError> {
        let mut builder = reqwest::Client::builder();
        if loopback {
            builder = builder.no_proxy();
        }
        if let Some(time) = connect_timeout {
            builder = builder.connect_timeout(time);
        }
        Self::from_builder(builder)
    }

    /// A client of reqwest with settings of your own. It follows no redirect and repeats nothing, whatever they say: what
    /// is sent again is decided by the [`RetryPolicy`](super::RetryPolicy), and keys are not sent to where a redirect leads.
    ///
    /// # Errors
    ///
    /// If reqwest cannot be set up so, as with a certificate that cannot be read.
    pub fn from_builder(builder: reqwest::ClientBuilder) -> Result<Self, ConfigError> {
        let builder = builder.redirect(reqwest::redirect::Policy::none());
        let client = builder.retry(reqwest::retry::never()).referer(false).build();
        let client = client.map_err(|_| ConfigError::new("reqwest", "cannot be set up to encrypt like this"))?;
        Ok(Self(client))
    }

    async fn exchange(&self, request: Request<Bytes>, limits: Limits) -> Result<Response<Bytes>, TransportError> {
        let mut request = reqwest::Request::try_from(request)
            .map_err(|error| TransportError::not_sent(TransportErrorKind::Other).because(error.without_url()))?;
        *request.timeout_mut() = limits.time;
        let mut answer = self.0.execute(request).await.map_err(broken)?;
        let mut whole = Response::new(body(&mut answer, limits.body).await?);
        *whole.status_mut() = answer.status();
        *whole.version_mut() = answer.version();
        std::mem::swap(whole.headers_mut(), answer.headers_mut());
        Ok(whole)
    }
}

/// A client of reqwest as it is. Whoever made it must have switched off its redirects and its retries, or a payment may be
/// sent twice; [`Reqwest::from_builder`] does so by itself.
impl From<reqwest::Client> for Reqwest {
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

/// Reads a body of at most so many bytes.
async fn body(answer: &mut reqwest::Response, most: usize) -> Result<Bytes, TransportError> {
    // Most bodies come in one piece, which need not be copied.
    let (mut first, mut whole) = (Bytes::new(), BytesMut::new());
    while let Some(chunk) = answer.chunk().await.map_err(broken)? {
        if first.len() + whole.len() + chunk.len() > most {
            return Err(TransportError::maybe_sent(TransportErrorKind::TooLarge));
        }
        if first.is_empty() && whole.is_empty() {
            first = chunk;
            continue;
        }
        whole.extend_from_slice(&std::mem::take(&mut first));
        whole.extend_from_slice(&chunk);
    }
    Ok(if whole.is_empty() { first } else { whole.freeze() })
}

fn broken(error: reqwest::Error) -> TransportError {
    let timeout = error.is_timeout();
    let found = if is_untrusted(&error) {
        TransportError::not_sent(TransportErrorKind::Untrusted)
    } else if error.is_connect() {
        TransportError::not_sent(if timeout { TransportErrorKind::Timeout } else { TransportErrorKind::Connect })
    } else if error.is_builder() {
        TransportError::not_sent(TransportErrorKind::Other)
    } else {
        TransportError::maybe_sent(if timeout { TransportErrorKind::Timeout } else { TransportErrorKind::Broken })
    };
    // The address may hold an id.
    found.because(error.without_url())
}

impl Transport for Reqwest {
    fn send(&self, request: Request<Bytes>, limits: Limits) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        Box::pin(self.exchange(request, limits))
    }

    fn wait(&self, time: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(time))
    }
}
