//! Calls over HTTP: what generated clients build on.
//!
//! The core has no input or output. A [`Call`] becomes an `http::Request<Bytes>`, an `http::Response<Bytes>` becomes a
//! [`Response`] or an [`Error`]; [`Call::prepare`] and [`Prepared::receive`] do just that, for whoever brings their own
//! way of sending. Over the core stand [`Transport`] and [`BlockingTransport`]; reqwest, ureq and `tower::Service` are
//! ready-made, each behind a feature.
//!
//! What may be sent twice is decided in one place, [`RetryPolicy::next`], which has neither a clock nor a random number
//! of its own.
//!
//! In WebAssembly without a system around it there is no clock: each attempt has the whole time of its call there, and
//! ends where the transport ends it.

mod address;
#[cfg(feature = "reqwest")]
mod by_reqwest;
#[cfg(feature = "tower")]
mod by_tower;
#[cfg(feature = "ureq")]
mod by_ureq;
mod call;
mod checked;
mod client;
mod clock;
mod credential;
mod date;
mod drive;
mod encode;
mod error;
mod failure;
mod lookup;
mod rejection;
mod reply;
mod response;
mod retry;
mod settings;
mod surface;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod tls;
mod trace;
mod transport;
mod webhook;

pub use address::BaseUrl;
#[cfg(feature = "reqwest")]
pub use by_reqwest::Reqwest;
#[cfg(feature = "tower")]
pub use by_tower::Tower;
#[cfg(feature = "ureq")]
pub use by_ureq::Ureq;
pub use call::{Call, Parameters, Prepared};
pub use checked::{Body, Checked, Fault};
pub use client::{Async, Blocking, Core, Detached};
pub use credential::secret_from_env;
pub use error::{Error, NotSent, NotSentReason, Throttled, Undecodable, UnknownOutcome};
pub use rejection::{Rejection, RejectionKind};
pub use reply::Reply;
pub use response::Response;
pub use retry::{Attempt, Outcome, RetryPolicy};
pub use settings::{ConfigError, Settings};
pub use transport::{BlockingTransport, BoxFuture, Limits, Transport, TransportError, TransportErrorKind};
#[doc(hidden)]
pub use webhook::receive;
pub use webhook::{BasicCredentials, Received, WebhookError};

/// What signatures of generated clients name.
pub use bytes::Bytes;
/// What signatures of generated clients name.
pub use http::{HeaderMap, StatusCode};
