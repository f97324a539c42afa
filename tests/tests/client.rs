//! The client over real sockets, without blocking.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test ends where it fails")]

use std::net::TcpListener;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use juspay_client::orders::{CreateOrder, CreateOrderGateway, OrderType};
use juspay_client::refunds::RefundOrder;
use juspay_client::session::CreateSession;
use juspay_client::txns::{CaptureTxn, StartTxn, TxnFormat};
use juspay_client::versions::{Dynamic, V2020_11_20, VBase};
use juspay_client::{Client, ClientBuilder, Environment, Wire};
use juspay_runtime::http::{Error, Fault, NotSentReason, RejectionKind, RetryPolicy};
use juspay_runtime::{Amount, ApiVersion, Version};
use juspay_tests::server::{Server, Step};

const ORDER: &str = r#"{"order_id": "ord-1", "status": "CHARGED", "status_id": 21, "amount": 100.10}"#;

fn told<V: Version>(server: &Server) -> ClientBuilder<V> {
    let policy = RetryPolicy::DEFAULT.waits(Duration::from_millis(5), Duration::from_millis(20));
    Client::<V>::builder().base_url(&server.url).api_key("key-1").merchant_id("shop").retry(policy)
}

fn client(server: &Server) -> Client<V2020_11_20> {
    told(server).build().expect("the settings are fine")
}

fn amount(text: &str) -> Amount {
    text.parse().expect("an amount")
}

