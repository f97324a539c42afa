//! Answers that say no.

use super::failure::{self, Facts};
use crate::{Api, ApiVersion, DecodeError, Decoding, Idempotency, Operation, Wire};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::fmt;

/// An answer that says no.
#[derive(Clone)]
pub struct Rejection {
    pub(crate) operation: &'static Operation,
    pub(crate) version: ApiVersion,
    pub(crate) status: StatusCode,
    /// What the status would be if the API said it with one.
    pub(crate) meaning: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) facts: Facts,
    /// Whether an earlier attempt may have been carried out.
    pub(crate) doubt: bool,
}

/// What kind of no an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RejectionKind {
    /// 400, 405 to 408, 410 to 428: the request is wrong, or cannot be carried out in this state.
    BadRequest,
    /// 401: the key is missing or wrong.
    Unauthenticated,
    /// 403: the key does not permit it.
    Forbidden,
    /// 404, or a success that says so in its body: there is no such thing.
    NotFound,
    /// 409: it clashes with something that is there already.
    Conflict,
    /// 5xx: the server failed. Unless the call reads or can be recognised, nobody knows whether it was carried out.
    Server,
    /// A redirect, which is not followed, or another status.
    Other,
}

impl Rejection {
    pub(crate) fn new(
        api: &Api,
        operation: &'static Operation,
        version: ApiVersion,
        answer: http::Response<Bytes>,
    ) -> Self {
        let (parts, body) = answer.into_parts();
        let facts = failure::facts(api, &parts.headers, &body);
        let (status, headers) = (parts.status, parts.headers);
        Self { operation, version, status, meaning: status, headers, body, facts, doubt: false }
    }

    /// What kind of no it is.
    pub fn kind(&self) -> RejectionKind {
        match self.meaning.as_u16() {
            401 => RejectionKind::Unauthenticated,
            403 => RejectionKind::Forbidden,
            404 => RejectionKind::NotFound,
            409 => RejectionKind::Conflict,
            400..=499 => RejectionKind::BadRequest,
            500..=599 => RejectionKind::Server,
            _ => RejectionKind::Other,
        }
    }

    /// Whether the call was sent before, and that attempt may have been carried out: what is refused now may be there
    /// because of it.
    pub fn earlier_attempt_is_unknown(&self) -> bool {
        self.doubt
    }

    /// The operation that was called.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The HTTP status as it came.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The HTTP status that says what the answer means: 404 for a success whose body says that there is no such thing.
    pub fn meaning(&self) -> StatusCode {
        self.meaning
    }

    /// Which of the API's shapes the body has.
    pub fn family(&self) -> Option<&'static str> {
        self.facts.family
    }

    /// The code of the failure.
    pub fn code(&self) -> Option<&str> {
        self.facts.code.as_deref()
    }

    /// The text for a developer. It may repeat what was sent, so it is not in `Display`.
    pub fn message(&self) -> Option<&str> {
        self.facts.message.as_deref()
    }

    /// The text for a customer.
    pub fn user_message(&self) -> Option<&str> {
        self.facts.user_message.as_deref()
    }

    /// What names the call when one asks the API's makers about it.
    pub fn request_id(&self) -> Option<&str> {
        self.facts.request_id.as_deref()
    }

    /// The headers of the answer.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body as it came, JSON or not. It is empty where it broke off or was greater than allowed.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as a type, such as the one that the operation answers with this status.
    ///
    /// # Errors
    ///
    /// If the body is no such thing.
    pub fn json<T: Wire>(&self) -> Result<T, DecodeError> {
        Ok(T::decode_bytes(&self.body, &Decoding::at(self.version))?.value)
    }

    /// Writes what to do about it, in a few words.
    pub(crate) fn advise(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let idempotency = self.operation.idempotency;
        if self.doubt && idempotency != Idempotency::Read {
            return f.write_str("; an earlier attempt may have been carried out: ask for the status");
        }
        f.write_str(match (self.kind(), idempotency) {
            (RejectionKind::Unauthenticated, _) => {
                "; check the key, that it belongs to this environment and merchant, and that it was not revoked"
            }
            (RejectionKind::Forbidden, _) => "; the key does not permit this call",
            _ if self.status.is_redirection() => "; redirects are not followed: check the address of the API",
            (RejectionKind::Server, Idempotency::None) => {
                "; it may have been carried out all the same: ask for the status before sending it again"
            }
            (RejectionKind::Server, Idempotency::By(key)) => {
                let text =
                    "; it may have been carried out all the same: ask for the status, or send it again with the same";
                return write!(f, "{text} {key}");
            }
            _ => "",
        })
    }
}

impl Rejection {
    /// What was answered, without what to do about it.
    pub(crate) fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: answered {}", self.operation.name, self.status.as_u16())?;
        if self.meaning != self.status {
            write!(f, ", which means {}", self.meaning.as_u16())?;
        }
        if let Some(code) = self.code().and_then(failure::as_word) {
            write!(f, ", {code}")?;
        }
        if let Some(id) = self.request_id().and_then(failure::as_id) {
            write!(f, " (request {id})")?;
        }
        Ok(())
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        self.advise(f)
    }
}

impl fmt::Debug for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Rejection");
        out.field("operation", &self.operation.name).field("status", &self.status.as_u16()).field("kind", &self.kind());
        out.field("family", &self.family()).field("code", &self.code().and_then(failure::as_word));
        out.field("request_id", &self.request_id().and_then(failure::as_id)).field("bytes", &self.body.len());
        out.finish_non_exhaustive()
    }
}
