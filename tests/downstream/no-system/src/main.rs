//! Calls that are carried by hand, and over a transport of one's own: nothing of it may ask for a clock.

use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use http::{Request, Response, StatusCode};
use juspay_client::http::{BoxFuture, Bytes, Error, Limits, Transport, TransportError};
use juspay_client::versions::V2020_11_20;
use juspay_client::{Client, ClientBuilder};

/// Fails at first, and then answers.
#[derive(Default)]
struct Flaky(AtomicU32);

impl Transport for Flaky {
    fn send(&self, _request: Request<Bytes>, limits: Limits) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        assert_eq!(limits.time, Some(Duration::from_secs(9)));
        let body = Bytes::from_static(br#"{"order_id": "o", "status": "CHARGED", "status_id": 21}"#);
        let first = self.0.fetch_add(1, Ordering::Relaxed) == 0;
        Box::pin(async move { Ok(if first { answer(503, "1", Bytes::new()) } else { answer(200, "", body) }) })
    }

    fn wait(&self, _time: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

fn answer(status: u16, retry_after: &'static str, body: Bytes) -> Response<Bytes> {
    let answer = Response::builder().status(status).header("retry-after", retry_after);
    answer.body(body).expect("an answer")
}

fn builder() -> ClientBuilder<V2020_11_20> {
    let builder = Client::<V2020_11_20>::builder().base_url("https://api.example").merchant_id("shop").api_key("key-1");
    builder.timeout(Duration::from_secs(9))
}

/// The wait that an answer of 429 asks for.
fn asked(retry_after: &'static str) -> Option<u64> {
    let client = builder().build_detached().expect("the settings are fine");
    let call = client.order_status("o").prepare().expect("it is fine");
    match call.receive(answer(429, retry_after, Bytes::new())) {
        Err(Error::Throttled(throttled)) => throttled.retry_after.map(|wait| wait.as_secs()),
        other => panic!("{other:?}"),
    }
}

fn main() {
    assert_eq!(asked("5"), Some(5));
    // How long that is nobody knows here.
    assert_eq!(asked("Sun, 06 Nov 1994 08:49:37 GMT").unwrap_or_default(), 0);
    let client = builder().build_with(Flaky::default()).expect("the settings are fine");
    let call = pin!(client.order_status("o").send());
    let Poll::Ready(answer) = call.poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("it waits for nothing")
    };
    assert_eq!(answer.expect("it is answered").status(), StatusCode::OK);
}