#[tokio::test]
async fn an_order_is_created_and_looked_up() {
    let server = Server::start(vec![Step::Answer(200, vec![("x-response-id", "r-7".into())], ORDER.into())]);
    let client = told::<V2020_11_20>(&server).routing_id("cust-1").build().expect("the settings are fine");
    let created =
        client.create_order(CreateOrder::new("ord-1", amount("100.10"))).send().await.expect("it is answered");
    assert_eq!(created.amount.map(|amount| amount.to_string()).as_deref(), Some("100.10"));
    assert_eq!((created.status().as_u16(), created.request_id()), (200, Some("r-7")));
    assert!(created.anomalies().is_empty() && !created.body().is_empty());

    let parameters = juspay_client::client::OrderStatusParameters::new().add_full_gateway_response(true);
    client
        .order_status("../x?y")
        .with(parameters)
        .header("x-routing-id", "cust-2")
        .send()
        .await
        .expect("it is answered");

    let seen = server.seen();
    assert_eq!((seen[0].method.as_str(), seen[0].target.as_str()), ("POST", "/orders"));
    assert_eq!(seen[0].body, "order_id=ord-1&amount=100.10");
    assert_eq!(seen[0].header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(seen[0].header("authorization"), Some("Basic a2V5LTE6"));
    assert_eq!(seen[0].header("version"), Some("2020-11-20"));
    assert_eq!((seen[0].header("x-merchantid"), seen[0].header("x-routing-id")), (Some("shop"), Some("cust-1")));
    assert_eq!(seen[1].target, "/orders/..%2Fx%3Fy?options.add_full_gateway_response=true");
    assert_eq!((seen[1].header("content-type"), seen[1].header("x-routing-id")), (None, Some("cust-2")));
}

#[tokio::test]
async fn versions_go_into_a_header_and_the_oldest_has_none() {
    let server = Server::start(vec![Step::json(200, ORDER)]);
    let oldest = told::<VBase>(&server).build().expect("the settings are fine");
    oldest.order_status("a").send().await.expect("it is answered");
    let date = ApiVersion::literal(2019, 1, 1);
    let chosen = told::<Dynamic>(&server).version(date).build().expect("the settings are fine");
    assert_eq!(chosen.order_status("a").send().await.expect("it is answered").version(), date);
    let seen = server.seen();
    assert_eq!((seen[0].header("version"), seen[1].header("version")), (None, Some("2019-01-01")));
}

#[tokio::test]
async fn bodies_are_written_as_the_api_reads_them() {
    let server = Server::start(vec![
        Step::json(200, ORDER),
        Step::json(200, r#"{"order_id": "o", "status": "NEW"}"#),
        Step::json(200, r#"{"order_id": "o", "txn_id": "t", "status": "PENDING_VBV"}"#),
        Step::json(200, ORDER),
    ]);
    let client = client(&server);
    let mut order = CreateOrder::new("o", amount("1"));
    let mut metadata = juspay_client::orders::CreateOrderMetadata::new();
    metadata.razorpay_notes_cust_id = Some("a&b".into());
    metadata.other.insert("my=own", "1".to_owned());
    order.metadata = Some(metadata);
    order.order_type = Some(OrderType::from("TPV_PAYMENT"));
    let mut account = juspay_client::orders::BankAccount::new();
    account.bank_account_number = Some("12".into());
    order.bank_account_details = vec![account].into();
    client.create_order(&order).send().await.expect("it is answered");
    let session = CreateSession::new("o", amount("2.50"), "c", "shop", "paymentPage".into());
    client.create_session(session).send().await.expect("it is answered");
    let txn = StartTxn::new("shop", "o", "CARD".into(), TxnFormat::from("json"));
    client.start_txn(txn).send().await.expect("it is answered");
    client.void_txn("t/1").send().await.expect("it is answered");
    let seen = server.seen();
    assert_eq!(
        seen[0].body,
        "order_id=o&amount=1&order_type=TPV_PAYMENT&metadata.RAZORPAY%3Anotes%5Bcust_id%5D=a%26b\
         &metadata.bank_account_details=%5B%7B%22bank_account_number%22%3A%2212%22%7D%5D\
         &metadata.my%3Down=1"
    );
    assert_eq!(seen[1].header("content-type"), Some("application/json"));
    assert!(seen[1].body.contains(r#""amount":"2.50""#), "{}", seen[1].body);
    // Starting a payment takes no key, so none is sent.
    assert_eq!((seen[2].target.as_str(), seen[2].header("authorization")), ("/txns", None));
    assert_eq!((seen[3].target.as_str(), seen[3].body.as_str()), ("/v2/txns/t%2F1/void", ""));
    assert_eq!(seen[3].header("content-length"), Some("0"));
}

#[tokio::test]
async fn everything_wrong_is_said_before_anything_is_sent() {
    let server = Server::start(vec![Step::json(200, ORDER)]);
    let client = client(&server);
    let mut order = CreateOrder::new("o", amount("1.999"));
    order.return_url = Some("https://shop.example/?a=1".into());
    order.order_type = Some(OrderType::from("TPV_PAYMENT"));
    let error = client.create_order(order.for_gateway(CreateOrderGateway::Ebs)).send().await.expect_err("it is wrong");
    let Error::NotSent(not_sent) = &error else { panic!("{error}") };
    let NotSentReason::Invalid(faults) = &not_sent.reason else { panic!("{error}") };
    let needed = faults.iter().filter(|fault| matches!(fault, Fault::Needed { by: "EBS", .. })).count();
    assert!(needed > 10, "{error}");
    let text = error.to_string();
    for part in [
        "amount: at most 2 decimals",
        "return_url: no query",
        "metadata.bank_account_details: needed",
        "customer_email: EBS needs it",
    ] {
        assert!(text.contains(part), "{text}");
    }
    assert!(!text.contains('\n') && !text.contains("shop.example") && !error.may_have_happened());
    // `unwrap` shows which call it was, and not all that is known of it.
    let shown = format!("{error:?}");
    assert!(shown.contains(r#"Operation { name: "create_order", method: "POST", path: "/orders", .. }"#), "{shown}");

    // What breaks a rule may stand deep in a field that has none itself.
    let mut order = CreateOrder::new("", amount("0.5")).with_currency("INR").with_udf10("x".repeat(256));
    let mut metadata = juspay_client::orders::CreateOrderMetadata::new();
    metadata.subvention_amount = Some(amount("1.234"));
    metadata.other.insert("webhook_url", "https://shop.example".to_owned());
    order.metadata = Some(metadata);
    let faults: Vec<String> = order.check().iter().map(ToString::to_string).collect();
    let expected = [
        "order_id: not empty",
        "amount: at least 1",
        "metadata.subvention_amount: at most 2 decimals",
        "udf10: at most 255 characters",
        "metadata.webhook_url: has a field of its own",
    ];
    assert_eq!(faults, expected);

    for id in ["", ".", ".."] {
        assert!(matches!(client.order_status(id).send().await, Err(Error::NotSent(_))));
    }
    let error =
        client.order_status("o").header("x-routing-id", "a\r\nevil: 1").send().await.expect_err("it would inject");
    assert!(matches!(error, Error::NotSent(_)));
    for header in ["authorization", "Host", "version"] {
        assert!(matches!(client.order_status("o").header(header, "x").send().await, Err(Error::NotSent(_))));
    }
    assert!(server.seen().is_empty());
}

#[test]
fn everything_wrong_with_settings_is_said_at_once() {
    let error =
        Client::<Dynamic>::builder().base_url("http://api.example").api_key("a b\n").build().expect_err("all wrong");
    let named: Vec<&str> = error.problems().map(|(what, _)| what).collect();
    assert_eq!(named, ["base_url", "api-key", "x-merchantid", "version"]);
    assert!(!error.to_string().contains("a b"));
    for (id, why) in [
        ("", "x-merchantid is empty; every call needs it"),
        ("a\nb", "x-merchantid holds characters that headers do not have"),
    ] {
        let told = Client::<VBase>::builder().environment(Environment::Sandbox).merchant_id(id);
        assert_eq!(told.build().expect_err("nobody").to_string(), why);
    }
    let error = Client::<VBase>::builder()
        .environment(Environment::Sandbox)
        .api_key_from_env("NO_SUCH_VARIABLE")
        .merchant_id("m");
    assert_eq!(error.build().expect_err("no key").to_string(), "NO_SUCH_VARIABLE is not set in the environment");
    let sendable = |_: &(dyn Send + Sync)| ();
    sendable(
        &Client::<VBase>::builder().environment(Environment::Production).merchant_id("m").build().expect("no key yet"),
    );
}

#[tokio::test]
async fn a_client_without_a_key_sends_nothing() {
    let server = Server::start(vec![Step::json(200, ORDER)]);
    let client =
        Client::<VBase>::builder().base_url(&server.url).merchant_id("m").build().expect("the settings are fine");
    let error = client.order_status("o").send().await.expect_err("no key");
    assert_eq!(error.to_string(), "order_status: not sent: the client has no key for api-key");
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn rejections_say_what_the_body_says() {
    let standard = r#"{"status": "error", "error_code": "access_denied", "error_info": {"request_id": "abc", "user_message": "u"}}"#;
    let server = Server::start(vec![
        Step::json(401, standard),
        Step::json(404, r#"{"status": "error", "error_code": "order_not_found", "error_message": "no 9876543210"}"#),
        Step::json(400, r#"{"type": "INVALID_REQUEST_ERROR", "code": "x.y", "message": "m", "session_id": "s"}"#),
        Step::Answer(502, vec![], "<html>Bad gateway of 9876543210</html>".into()),
        Step::json(302, "{}"),
        Step::json(200, r#"{"status": "NOT_FOUND", "status_id": 40, "order_id": "o"}"#),
    ]);
    let client = told::<V2020_11_20>(&server).retry(RetryPolicy::never()).build().expect("the settings are fine");
    let mut errors = Vec::new();
    for _ in 0..6 {
        errors.push(client.order_status("o").send().await.expect_err("it says no"));
    }
    let kinds: Vec<_> =
        errors.iter().map(|error| error.rejection().map(|it| (it.kind(), it.family(), it.code()))).collect();
    assert_eq!(
        kinds,
        [
            Some((RejectionKind::Unauthenticated, Some("standard"), Some("access_denied"))),
            Some((RejectionKind::NotFound, Some("legacy"), Some("order_not_found"))),
            Some((RejectionKind::BadRequest, Some("mandate"), Some("x.y"))),
            Some((RejectionKind::Server, None, None)),
            Some((RejectionKind::Other, None, None)),
            Some((RejectionKind::NotFound, Some("bare"), Some("NOT_FOUND"))),
        ]
    );
    assert_eq!(
        errors[0].to_string(),
        "order_status: answered 401, access_denied (request abc); check the key, that it belongs to this environment and \
         merchant, and that it was not revoked"
    );
    assert_eq!(
        (errors[0].request_id(), errors[0].rejection().and_then(|it| it.user_message())),
        (Some("abc"), Some("u"))
    );
    assert!(errors[1].is_not_found() && errors[5].is_not_found() && !errors[3].is_not_found());
    let body: juspay_client::errors::ErrorBody = errors[1].rejection().expect("a rejection").json().expect("JSON");
    assert_eq!(body.error_message.as_deref(), Some("no 9876543210"));
    assert!(errors[3].rejection().is_some_and(|it| it.body().starts_with(b"<html>")));
    for error in &errors {
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("9876543210") && !shown.contains('\n'), "{shown}");
    }
}

#[tokio::test]
async fn reads_and_keyed_writes_are_repeated() {
    let soon = || Step::Answer(429, vec![("retry-after", "0".into())], String::new());
    let server = Server::start(vec![
        soon(),
        Step::json(500, "{}"),
        Step::json(200, ORDER),
        Step::Hang,
        Step::json(200, ORDER),
        Step::Cut(ORDER.into()),
        Step::json(200, ORDER),
    ]);
    let client = client(&server);
    client.order_status("o").send().await.expect("the third attempt is answered");
    assert_eq!(server.seen().len(), 3);
    client.create_order(CreateOrder::new("o", amount("1"))).send().await.expect("the order id makes it safe");
    assert_eq!(server.seen().len(), 5);
    client.refund_order("o", RefundOrder::new("r-1")).send().await.expect("the request id makes it safe");
    let seen = server.seen();
    assert_eq!(seen.len(), 7);
    // Each attempt is made anew, and they are the same.
    for (one, other) in [(0, 1), (1, 2), (3, 4), (5, 6)] {
        let [one, other] = [one, other].map(|at: usize| (&seen[at].target, &seen[at].headers, &seen[at].body));
        assert_eq!(one, other);
    }
}

#[tokio::test]
async fn a_write_that_cannot_be_recognised_is_sent_once() {
    let server = Server::start(vec![Step::Hang, Step::json(503, "{}"), Step::json(429, "{}")]);
    let client = client(&server);
    let capture = || client.capture_txn("t", CaptureTxn::new()).send();
    let error = capture().await.expect_err("the connection broke");
    assert!(matches!(error, Error::Unknown(_)) && error.may_have_happened());
    assert!(error.to_string().ends_with("ask for the status before sending it again"), "{error}");
    assert_eq!(server.seen().len(), 1);
    let error = capture().await.expect_err("the server failed");
    assert!(matches!(error, Error::Rejected(_)) && error.may_have_happened());
    assert_eq!(server.seen().len(), 2);
    let error = capture().await.expect_err("throttled");
    assert!(matches!(error, Error::Throttled(_)) && !error.may_have_happened());
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn a_long_wait_is_not_waited_for() {
    let server = Server::start(vec![Step::Answer(429, vec![("retry-after", "3600".into())], String::new())]);
    let begin = Instant::now();
    let error = client(&server).order_status("o").send().await.expect_err("throttled");
    assert!(begin.elapsed() < Duration::from_secs(5));
    let Error::Throttled(throttled) = &error else { panic!("{error}") };
    assert_eq!(throttled.retry_after, Some(Duration::from_secs(3600)));
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn time_runs_out() {
    let server = Server::start(vec![Step::Slow(Duration::from_secs(3), ORDER.into())]);
    let begin = Instant::now();
    let call = client(&server).create_order(CreateOrder::new("o", amount("1"))).timeout(Duration::from_millis(200));
    let error = call.send().await.expect_err("too slow");
    assert!(begin.elapsed() < Duration::from_secs(2));
    let Error::Unknown(unknown) = &error else { panic!("{error}") };
    assert!(unknown.is_timeout() && unknown.attempts == 1, "{error}");
    assert!(error.to_string().contains("send it again with the same order_id"), "{error}");
}

#[tokio::test]
async fn nobody_there_is_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let url = format!("http://{}", listener.local_addr().expect("the port is known"));
    drop(listener);
    let client = Client::<VBase>::builder().base_url(&url).api_key("k").merchant_id("m").retry(RetryPolicy::never());
    let error =
        client.build().expect("the settings are fine").order_status("o").send().await.expect_err("nobody there");
    assert_eq!(error.to_string(), "order_status: not sent: no connection could be made");
}

#[tokio::test]
async fn what_cannot_be_read_says_where() {
    let server = Server::start(vec![
        Step::json(200, r#"{"order_id": "o", "status": "NEW", "refunds": [{"amount": "9876543210x"}]}"#),
        Step::Answer(200, vec![], "<html>".into()),
        Step::json(200, r#"{"order_id": "o""#),
        Step::json(200, &format!("\"{}\"", "x".repeat(5000))),
    ]);
    let client = told::<V2020_11_20>(&server).body_limit(2000).build().expect("the settings are fine");
    let error = client.order_status("o").send().await.expect_err("no amount");
    let Error::Undecodable(undecodable) = &error else { panic!("{error}") };
    assert_eq!((undecodable.path(), undecodable.status.as_u16()), ("refunds[0].amount", 200));
    assert!(!format!("{error} {error:?}").contains("9876543210"));
    for _ in 0..2 {
        let error = client.order_status("o").send().await.expect_err("no JSON");
        assert!(matches!(error, Error::Undecodable(_)), "{error}");
    }
    let error = client.order_status("o").send().await.expect_err("too great");
    assert!(matches!(error, Error::Unknown(_)), "{error}");
    assert_eq!(server.seen().len(), 4);
}

#[tokio::test]
async fn odd_bodies_are_told_to_the_hook() {
    static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let server = Server::start(vec![Step::json(200, r#"{"order_id": "o", "status": "PAID_TWICE", "new_field": 1}"#)]);
    let hook = |operation: &'static juspay_runtime::Operation, anomalies: &[juspay_runtime::Anomaly]| {
        let lines = anomalies.iter().map(|anomaly| format!("{}: {anomaly}", operation.name));
        TOLD.lock().expect("nobody panicked").extend(lines);
    };
    let client = told::<V2020_11_20>(&server).on_anomalies(hook).build().expect("the settings are fine");
    let order = client.order_status("o").send().await.expect("it is odd, and can be read");
    assert!(order.status.is_paid() == juspay_runtime::Answer::Unknown);
    assert_eq!(order.anomalies().len(), 2);
    let told = TOLD.lock().expect("nobody panicked");
    assert_eq!(*told, ["order_status: status: unknown value (PAID_TWICE)", "order_status: new_field: unknown field"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_calls_at_once() {
    let server = Server::start(vec![Step::json(200, ORDER)]);
    let client = client(&server);
    let calls: Vec<_> = (0..1000)
        .map(|n| {
            let client = client.clone();
            tokio::spawn(async move {
                client.order_status(&format!("o-{n}")).send().await.map(|order| order.order_id.clone())
            })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.expect("it does not panic").expect("it is answered"), "ord-1");
    }
    assert_eq!(server.seen().len(), 1000);
}

#[tokio::test]
async fn a_call_that_is_dropped_leaves_nothing_behind() {
    let server = Server::start(vec![Step::Slow(Duration::from_secs(2), ORDER.into()), Step::json(200, ORDER)]);
    let client = client(&server);
    let dropped = tokio::time::timeout(Duration::from_millis(100), client.order_status("o").send()).await;
    assert!(dropped.is_err());
    client.order_status("o").send().await.expect("the client still works");
    assert_eq!(server.seen().len(), 2);
}
