//! Sending with reqwest.

use super::settings::ConfigError;
use super::transport::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};
use bytes::{Bytes, BytesMut};
use http::{Request, Response};
use std::time::Duration;

/// Sends with a client of reqwest: HTTP/2 where the server has it, and a pool of connections.
#[derive(Clone, Debug)]
pub struct Reqwest(reqwest::Client);

impl Reqwest {
    pub(crate) fn new(loopback: bool, connect_timeout: Option<Duration>) -> Result<Self, ConfigError> {
        // What is sent again is decided elsewhere, and keys are not sent to where a redirect leads.
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false);
        if loopback {
            builder = builder.no_proxy();
        }
        if let Some(time) = connect_timeout {
            builder = builder.connect_timeout(time);
        }
        let client = builder.build().map_err(|_| ConfigError::new("reqwest", "found no way to encrypt"))?;
        Ok(Self(client))
    }

    async fn exchange(&self, request: Request<Bytes>, limits: Limits) -> Result<Response<Bytes>, TransportError> {
        let mut request = reqwest::Request::try_from(request)
            .map_err(|error| TransportError::not_sent(TransportErrorKind::Other).because(error.without_url()))?;
        *request.timeout_mut() = limits.time;
        let mut answer = self.0.execute(request).await.map_err(broken)?;
        let mut body = BytesMut::new();
        while let Some(chunk) = answer.chunk().await.map_err(broken)? {
            if body.len() + chunk.len() > limits.body {
                return Err(TransportError::maybe_sent(TransportErrorKind::TooLarge));
            }
            body.extend_from_slice(&chunk);
        }
        let mut whole = Response::new(body.freeze());
        *whole.status_mut() = answer.status();
        *whole.version_mut() = answer.version();
        std::mem::swap(whole.headers_mut(), answer.headers_mut());
        Ok(whole)
    }
}

/// A client of reqwest with settings of your own. Switch off its redirects and its retries.
impl From<reqwest::Client> for Reqwest {
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

fn broken(error: reqwest::Error) -> TransportError {
    let timeout = error.is_timeout();
    let found = if error.is_connect() {
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
