//! The client over other ways of sending: blocking, over a service, and by hand.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test ends where it fails")]

use std::future::{Pending, Ready, pending, ready};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response};
use juspay_client::orders::{CreateOrder, Order};
use juspay_client::txns::CaptureTxn;
use juspay_client::versions::V2020_11_20;
use juspay_client::{Client, ClientBuilder};
use juspay_runtime::Amount;
use juspay_runtime::http::{Blocking, Bytes, Error, RetryPolicy, Tower};
use juspay_tests::server::{Server, Step};

const ORDER: &str = r#"{"order_id": "ord-1", "status": "NEW", "status_id": 10}"#;

fn told(url: &str) -> ClientBuilder<V2020_11_20> {
    let policy = RetryPolicy::DEFAULT.waits(Duration::from_millis(5), Duration::from_millis(20));
    Client::builder().base_url(url).api_key("key-1").merchant_id("shop").retry(policy)
}

fn blocking(server: &Server) -> Client<V2020_11_20, Blocking> {
    told(&server.url).build_blocking().expect("the settings are fine")
}

fn order() -> CreateOrder {
    CreateOrder::new("ord-1", "10".parse::<Amount>().expect("an amount"))
}

#[test]
fn blocking_calls_are_answered() {
    let server = Server::start(vec![Step::json(200, ORDER)]);
    let client = blocking(&server);
    assert_eq!(client.create_order(order()).send().expect("it is answered").order_id, "ord-1");
    assert_eq!(client.order_status("a b").send().expect("it is answered").order_id, "ord-1");
    let seen = server.seen();
    assert_eq!((seen[0].body.as_str(), seen[0].header("version")), ("order_id=ord-1&amount=10", Some("2020-11-20")));
    assert_eq!(seen[0].header("authorization"), Some("Basic a2V5LTE6"));
    assert_eq!((seen[1].target.as_str(), seen[1].header("content-type")), ("/orders/a%20b", None));
    client.void_txn("t").send().expect("it is answered");
    let lengths =
        server.seen().pop().expect("it came").headers.into_iter().filter(|(name, _)| name == "content-length");
    assert_eq!(lengths.map(|(_, value)| value).collect::<Vec<_>>(), ["0"]);
}

#[test]
fn blocking_calls_are_repeated_and_refused_by_the_same_rules() {
    let wait = Step::Answer(429, vec![("retry-after", "0".into())], String::new());
    let server = Server::start(vec![
        wait,
        Step::json(500, "{}"),
        Step::json(200, ORDER),
        Step::Hang,
        Step::json(401, "{}"),
        Step::json(302, "{}"),
        Step::Cut(ORDER.into()),
    ]);
    let client = blocking(&server);
    client.order_status("o").send().expect("the third attempt is answered");
    let error = client.capture_txn("t", CaptureTxn::new()).send().expect_err("the connection broke");
    assert!(matches!(error, Error::Unknown(_)), "{error}");
    assert_eq!(server.seen().len(), 4);
    for _ in 0..2 {
        assert!(matches!(client.order_status("o").send(), Err(Error::Rejected(_))));
    }
    let error = client.capture_txn("t", CaptureTxn::new()).send().expect_err("the answer was cut off");
    assert!(matches!(error, Error::Unknown(_)), "{error}");
    assert_eq!(server.seen().len(), 7);
}

#[test]
fn blocking_calls_end_in_time() {
    let server = Server::start(vec![Step::Slow(Duration::from_secs(3), ORDER.into())]);
    let call = blocking(&server).create_order(order()).timeout(Duration::from_millis(200));
    let Err(Error::Unknown(unknown)) = call.send() else { panic!("too slow") };
    assert!(unknown.is_timeout(), "{unknown}");
}

