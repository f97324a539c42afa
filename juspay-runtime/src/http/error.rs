//! Why a call came to nothing.

use super::checked::Fault;
use super::failure;
use super::rejection::Rejection;
use super::transport::{TransportError, TransportErrorKind};
use crate::{DecodeError, Idempotency, Operation};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

/// Why a call came to nothing. What was done, if anything, differs from variant to variant.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Nothing was sent: the request is wrong, or there was no connection.
    NotSent(Box<NotSent>),
    /// It was sent, and no answer came: nobody knows whether it was carried out.
    Unknown(Box<UnknownOutcome>),
    /// The API said no.
    Rejected(Box<Rejection>),
    /// The API wants fewer calls, and did not carry this one out.
    Throttled(Box<Throttled>),
    /// The API said yes, in a way that cannot be read: it may well have been carried out.
    Undecodable(Box<Undecodable>),
}

impl Error {
    /// The operation that was called.
    pub fn operation(&self) -> &'static Operation {
        match self {
            Self::NotSent(error) => error.operation,
            Self::Unknown(error) => error.operation,
            Self::Rejected(error) => error.operation,
            Self::Throttled(error) => error.rejection.operation,
            Self::Undecodable(error) => error.operation,
        }
    }

    /// The answer that said no, if one came.
    pub fn rejection(&self) -> Option<&Rejection> {
        match self {
            Self::Rejected(rejection) => Some(rejection),
            Self::Throttled(throttled) => Some(&throttled.rejection),
            Self::NotSent(_) | Self::Unknown(_) | Self::Undecodable(_) => None,
        }
    }

    /// Whether there is no such thing as was asked for, however the API said so.
    pub fn is_not_found(&self) -> bool {
        self.rejection().is_some_and(|rejection| rejection.meaning == StatusCode::NOT_FOUND)
    }

    /// Whether something may have been done that the caller does not know of: ask for the status before doing it again.
    pub fn may_have_happened(&self) -> bool {
        let writes = self.operation().idempotency != Idempotency::Read;
        writes
            && match self {
                Self::Unknown(_) | Self::Undecodable(_) => true,
                Self::Rejected(rejection) => rejection.status.is_server_error() || rejection.doubt,
                Self::Throttled(throttled) => throttled.rejection.doubt,
                Self::NotSent(_) => false,
            }
    }

    /// What names the call when one asks the API's makers about it.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Undecodable(error) => error.request_id.as_deref(),
            other => other.rejection()?.request_id(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSent(error) => error.fmt(f),
            Self::Unknown(error) => error.fmt(f),
            Self::Rejected(error) => error.fmt(f),
            Self::Throttled(error) => error.fmt(f),
            Self::Undecodable(error) => error.fmt(f),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::NotSent(error) => match &error.reason {
                NotSentReason::Connection(source) => Some(source),
                _ => None,
            },
            Self::Unknown(error) => Some(&error.cause),
            Self::Undecodable(error) => Some(&error.cause),
            Self::Rejected(_) | Self::Throttled(_) => None,
        }
    }
}

/// Nothing was sent.
#[derive(Debug)]
#[non_exhaustive]
pub struct NotSent {
    /// The operation that was called.
    pub operation: &'static Operation,
    /// Why.
    pub reason: NotSentReason,
}

/// Why nothing was sent.
#[derive(Debug)]
#[non_exhaustive]
pub enum NotSentReason {
    /// The request breaks rules of the specification: all of them.
    Invalid(Vec<Fault>),
    /// The client has no key that the operation takes; these it takes.
    NoCredential(&'static [&'static crate::Auth]),
    /// A parameter cannot be sent where it belongs.
    Parameter {
        /// Its name on the wire.
        name: String,
        /// Why it cannot be sent.
        why: &'static str,
    },
    /// The version that the client speaks does not have the operation.
    Version(crate::ApiVersion),
    /// There was no connection, at the last attempt.
    Connection(TransportError),
}

impl fmt::Display for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: not sent", self.operation.name)?;
        match &self.reason {
            NotSentReason::Invalid(faults) => {
                for (i, fault) in faults.iter().enumerate() {
                    write!(f, "{}{fault}", if i == 0 { ": " } else { "; " })?;
                }
                Ok(())
            }
            NotSentReason::NoCredential(schemes) => {
                f.write_str(": the client has no key for ")?;
                for (i, scheme) in schemes.iter().enumerate() {
                    write!(f, "{}{}", if i == 0 { "" } else { " or " }, scheme.name)?;
                }
                Ok(())
            }
            NotSentReason::Parameter { name, why } => write!(f, ": {name} {why}"),
            NotSentReason::Version(version) => write!(f, ": version {version} does not have it"),
            NotSentReason::Connection(error) => write!(f, ": {error}"),
        }
    }
}

/// It was sent, and no answer came.
#[derive(Debug)]
#[non_exhaustive]
pub struct UnknownOutcome {
    /// The operation that was called.
    pub operation: &'static Operation,
    /// What kept the answer away, at the last attempt.
    pub cause: TransportError,
    /// How many times it was sent.
    pub attempts: u32,
}

impl UnknownOutcome {
    /// Whether time ran out.
    pub fn is_timeout(&self) -> bool {
        self.cause.kind() == TransportErrorKind::Timeout
    }
}

impl fmt::Display for UnknownOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: sent, but no answer came: {}", self.operation.name, self.cause)?;
        match self.operation.idempotency {
            Idempotency::Read => Ok(()),
            Idempotency::By(key) => {
                write!(
                    f,
                    "; nobody knows whether it was carried out: ask for the status, or send it again with the same {key}"
                )
            }
            Idempotency::None => {
                f.write_str("; nobody knows whether it was carried out: ask for the status before sending it again")
            }
        }
    }
}

/// The API wants fewer calls.
#[derive(Debug)]
#[non_exhaustive]
pub struct Throttled {
    /// The answer that says so.
    pub rejection: Rejection,
    /// When the API wants the next call.
    pub retry_after: Option<Duration>,
}

impl fmt::Display for Throttled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rejection.head(f)?;
        f.write_str(", too many calls")?;
        if let Some(wait) = self.retry_after {
            write!(f, "; try again in {} s", wait.as_secs())?;
        }
        self.rejection.advise(f)
    }
}

/// The API said yes, in a way that cannot be read.
#[non_exhaustive]
pub struct Undecodable {
    /// The operation that was called.
    pub operation: &'static Operation,
    /// What is wrong with the body, and where.
    pub cause: DecodeError,
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Bytes,
    /// What names the call when one asks the API's makers about it.
    pub request_id: Option<String>,
}

impl Undecodable {
    /// Where in the body, as `refunds[0].amount`.
    pub fn path(&self) -> &str {
        self.cause.path()
    }
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, status) = (self.operation.name, self.status.as_u16());
        write!(f, "{name}: answered {status}, but the body cannot be read: {}", self.cause)?;
        if let Some(id) = self.request_id.as_deref().and_then(failure::as_id) {
            write!(f, " (request {id})")?;
        }
        if self.operation.idempotency != Idempotency::Read {
            f.write_str("; it may have been carried out: ask for the status")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Undecodable");
        out.field("operation", &self.operation.name).field("cause", &self.cause).field("status", &self.status.as_u16());
        out.field("bytes", &self.body.len()).finish_non_exhaustive()
    }
}
