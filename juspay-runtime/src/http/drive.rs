//! The attempts of a call: what comes after each, the same for all ways of sending.

use super::call::{Context, Draft, may_repeat};
use super::error::{Error, NotSent, NotSentReason, Throttled, UnknownOutcome};
use super::rejection::Rejection;
use super::retry::{Attempt, Outcome, random};
use super::trace::Trace;
use super::transport::{BlockingTransport, Limits, Transport, TransportError, TransportErrorKind};
use super::{clock, date};
use bytes::Bytes;
use http::header::{DATE, RETRY_AFTER};
use http::{HeaderName, Response, StatusCode};
use std::time::{Duration, Instant};

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
        let answer = match drive.limits() {
            Ok(limits) => trace.around(transport.send(request, limits)).await,
            Err(late) => Err(late),
        };
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
        let answer = drive.limits().and_then(|limits| trace.inside(|| transport.send(request, limits)));
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
        let deadline = context.timeout.and_then(|time| clock::now()?.checked_add(time));
        Self { context, draft, number: 0, deadline, sent: false }
    }

    fn begin(&mut self) -> Trace {
        self.number += 1;
        Trace::new(self.context, self.number)
    }

    /// The time that the call has left. Without a clock each attempt has all of it: nobody knows what the others took.
    fn left(&self) -> Option<Duration> {
        match (self.deadline, clock::now()) {
            (Some(deadline), Some(now)) => Some(deadline.saturating_duration_since(now)),
            _ => self.context.timeout,
        }
    }

    /// What the next attempt may take. Where no time is left there is none: whoever sends might say that it was sent.
    fn limits(&self) -> Result<Limits, TransportError> {
        // The first attempt has all the time; asking the clock twice would not make it more exact.
        let time = if self.number == 1 { self.context.timeout } else { self.left() };
        if time.is_some_and(|time| time.is_zero()) {
            return Err(TransportError::not_sent(TransportErrorKind::Timeout));
        }
        Ok(Limits::new(time, self.context.shared.body_limit))
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
    let text = |name: HeaderName| answer.headers().get(name)?.to_str().ok();
    // Of a date the server's own clock is the measure, where it says what it shows: ours may be wrong.
    let now = || text(DATE).and_then(date::seconds_of).or_else(clock::since_1970);
    date::retry_after(text(RETRY_AFTER)?, now)
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

#[cfg(test)]
mod tests {
    use super::retry_after;
    use bytes::Bytes;
    use http::Response;

    #[test]
    fn a_date_is_measured_by_the_clock_that_named_it() {
        let asked = |date: &str| {
            let answer =
                Response::builder().header("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT").header("date", date);
            retry_after(&answer.body(Bytes::new()).unwrap_or_default()).map(|wait| wait.as_secs())
        };
        assert_eq!(asked("Sun, 06 Nov 1994 08:49:37 GMT"), Some(30));
        // Without one it is ours, by which that is long ago.
        assert_eq!(asked("soon"), Some(0));
    }
}
