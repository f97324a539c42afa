//! What an answer means: a value, or an error.

use super::call::Context;
use super::error::{Error, Undecodable};
use super::rejection::Rejection;
use super::response::{Around, Response};
use super::{drive, failure};
use crate::{Anomaly, ApiVersion, DecodeError, Decoded, Decoding, Json, Operation, Test, Wire, condition, decode};
use bytes::Bytes;
use http::StatusCode;
use http::response::Parts;

/// What a call is answered with: any generated type, nothing, or either.
pub trait Reply: Sized {
    /// Reads a body into a box: values are large, and stay where they are read.
    ///
    /// # Errors
    ///
    /// If the body is none of the type.
    fn read(body: &[u8], options: &Decoding) -> Result<Decoded<Box<Self>>, DecodeError>;

    /// Whether a condition holds for the value.
    fn meets(&self, tests: &[Test]) -> bool {
        let _ = tests;
        false
    }
}

impl<T: Wire> Reply for T {
    fn read(body: &[u8], options: &Decoding) -> Result<Decoded<Box<Self>>, DecodeError> {
        boxed(decode::utf8(body)?, *options)
    }

    fn meets(&self, tests: &[Test]) -> bool {
        condition::holds(tests, self)
    }
}

/// Decodes a body into a box, which `Box::new` would have to be moved into.
fn boxed<T: Wire>(text: &str, options: Decoding) -> Result<Decoded<Box<T>>, DecodeError> {
    let mut value = Box::write(Box::new_uninit(), <T as Wire>::blank());
    let document = value.fill(text, options.pinned(T::PINNED))?;
    Ok(document.map(|()| value))
}

impl Reply for () {
    fn read(_body: &[u8], _options: &Decoding) -> Result<Decoded<Box<Self>>, DecodeError> {
        Ok(plain(()))
    }
}

impl Reply for Json {
    fn read(body: &[u8], _options: &Decoding) -> Result<Decoded<Box<Self>>, DecodeError> {
        Ok(plain(decode::utf8(body)?.parse()?))
    }
}

/// An answer without a body is none.
impl<T: Reply> Reply for Option<T> {
    fn read(body: &[u8], options: &Decoding) -> Result<Decoded<Box<Self>>, DecodeError> {
        if body.is_empty() { Ok(plain(None)) } else { Ok(T::read(body, options)?.map(|value| Box::new(Some(*value)))) }
    }

    fn meets(&self, tests: &[Test]) -> bool {
        self.as_ref().is_some_and(|value| value.meets(tests))
    }
}

/// A body that has no shape has nothing odd.
fn plain<T>(value: T) -> Decoded<Box<T>> {
    Decoded { value: Box::new(value), anomalies: Vec::new(), version: ApiVersion::NEWEST }
}

/// What an answer means: a value, or an error.
pub(crate) fn receive<R: Reply>(context: &Context, answer: http::Response<Bytes>) -> Result<Response<R>, Error> {
    let answer = drive::accept(context, answer)?;
    match R::read(answer.body(), &Decoding::at(context.shared.version).anomalies(true)) {
        Ok(Decoded { value, anomalies, .. }) => {
            let around = accept(context, answer, anomalies, &|tests| value.meets(tests))?;
            Ok(Response { value, around })
        }
        Err(cause) => Err(undecodable(context, answer, cause)),
    }
}

/// What came with a value that could be read, unless it says no.
fn accept(
    context: &Context,
    answer: http::Response<Bytes>,
    anomalies: Vec<Anomaly>,
    meets: &dyn Fn(&[Test]) -> bool,
) -> Result<Box<Around>, Error> {
    let (operation, shared) = (context.operation, &context.shared);
    if let Some(meaning) = refused(operation, answer.status(), meets) {
        let rejection = Rejection::new(shared.api, operation, shared.version, answer);
        return Err(Error::Rejected(Box::new(Rejection { meaning, ..rejection })));
    }
    if let (Some(hook), false) = (&shared.hook, anomalies.is_empty()) {
        hook(operation, &anomalies);
    }
    let (Parts { status, headers, .. }, body) = answer.into_parts();
    Ok(Box::new(Around { version: shared.version, status, headers, api: shared.api, anomalies, body }))
}

fn undecodable(context: &Context, answer: http::Response<Bytes>, cause: DecodeError) -> Error {
    let request_id = failure::request_id(context.shared.api, answer.headers()).map(str::to_owned);
    let (Parts { status, headers, .. }, body) = answer.into_parts();
    Error::Undecodable(Box::new(Undecodable { operation: context.operation, cause, status, headers, body, request_id }))
}

/// The status that says what a body means, where the specification has one.
fn refused(operation: &Operation, status: StatusCode, meets: &dyn Fn(&[Test]) -> bool) -> Option<StatusCode> {
    let reply = operation.replies.iter().find(|reply| reply.status == status.as_u16())?;
    let (meaning, _) = reply.means.iter().find(|(_, tests)| meets(tests))?;
    StatusCode::from_u16(*meaning).ok()
}