#[tokio::test]
async fn what_found_no_connection_in_its_time_was_not_sent() {
    // Nobody takes part in what is agreed on before anything is sent.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let url = format!("https://{}", listener.local_addr().expect("the port is known"));
    let told = told(&url).timeout(Duration::from_secs(2));
    let client = told.clone().build().expect("the settings are fine");
    let blocking = told.build_blocking().expect("the settings are fine");
    let calls = tokio::task::spawn_blocking(move || blocking.capture_txn("t", CaptureTxn::new()).send());
    for answer in [client.capture_txn("t", CaptureTxn::new()).send().await, calls.await.expect("it does not panic")] {
        let error = answer.map(|_| ()).expect_err("nobody answers");
        assert_eq!(error.to_string(), "capture_txn: not sent: time ran out");
    }
}

#[tokio::test]
async fn a_no_is_one_though_its_words_are_lost() {
    let server = Server::start(vec![Step::json(400, ORDER), Step::json(404, ORDER), Step::json(200, ORDER)]);
    let told = told(&server.url).body_limit(10);
    let client = told.clone().build().expect("the settings are fine");
    let blocking = told.build_blocking().expect("the settings are fine");
    let refused = client.capture_txn("t", CaptureTxn::new()).send().await.map(|_| ()).expect_err("it is refused");
    assert_eq!(refused.to_string(), "capture_txn: answered 400");
    let refused = blocking.capture_txn("t", CaptureTxn::new()).send().map(|_| ()).expect_err("it is refused");
    assert!(refused.is_not_found() && !refused.may_have_happened(), "{refused}");
    for answer in [client.order_status("o").send().await, blocking.order_status("o").send()] {
        let text = "order_status: sent, but no answer came: the answer is greater than allowed";
        assert_eq!(answer.map(|_| ()).expect_err("it is too large").to_string(), text);
    }
}

#[tokio::test]
async fn a_call_without_time_is_not_sent() {
    let server = Server::start(vec![Step::json(200, ORDER)]);
    let told = told(&server.url).timeout(Duration::ZERO);
    let client = told.clone().build().expect("the settings are fine");
    let blocking = told.build_blocking().expect("the settings are fine");
    for answer in [client.order_status("o").send().await, blocking.order_status("o").send()] {
        assert_eq!(answer.map(|_| ()).expect_err("too late").to_string(), "order_status: not sent: time ran out");
    }
    assert!(server.seen().is_empty());
}

#[test]
fn what_has_no_address_is_not_sent() {
    // A name with an empty label is looked up nowhere.
    let client = told("https://nobody..example").retry(RetryPolicy::never()).build_blocking();
    let Err(error) = client.expect("the settings are fine").order_status("o").send() else { panic!("nobody is there") };
    assert_eq!(error.to_string(), "order_status: not sent: no connection could be made");
}

#[test]
fn times_without_end_are_times() {
    let server = Server::start(vec![Step::json(200, ORDER), Step::json(200, ORDER)]);
    let told = told(&server.url).timeout(Duration::MAX).connect_timeout(Duration::MAX);
    let client = told.build_blocking().expect("the settings are fine");
    for time in [Duration::MAX, Duration::from_secs(u64::MAX / 4)] {
        client.order_status("o").timeout(time).send().expect("it is answered");
    }
}

#[test]
fn nobody_there_is_not_sent_either() {
    let client =
        told("http://127.0.0.1:9").retry(RetryPolicy::never()).build_blocking().expect("the settings are fine");
    let Err(error) = client.order_status("o").send() else { panic!("nobody is there") };
    assert_eq!(error.to_string(), "order_status: not sent: no connection could be made");
}

/// A service that answers the second call.
#[derive(Clone, Default)]
struct Second(Arc<Mutex<u32>>);

impl tower_service::Service<Request<Bytes>> for Second {
    type Response = Response<Bytes>;
    type Error = std::io::Error;
    type Future = Ready<Result<Response<Bytes>, std::io::Error>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), std::io::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _request: Request<Bytes>) -> Self::Future {
        let mut calls = self.0.lock().expect("nobody panicked");
        *calls += 1;
        ready(if *calls == 1 {
            Err(std::io::Error::other("lost"))
        } else {
            Ok(Response::new(Bytes::from_static(ORDER.as_bytes())))
        })
    }
}

