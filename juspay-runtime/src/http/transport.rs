//! Ways of sending a request.

use bytes::Bytes;
use http::{Request, Response};
use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// A future that can be moved to another thread.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends requests without blocking. It never repeats one, and follows no redirect.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request and reads its whole answer.
    fn send(&self, request: Request<Bytes>, limits: Limits) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>>;

    /// Waits; nothing else happens between two attempts.
    fn wait(&self, time: Duration) -> BoxFuture<'_, ()>;
}

/// Sends requests and blocks until the answer is there. It never repeats one, and follows no redirect.
pub trait BlockingTransport: Send + Sync + 'static {
    /// Sends one request and reads its whole answer.
    fn send(&self, request: Request<Bytes>, limits: Limits) -> Result<Response<Bytes>, TransportError>;

    /// Waits; nothing else happens between two attempts.
    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// What one attempt may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The time until the answer must have been read.
    pub time: Option<Duration>,
    /// The most bytes of an answer's body.
    pub body: usize,
}

impl Limits {
    /// The most bytes of a body, unless the client was told otherwise.
    pub const BODY: usize = 16 * 1024 * 1024;

    /// So much time, and so many bytes; a client makes them for each attempt, and a test of a transport by hand.
    pub const fn new(time: Option<Duration>, body: usize) -> Self {
        Self { time, body }
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    sent: bool,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What kept the answer away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection was made: no such host, refused, no agreement on encryption.
    Connect,
    /// The server's certificate is not trusted: of an unknown issuer, for another name, or out of date.
    Untrusted,
    /// Time ran out.
    Timeout,
    /// The connection broke.
    Broken,
    /// The body is greater than allowed.
    TooLarge,
    /// Something else.
    Other,
}

impl TransportError {
    /// Nothing was sent, for certain.
    pub fn not_sent(kind: TransportErrorKind) -> Self {
        Self { kind, sent: false, source: None }
    }

    /// Something may have been sent; who cannot tell says this.
    pub fn maybe_sent(kind: TransportErrorKind) -> Self {
        Self { kind, sent: true, source: None }
    }

    /// The same with what caused it.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// What kept the answer away.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the request may have been sent.
    pub fn may_have_been_sent(&self) -> bool {
        self.sent
    }
}

impl fmt::Display for TransportErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "no connection could be made",
            Self::Untrusted => "the server's certificate is not trusted",
            Self::Timeout => "time ran out",
            Self::Broken => "the connection broke",
            Self::TooLarge => "the answer is greater than allowed",
            Self::Other => "the request could not be carried out",
        })
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
