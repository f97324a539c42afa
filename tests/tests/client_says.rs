//! What a client says of settings and answers: which it refuses, and what it shows of them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use juspay_client::http::{
    BasicCredentials, BoxFuture, Bytes, Detached, Error, HeaderMap, Limits, Prepared, Reqwest, Transport,
    TransportError, WebhookError,
};
use juspay_client::orders::{BankAccount, CreateOrder, Order, OrderType, UpdateOrder};
use juspay_client::refunds::{RefundOrder, RefundTxn};
use juspay_client::txns::CaptureTxn;
use juspay_client::versions::V2020_11_20;
use juspay_client::webhooks::Webhook;
use juspay_client::{Amount, Client, ClientBuilder, Secret, Wire};
use juspay_runtime::Test;
use juspay_runtime::http::Reply;
use juspay_tests::server::{Server, Step};

fn builder() -> ClientBuilder<V2020_11_20> {
    Client::<V2020_11_20>::builder().base_url("http://localhost:1").merchant_id("shop").api_key("key-1")
}

fn client() -> Client<V2020_11_20, Detached> {
    builder().build_detached().expect("the settings are fine")
}

fn create() -> Prepared<Order<V2020_11_20>> {
    client().create_order(CreateOrder::new("o", Amount::from(1))).prepare().expect("it is fine")
}

/// What is said of settings that are wrong.
fn refused(builder: ClientBuilder<V2020_11_20>) -> String {
    builder.build_detached().expect_err("the settings are wrong").to_string()
}

fn answer(status: u16, body: impl Into<Bytes>) -> Response<Bytes> {
    Response::builder().status(status).body(body.into()).expect("an answer")
}

#[test]
fn a_key_ends_where_it_ends() {
    // As it stands in a command of curl, and with a password behind it.
    for key in ["key-1:", "key-1:word"] {
        assert_eq!(
            refused(builder().api_key(key)),
            "api-key holds a colon; the one behind it is added when it is sent"
        );
    }
}

#[test]
fn headers_arrive_as_they_were_given() {
    for (id, why) in [
        (" ", "x-merchantid is empty; every call needs it"),
        (" shop", "x-merchantid begins or ends with white space"),
        ("shop\t", "x-merchantid begins or ends with white space"),
        ("sh\u{f6}p", "x-merchantid holds characters that headers do not have"),
    ] {
        assert_eq!(refused(builder().merchant_id(id)), why);
    }
    let call = client().order_status("o").header("x-merchantid", "").prepare().map(|_| ());
    let text = call.expect_err("every call needs it").to_string();
    assert_eq!(text, "order_status: not sent: x-merchantid is empty; every call needs it");
    for (name, starts) in [("", "juspay-runtime/"), ("shop/1", "shop/1 juspay-runtime/")] {
        let client = builder().user_agent(name).build_detached().expect("the settings are fine");
        let call = client.order_status("o").prepare().expect("it is fine");
        let agent = call.request().headers()["user-agent"].to_str().expect("a text").to_owned();
        assert!(agent.starts_with(starts), "{agent}");
    }
}

#[test]
fn a_name_that_is_none_is_not_shown() {
    let text = "the name that was given is no name of a header";
    assert_eq!(refused(builder().header("x-a\r\nx-b", "c")), text);
    let call = client().order_status("o").header("x-a\r\nx-b", "c").prepare().map(|_| ());
    assert_eq!(call.expect_err("it would inject").to_string(), format!("order_status: not sent: {text}"));
    // The key itself in place of the variable that holds it.
    let text = refused(builder().api_key_from_env("7A20CE9F31B84D65"));
    assert_eq!(text, "the variable of a key is not set in the environment");
}