#[tokio::test]
async fn a_service_is_a_way_of_sending() {
    let service = Second::default();
    let transport = Tower::new(service.clone(), |time| Box::pin(tokio::time::sleep(time)));
    let client = told("https://api.example").build_with(transport).expect("the settings are fine");
    assert_eq!(client.order_status("o").send().await.expect("the second attempt is answered").order_id, "ord-1");
    assert_eq!(*service.0.lock().expect("nobody panicked"), 2);
}

/// A service that answers all with a status and a body.
#[derive(Clone)]
struct Says(u16);

impl tower_service::Service<Request<Bytes>> for Says {
    type Response = Response<Bytes>;
    type Error = std::io::Error;
    type Future = Ready<Result<Response<Bytes>, std::io::Error>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _request: Request<Bytes>) -> Self::Future {
        let answer = Response::builder().status(self.0).body(Bytes::from_static(ORDER.as_bytes()));
        ready(answer.map_err(std::io::Error::other))
    }
}

#[tokio::test]
async fn what_a_service_says_has_its_limits() {
    for (status, expected) in [
        (404, "order_status: answered 404"),
        (200, "order_status: sent, but no answer came: the answer is greater than allowed"),
    ] {
        let transport = Tower::new(Says(status), |time| Box::pin(tokio::time::sleep(time)));
        let client = told("https://api.example").body_limit(10).build_with(transport).expect("the settings are fine");
        let error = client.order_status("o").send().await.map(|_| ()).expect_err("too much is said");
        assert_eq!(error.to_string(), expected);
    }
}

/// A service that never answers, or is never ready to.
#[derive(Clone)]
struct Never {
    ready: bool,
}

impl tower_service::Service<Request<Bytes>> for Never {
    type Response = Response<Bytes>;
    type Error = std::io::Error;
    type Future = Pending<Result<Response<Bytes>, std::io::Error>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), std::io::Error>> {
        if self.ready { Poll::Ready(Ok(())) } else { Poll::Pending }
    }

    fn call(&mut self, _request: Request<Bytes>) -> Self::Future {
        pending()
    }
}

#[tokio::test]
async fn calls_over_a_service_end_in_time() {
    for (ready, why) in [(true, "order_status: sent, but no answer came"), (false, "order_status: not sent")] {
        let transport = Tower::new(Never { ready }, |time| Box::pin(tokio::time::sleep(time)));
        let client = told("https://api.example").retry(RetryPolicy::never()).build_with(transport);
        let call = client.expect("the settings are fine").order_status("o").timeout(Duration::from_millis(20));
        let answer = tokio::time::timeout(Duration::from_secs(30), call.send()).await.expect("it ends by itself");
        assert_eq!(answer.expect_err("nobody answers").to_string(), format!("{why}: time ran out"));
    }
}

#[test]
fn a_call_can_be_carried_by_hand() {
    let client = told("https://api.example/v1").build_detached().expect("the settings are fine");
    let prepared = client.create_order(order()).prepare().expect("it is fine");
    assert_eq!(prepared.request().uri(), "https://api.example/v1/orders");
    assert_eq!(prepared.request().body(), "order_id=ord-1&amount=10");
    assert!(prepared.may_repeat() && !format!("{:?}", prepared.request().headers()).contains("a2V5"));
    let order: Order<V2020_11_20> =
        prepared.receive(Response::new(Bytes::from_static(ORDER.as_bytes()))).expect("it says yes").into_inner();
    assert_eq!(order.order_id, "ord-1");
    let no = Response::builder().status(400).body(Bytes::from_static(b"no")).expect("an answer");
    assert!(matches!(prepared.receive(no), Err(Error::Rejected(_))));
}
