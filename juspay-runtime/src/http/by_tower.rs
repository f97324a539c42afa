//! Sending with any `tower::Service`.

use super::transport::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};
use bytes::Bytes;
use http::{Request, Response};
use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;
use tower_service::Service;

type Sleep = Arc<dyn Fn(Duration) -> BoxFuture<'static, ()> + Send + Sync>;

/// Sends with a service. It is cloned for every attempt, as services are.
///
/// The time for making a connection is the service's affair.
#[derive(Clone)]
pub struct Tower<S> {
    service: S,
    sleep: Sleep,
}

impl<S> Tower<S> {
    /// Sends with a service. A timer ends calls whose time is up and waits between attempts, such as
    /// `|time| Box::pin(tokio::time::sleep(time))`.
    pub fn new(service: S, sleep: impl Fn(Duration) -> BoxFuture<'static, ()> + Send + Sync + 'static) -> Self {
        Self { service, sleep: Arc::new(sleep) }
    }
}

/// What comes of some work; nothing if the timer ends first.
async fn in_time<T>(work: impl Future<Output = T>, timer: &mut Option<BoxFuture<'static, ()>>) -> Option<T> {
    let mut work = pin!(work);
    poll_fn(|context| match (work.as_mut().poll(context), &mut *timer) {
        (Poll::Ready(done), _) => Poll::Ready(Some(done)),
        (Poll::Pending, Some(timer)) => timer.as_mut().poll(context).map(|()| None),
        (Poll::Pending, None) => Poll::Pending,
    })
    .await
}

impl<S> fmt::Debug for Tower<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tower").finish_non_exhaustive()
    }
}

impl<S, E, F> Transport for Tower<S>
where
    S: Service<Request<Bytes>, Response = Response<Bytes>, Error = E, Future = F> + Clone + Send + Sync + 'static,
    E: Into<Box<dyn StdError + Send + Sync>>,
    F: Future<Output = Result<Response<Bytes>, E>> + Send + 'static,
{
    fn send(&self, request: Request<Bytes>, limits: Limits) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let mut service = self.service.clone();
        let mut timer = limits.time.map(|time| (self.sleep)(time));
        Box::pin(async move {
            let ready = in_time(poll_fn(|context| service.poll_ready(context)), &mut timer).await;
            // Before the call there is no request that could have been sent.
            let ready = ready.ok_or_else(|| TransportError::not_sent(TransportErrorKind::Timeout))?;
            ready.map_err(|error| TransportError::not_sent(TransportErrorKind::Connect).because(error))?;
            let answer = in_time(service.call(request), &mut timer).await;
            let answer = answer.ok_or_else(|| TransportError::maybe_sent(TransportErrorKind::Timeout))?;
            let answer =
                answer.map_err(|error| TransportError::maybe_sent(TransportErrorKind::Other).because(error))?;
            match answer.body().len() > limits.body {
                false => Ok(answer),
                // The status has said no, whatever else there was to say.
                true if answer.status().is_client_error() => Ok(answer.map(|_| Bytes::new())),
                true => Err(TransportError::maybe_sent(TransportErrorKind::TooLarge)),
            }
        })
    }

    fn wait(&self, time: Duration) -> BoxFuture<'_, ()> {
        (self.sleep)(time)
    }
}
