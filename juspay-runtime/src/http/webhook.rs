//! What an API posts.

use super::credential::basic;
use crate::{Anomaly, DecodeError, Decoding, Secret, Wire};
use http::HeaderMap;
use http::header::AUTHORIZATION;
use std::fmt;
use std::ops::Deref;

/// The credentials that an API puts on what it posts, as they were set up there.
#[derive(Clone, Debug)]
pub struct BasicCredentials(Secret);

impl BasicCredentials {
    /// A user and a password. Where both are empty no post has them: that is what is left of settings that were not found.
    pub fn new(user: &str, password: &Secret) -> Self {
        Self(basic(user, password.expose()))
    }

    /// Whether a post has these credentials. The time it takes does not depend on how much of them is right.
    pub fn match_headers(&self, headers: &HeaderMap) -> bool {
        if self.0 == basic("", "") {
            return false;
        }
        let mut values = headers.get_all(AUTHORIZATION).iter();
        let (Some(value), None) = (values.next(), values.next()) else { return false };
        let Some((scheme, token)) = value.to_str().ok().and_then(|value| value.split_once(' ')) else { return false };
        let given = Secret::from(format!("Basic {}", token.trim()));
        scheme.eq_ignore_ascii_case("basic") && given == self.0
    }
}

/// What was posted, and what was odd about it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Received<T> {
    /// What was posted.
    pub value: T,
    /// What was odd about the body, each with its JSON path.
    pub anomalies: Vec<Anomaly>,
}

impl<T> Deref for Received<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Why a post is not taken. It holds nothing of the post but names of fields.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum WebhookError {
    /// The credentials are missing or wrong: answer 401 and do nothing.
    Unauthenticated,
    /// The body cannot be read: keep it and look into it.
    Undecodable(DecodeError),
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unauthenticated => f.write_str("webhook: the credentials are missing or wrong"),
            Self::Undecodable(error) => write!(f, "webhook: the body cannot be read: {error}"),
        }
    }
}

impl std::error::Error for WebhookError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Undecodable(error) => Some(error),
            Self::Unauthenticated => None,
        }
    }
}

/// Takes a post: checks its credentials and reads it. Generated code calls it.
///
/// # Errors
///
/// If it is not taken.
#[doc(hidden)]
pub fn receive<T: Wire>(
    headers: &HeaderMap,
    body: &[u8],
    credentials: &BasicCredentials,
    options: &Decoding,
) -> Result<Received<T>, WebhookError> {
    if !credentials.match_headers(headers) {
        return Err(WebhookError::Unauthenticated);
    }
    let decoded = T::decode_bytes(body, &options.anomalies(true)).map_err(WebhookError::Undecodable)?;
    Ok(Received { value: decoded.value, anomalies: decoded.anomalies })
}
