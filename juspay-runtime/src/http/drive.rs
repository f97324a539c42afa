//! The attempts of a call: what comes after each, the same for all ways of sending.

use super::call::{Context, Draft, may_repeat};
use super::date;
use super::error::{Error, NotSent, NotSentReason, Throttled, UnknownOutcome};
use super::rejection::Rejection;
use super::retry::{Attempt, Outcome, random};
use super::trace::Trace;
use super::transport::{BlockingTransport, Limits, Transport, TransportError, TransportErrorKind};
use bytes::Bytes;
use http::header::RETRY_AFTER;
use http::{Response, StatusCode};
use std::time::{Duration, Instant, SystemTime};

type Answer = Result<Response<Bytes>, TransportError>;

pub(crate) async fn send(
    transport: &dyn Transport,
    context: &Context,
    draft: &Draft,
) -> Result<Response<Bytes>, Error> {
    let mut drive = Drive::new(context, draft);
    loop {
        let request = context.request(draft)?;
        let trace = drive.begin();
        let answer = trace.around(transport.send(request, drive.limits())).await;
        match drive.after(answer, &trace) {
            Next::Answer(answer) => return Ok(answer),
            Next::Fail(error) => return Err(error),
            Next::Wait(time) => transport.wait(time).await,
        }
    }
}

pub(crate) fn send_blocking(
    transport: &dyn BlockingTransport,
    context: &Context,
    draft: &Draft,
) -> Result<Response<Bytes>, Error> {
    let mut drive = Drive::new(context, draft);
    loop {
        let request = context.request(draft)?;
        let trace = drive.begin();
        let answer = trace.inside(|| transport.send(request, drive.limits()));
        match drive.after(answer, &trace) {
            Next::Answer(answer) => return Ok(answer),
            Next::Fail(error) => return Err(error),
            Next::Wait(time) => transport.wait(time),
        }
    }
}

/// What comes after an attempt.
enum Next {
    Answer(Response<Bytes>),
    Fail(Error),
    Wait(Duration),
}

struct Drive<'a> {
    context: &'a Context,
    draft: &'a Draft,
    number: u32,
    deadline: Option<Instant>,
    /// Whether an earlier attempt may have been carried out.
    sent: bool,
}

impl<'a> Drive<'a> {
    fn new(context: &'a Context, draft: &'a Draft) -> Self {
        let deadline = context.timeout.and_then(|time| Instant::now().checked_add(time));
        Self { context, draft, number: 0, deadline, sent: false }
    }

    fn begin(&mut self) -> Trace {
        self.number += 1;
        Trace::new(self.context, self.number)
    }

    fn left(&self) -> Option<Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()))
    }

    fn limits(&self) -> Limits {
        // The first attempt has all the time; asking the clock twice would not make it more exact.
        let time = if self.number == 1 { self.context.timeout } else { self.left() };
        Limits::new(time, self.context.shared.body_limit)
    }

    fn after(&mut self, answer: Answer, trace: &Trace) -> Next {
        trace.end(answer.as_ref().map(Response::status));
        let (outcome, sent) = match answer {
            Ok(answer) if answer.status().is_success() => {
                self.context.shared.budget.refill();
                return Next::Answer(answer);
            }
            Ok(ref answer) => (refusal(answer), answer.status().is_server_error()),
            Err(ref error) => (lost(error), error.may_have_been_sent()),
        };
        let doubt = self.sent;
        self.sent |= sent;
        if let Some(wait) = self.wait(outcome) {
            return Next::Wait(wait);
        }
        Next::Fail(match answer {
            Ok(answer) => reject(self.context, answer, doubt),
            Err(error) => self.failure(error),
        })
    }

    /// How long to wait before the next attempt, if there is to be one.
    fn wait(&self, outcome: Outcome) -> Option<Duration> {
        let (number, may_repeat, shared) = (self.number, may_repeat(self.draft), &self.context.shared);
        let wait = shared.retry.next(&Attempt { number, outcome, may_repeat, random: random() })?;
        let in_time = self.left().is_none_or(|left| wait < left);
        (in_time && shared.budget.take()).then_some(wait)
    }

    fn failure(&self, cause: TransportError) -> Error {
        let operation = self.context.operation;
        if self.sent {
            return Error::Unknown(Box::new(UnknownOutcome { operation, cause, attempts: self.number }));
        }
        Error::NotSent(Box::new(NotSent { operation, reason: NotSentReason::Connection(cause) }))
    }
}

fn lost(error: &TransportError) -> Outcome {
    match (error.may_have_been_sent(), error.kind()) {
        (false, TransportErrorKind::Untrusted) => Outcome::Untrusted,
        (false, _) => Outcome::NoConnection,
        (true, TransportErrorKind::Timeout | TransportErrorKind::TooLarge) => Outcome::TimedOut,
        (true, _) => Outcome::Lost,
    }
}

fn refusal(answer: &Response<Bytes>) -> Outcome {
    let after = retry_after(answer);
    match answer.status() {
        StatusCode::TOO_MANY_REQUESTS => Outcome::Throttled { after },
        status => Outcome::Answered { status: status.as_u16(), after },
    }
}

fn retry_after(answer: &Response<Bytes>) -> Option<Duration> {
    let value = answer.headers().get(RETRY_AFTER)?.to_str().ok()?;
    date::retry_after(value, SystemTime::now())
}

/// An answer that says yes, as far as its status tells.
pub(crate) fn accept(context: &Context, answer: Response<Bytes>) -> Result<Response<Bytes>, Error> {
    if answer.status().is_success() { Ok(answer) } else { Err(reject(context, answer, false)) }
}

fn reject(context: &Context, answer: Response<Bytes>, doubt: bool) -> Error {
    let retry_after = retry_after(&answer);
    let rejection = Rejection::new(context.shared.api, context.operation, context.shared.version, answer);
    let rejection = Rejection { doubt, ..rejection };
    if rejection.status == StatusCode::TOO_MANY_REQUESTS {
        return Error::Throttled(Box::new(Throttled { rejection, retry_after }));
    }
    Error::Rejected(Box::new(rejection))
}
