//! What a fault makes of an answer.

use crate::fault::FaultKind;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures_core::Stream;
use indexmap::IndexMap;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

/// The answer with a body as the fault leaves it.
pub(crate) fn spoil(mut response: Response, body: String, fault: &FaultKind) -> Response {
    match fault {
        FaultKind::Truncated {} => {
            let length = HeaderValue::from(body.len());
            response.headers_mut().insert(header::CONTENT_LENGTH, length);
            response.map(|_| Body::from_stream(Pieces::broken(&body)))
        }
        FaultKind::SlowBody { millis } => {
            let pieces = Pieces::slow(&body, Duration::from_millis(*millis));
            response.map(|_| Body::from_stream(pieces))
        }
        FaultKind::UnknownStatus { status } => response.map(|_| set(&body, "status", &status.as_str().into()).into()),
        FaultKind::UnknownField { name, value } => response.map(|_| set(&body, name, value).into()),
        _ => response.map(|_| body.into()),
    }
}

/// The body with a field set; every other value stays as it was written.
fn set(body: &str, name: &str, value: &Value) -> String {
    let fields = serde_json::from_str::<IndexMap<String, Box<RawValue>>>(body);
    let (Ok(mut fields), Ok(value)) = (fields, serde_json::value::to_raw_value(value)) else {
        return body.to_owned();
    };
    fields.insert(name.to_owned(), value);
    serde_json::to_string(&fields).unwrap_or_else(|_| body.to_owned())
}

/// A body that comes in pieces.
struct Pieces {
    rest: VecDeque<Bytes>,
    pause: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
    end: End,
}

/// How a body ends.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Whole,
    /// It breaks off, but what there is of it has to be sent before: an error overtakes what only waits to be sent.
    Sends,
    Breaks,
}

impl Pieces {
    /// Half of a body, and then an error, which ends the connection.
    fn broken(body: &str) -> Self {
        let half = body.as_bytes().get(..body.len() / 2).unwrap_or_default();
        Self {
            rest: VecDeque::from([Bytes::copy_from_slice(half)]),
            pause: Duration::ZERO,
            waiting: None,
            end: End::Sends,
        }
    }

    /// A body in pieces of 64 bytes, with a pause before each.
    fn slow(body: &str, pause: Duration) -> Self {
        let rest = body.as_bytes().chunks(64).map(Bytes::copy_from_slice).collect();
        Self { rest, pause, waiting: None, end: End::Whole }
    }
}

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        if !self.pause.is_zero() {
            let pause = self.pause;
            let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep(pause)));
            if waiting.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
            self.waiting = None;
        }
        if let Some(piece) = self.rest.pop_front() {
            return Poll::Ready(Some(Ok(piece)));
        }
        match self.end {
            End::Whole => Poll::Ready(None),
            End::Sends => {
                self.end = End::Breaks;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            End::Breaks => {
                self.end = End::Whole;
                Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
            }
        }
    }
}
