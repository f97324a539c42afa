//! Ways of sending that write down how long they were to wait, and do not wait.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::{Request, Response};
use juspay_runtime::http::{BlockingTransport, BoxFuture, Bytes, Limits, Reqwest, Transport, TransportError, Ureq};

/// The waits that there were to be.
#[derive(Clone, Default)]
pub(crate) struct Waits(Arc<Mutex<Vec<Duration>>>);

impl Waits {
    fn add(&self, time: Duration) {
        self.0.lock().expect("nobody panicked").push(time);
    }

    pub(crate) fn all(&self) -> Vec<Duration> {
        self.0.lock().expect("nobody panicked").clone()
    }
}

/// A way of sending that writes down its waits.
pub(crate) struct Recorded<T> {
    pub(crate) inner: T,
    pub(crate) waits: Waits,
}

impl<T: Transport> Transport for Recorded<T> {
    fn send(&self, request: Request<Bytes>, limits: Limits) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        self.inner.send(request, limits)
    }

    fn wait(&self, time: Duration) -> BoxFuture<'_, ()> {
        self.waits.add(time);
        Box::pin(std::future::ready(()))
    }
}

impl<T: BlockingTransport> BlockingTransport for Recorded<T> {
    fn send(&self, request: Request<Bytes>, limits: Limits) -> Result<Response<Bytes>, TransportError> {
        self.inner.send(request, limits)
    }

    fn wait(&self, time: Duration) {
        self.waits.add(time);
    }
}

/// reqwest as the client sets it up.
pub(crate) fn by_reqwest() -> Reqwest {
    let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).retry(reqwest::retry::never());
    builder.no_proxy().build().expect("a client").into()
}

/// ureq as the client sets it up.
pub(crate) fn by_ureq() -> Ureq {
    let config =
        ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).max_redirects_will_error(false);
    config.proxy(None).build().new_agent().into()
}
