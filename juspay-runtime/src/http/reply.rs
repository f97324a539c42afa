//! What an answer means: a value, or an error.

use super::call::Context;
use super::error::{Error, Undecodable};
use super::rejection::Rejection;
use super::response::{Around, Response};
use super::{drive, failure};
use crate::{ApiVersion, DecodeError, Decoded, Decoding, Json, Operation, Test, Wire, condition, decode, wire};
use bytes::Bytes;
use http::StatusCode;
use http::response::Parts;

/// What a call is answered with: any generated type, nothing, or either.
pub trait Reply {
    /// A placeholder that an answer is read into: values are large, and are read where they stay.
    fn blank() -> Self
    where
        Self: Sized;

    /// Reads a body into a placeholder.
    ///
    /// # Errors
    ///
    /// If the body is none of the type; the placeholder is of no use then.
    fn read(&mut self, body: &[u8], options: &Decoding) -> Result<Decoded<()>, DecodeError>;

    /// Whether a condition holds for the value.
    fn meets(&self, tests: &[Test]) -> bool {
        let _ = tests;
        false
    }
}

impl<T: Wire> Reply for T {
    fn blank() -> Self {
        Wire::blank()
    }

    fn read(&mut self, body: &[u8], options: &Decoding) -> Result<Decoded<()>, DecodeError> {
        wire::read(self, decode::utf8(body)?, *options)
    }

    fn meets(&self, tests: &[Test]) -> bool {
        condition::holds(tests, self)
    }
}

impl Reply for () {
    fn blank() -> Self {}

    fn read(&mut self, _body: &[u8], _options: &Decoding) -> Result<Decoded<()>, DecodeError> {
        Ok(NOTHING)
    }
}

impl Reply for Json {
    fn blank() -> Self {
        Self::null()
    }

    fn read(&mut self, body: &[u8], _options: &Decoding) -> Result<Decoded<()>, DecodeError> {
        *self = decode::utf8(body)?.parse()?;
        Ok(NOTHING)
    }
}

/// An answer without a body is none.
impl<T: Reply> Reply for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, body: &[u8], options: &Decoding) -> Result<Decoded<()>, DecodeError> {
        if body.is_empty() { Ok(NOTHING) } else { self.insert(T::blank()).read(body, options) }
    }

    fn meets(&self, tests: &[Test]) -> bool {
        self.as_ref().is_some_and(|value| value.meets(tests))
    }
}

/// A body that has no shape has nothing odd.
const NOTHING: Decoded<()> = Decoded { value: (), anomalies: Vec::new(), version: ApiVersion::NEWEST };

/// What an answer means: a value, or an error.
pub(crate) fn receive<R: Reply>(context: &Context, answer: http::Response<Bytes>) -> Result<Response<R>, Error> {
    // The value is made where it stays; `Box::new` would make it elsewhere, and move it.
    let mut value = Box::write(Box::new_uninit(), R::blank());
    let around = read(context, answer, &mut *value)?;
    Ok(Response { value, around })
}

/// Reads the value of an answer; compiled once for all types.
fn read(context: &Context, answer: http::Response<Bytes>, value: &mut dyn Reply) -> Result<Box<Around>, Error> {
    let (operation, shared) = (context.operation, &context.shared);
    let answer = drive::accept(context, answer)?;
    let options = Decoding::at(shared.version).anomalies(true);
    let anomalies = match value.read(answer.body(), &options) {
        Ok(decoded) => decoded.anomalies,
        Err(cause) => {
            let request_id = failure::request_id(shared.api, answer.headers()).map(str::to_owned);
            let (Parts { status, headers, .. }, body) = answer.into_parts();
            let error = Undecodable { operation, cause, status, headers, body, request_id };
            return Err(Error::Undecodable(Box::new(error)));
        }
    };
    if let Some(meaning) = refused(operation, answer.status(), value) {
        let rejection = Rejection::new(shared.api, operation, shared.version, answer);
        return Err(Error::Rejected(Box::new(Rejection { meaning, ..rejection })));
    }
    if let (Some(hook), false) = (&shared.hook, anomalies.is_empty()) {
        hook(operation, &anomalies);
    }
    let (Parts { status, headers, .. }, body) = answer.into_parts();
    Ok(Box::new(Around { version: shared.version, status, headers, api: shared.api, anomalies, body }))
}

/// The status that says what a body means, where the specification has one.
fn refused(operation: &Operation, status: StatusCode, value: &dyn Reply) -> Option<StatusCode> {
    let reply = operation.replies.iter().find(|reply| reply.status == status.as_u16())?;
    let (meaning, _) = reply.means.iter().find(|(_, tests)| value.meets(tests))?;
    StatusCode::from_u16(*meaning).ok()
}
