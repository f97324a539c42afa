//! Sending with reqwest.

use super::settings::ConfigError;
use super::tls::is_untrusted;
use super::transport::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};
use bytes::{Bytes, BytesMut};
use http::uri::{Authority, Scheme};
use http::{Request, Response, Uri};
use reqwest::Url;
use std::sync::OnceLock;
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
pub struct Reqwest {
    client: reqwest::Client,
    /// Where the first request went, and so most of those after it go.
    origin: OnceLock<Origin>,
}

/// How long a connection is kept that nobody uses. Load balancers usually close one after a minute, and a call that meets
/// that moment is of unknown outcome.
const IDLE: Duration = Duration::from_secs(50);

/// A server, and its address as reqwest has it.
#[derive(Clone, Debug)]
struct Origin {
    scheme: Scheme,
    authority: Authority,
    url: Url,
}

impl Reqwest {
    pub(crate) fn new(loopback: bool, connect_timeout: Option<Duration>) -> Result<Self, ConfigError> {
        let mut builder = reqwest::Client::builder().pool_idle_timeout(IDLE);
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
        Ok(client.into())
    }

    async fn exchange(&self, request: Request<Bytes>, limits: Limits) -> Result<Response<Bytes>, TransportError> {
        let (parts, content) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, self.url(&parts.uri)?);
        (*request.headers_mut(), *request.version_mut()) = (parts.headers, parts.version);
        (*request.body_mut(), *request.timeout_mut()) = (Some(content.into()), limits.time);
        let mut answer = self.client.execute(request).await.map_err(broken)?;
        let content = match body(&mut answer, limits.body).await {
            // The status has said no, whatever else there was to say.
            Err(_) if answer.status().is_client_error() => Bytes::new(),
            content => content?,
        };
        let mut whole = Response::new(content);
        *whole.status_mut() = answer.status();
        *whole.version_mut() = answer.version();
        std::mem::swap(whole.headers_mut(), answer.headers_mut());
        Ok(whole)
    }

    /// An address as reqwest has it. To read that of a server takes longer than most else about a request, so it is kept.
    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        if let (Some(origin), Some(authority)) = (self.origin.get(), uri.authority())
            && origin.authority == *authority
            && uri.scheme() == Some(&origin.scheme)
        {
            let mut url = origin.url.clone();
            url.set_path(uri.path());
            url.set_query(uri.query());
            return Ok(url);
        }
        let url = Url::parse(&uri.to_string())
            .map_err(|error| TransportError::not_sent(TransportErrorKind::Other).because(error))?;
        if let (Some(scheme), Some(authority)) = (uri.scheme().cloned(), uri.authority().cloned()) {
            let mut url = url.clone();
            // What was asked for may hold an id, and is nobody else's affair.
            url.set_path("");
            url.set_query(None);
            // It is the first that is kept; another request may have been faster.
            let _ = self.origin.set(Origin { scheme, authority, url });
        }
        Ok(url)
    }
}

/// A client of reqwest as it is. Whoever made it must have switched off its redirects and its retries, or a payment may be
/// sent twice; [`Reqwest::from_builder`] does so by itself.
impl From<reqwest::Client> for Reqwest {
    fn from(client: reqwest::Client) -> Self {
        Self { client, origin: OnceLock::new() }
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

#[cfg(test)]
mod tests {
    use super::{Reqwest, Url};

    /// A server that is known is no other address than one that is new.
    #[test]
    fn an_address_is_the_same_whether_its_server_is_known_or_new() -> Result<(), Box<dyn std::error::Error>> {
        let known = Reqwest::from(reqwest::Client::new());
        let _ = known.url(&"https://api.example:8443/first?with=query".parse()?);
        for uri in [
            "https://api.example:8443",
            "https://api.example:8443/orders",
            "https://api.example:8443/orders?a=1&b=%26",
            "https://api.example:8443/orders?",
            "https://api.example:8443//orders//",
            "https://api.example:8443/%2E%2E/a/./b/../c%2Fd%3F",
            "https://api.example:8443/a\"b|c{d}?e'f=|",
            "https://api.example/orders",
            "http://api.example:8443/orders",
            "https://other.example:8443/orders",
            "https://me@api.example:8443/orders",
        ] {
            assert_eq!(known.url(&uri.parse()?)?, Url::parse(&uri.parse::<http::Uri>()?.to_string())?, "{uri}");
        }
        Ok(())
    }
}