#[test]
fn what_was_answered_may_have_been_carried_out_or_not() {
    let sent = create();
    for (status, body, ends) in [
        (200, "<html>", "it may have been carried out: ask for the status"),
        (200, r#"{"status": "error", "error_code": "busy"}"#, "it may have been carried out: ask for the status"),
        (500, "", "ask for the status, or send it again with the same order_id"),
    ] {
        let error = sent.receive(answer(status, body)).map(|_| ()).expect_err("it cannot be read");
        assert!(error.may_have_happened() && error.to_string().ends_with(ends), "{error}");
    }
    let error = sent.receive(answer(302, "")).map(|_| ()).expect_err("it is elsewhere");
    let moved = "create_order: answered 302; redirects are not followed: check the address of the API";
    assert!(!error.may_have_happened() && error.to_string() == moved, "{error}");
    let refund = client().refund_order("o", RefundOrder::new("r")).prepare().expect("it is fine");
    let error = refund.receive(answer(502, "")).map(|_| ()).expect_err("the server failed");
    assert!(error.to_string().ends_with("again with the same unique_request_id"), "{error}");
}

#[test]
fn what_is_blank_is_not_there() {
    let client = client();
    let tpv = || CreateOrder::new("o", Amount::from(1)).with_order_type(OrderType::TpvPayment);
    let blank = BankAccount::new().with_bank_account_number(" ");
    let refused = [
        (
            client.create_order(tpv().with_bank_account_details(Vec::new())).prepare().map(|_| ()),
            "create_order: not sent: metadata.bank_account_details: needed, because its condition holds",
        ),
        (
            client.create_order(tpv().with_bank_account_details(vec![blank])).prepare().map(|_| ()),
            "create_order: not sent: metadata.bank_account_details[0]: one of bank_account_number, bank_account_id must \
             be there",
        ),
        (
            client.refund_txn(RefundTxn::new("r").with_order_id("")).prepare().map(|_| ()),
            "refund_txn: not sent: one of order_id, txn_id must be there",
        ),
    ];
    for (call, text) in refused {
        assert_eq!(call.expect_err("something is missing").to_string(), text);
    }
    // Whether such an id makes a repeat safe nobody knows.
    for (id, safe) in [("r", true), (" ", false)] {
        let call = client.refund_order("o", RefundOrder::new(id)).prepare().expect("it is fine");
        assert_eq!(call.may_repeat(), safe);
    }
}

#[test]
fn a_success_that_means_not_found_is_none() {
    let body = r#"{"status": "NOT_FOUND", "status_id": 40, "order_id": "o"}"#;
    let client = client();
    let calls = [
        client.order_status("o").prepare(),
        client.update_order("o", UpdateOrder::new()).prepare(),
        client.refund_order("o", RefundOrder::new("r")).prepare(),
        client.capture_txn("t", CaptureTxn::new()).prepare(),
        client.void_txn("t").prepare(),
    ];
    for call in calls {
        let error = call.expect("it is fine").receive(answer(200, body)).map(|_| ()).expect_err("there is none");
        assert!(error.is_not_found() && !error.may_have_happened(), "{error}");
    }
    // The same where an answer may be empty.
    let order = Order::<V2020_11_20>::from_json(body).expect("an order");
    let tests = [Test::is(&["status"], &["NOT_FOUND"])];
    assert!(Some(order).meets(&tests) && !None::<Order<V2020_11_20>>.meets(&tests));
}

#[test]
fn a_code_is_read_from_a_body_that_is_odd() {
    let marked = "\u{feff}{\"status\": \"error\", \"error_code\": \"invalid\"}".as_bytes();
    let mixed = b"{\"error_message\": \"caf\xe9\", \"error_code\": \"invalid\"}";
    for body in [marked, &mixed[..]] {
        let Err(Error::Rejected(rejection)) = create().receive(answer(400, body.to_vec())) else {
            panic!("it is a no")
        };
        assert_eq!((rejection.code(), rejection.body().as_ref()), (Some("invalid"), body));
    }
}

#[test]
fn credentials_that_were_not_found_let_nobody_in() {
    let nobody = BasicCredentials::new("", &Secret::from(""));
    let headers =
        HeaderMap::from_iter([("authorization".parse().expect("a name"), "Basic Og==".parse().expect("a value"))]);
    let body = br#"{"id": "e", "event_name": "X", "content": {}}"#;
    assert_eq!(Webhook::<V2020_11_20>::receive(&headers, body, &nobody), Err(WebhookError::Unauthenticated));
}

/// A transport that is kept by who made it, too.
struct Kept(Arc<Reqwest>);

impl Transport for Kept {
    fn send(&self, request: Request<Bytes>, limits: Limits) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        self.0.send(request, limits)
    }

    fn wait(&self, time: Duration) -> BoxFuture<'_, ()> {
        self.0.wait(time)
    }
}

#[tokio::test]
async fn a_transport_shows_nothing_of_what_it_sent() {
    let server = Server::start(vec![Step::json(200, r#"{"order_id": "ord-7", "status": "NEW"}"#)]);
    let transport = Reqwest::from_builder(reqwest::Client::builder().no_proxy()).expect("the settings are fine");
    let transport = Arc::new(transport);
    let client = builder().base_url(&server.url).build_with(Kept(Arc::clone(&transport)));
    client.expect("the settings are fine").order_status("ord-7").send().await.expect("it is answered");
    let shown = format!("{transport:?}");
    assert!(!shown.contains("ord-7"), "{shown}");
}
