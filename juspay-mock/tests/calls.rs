//! What a test asks the double afterwards, and what it is told beforehand.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

mod support;

use juspay_mock::{Fault, Mock, Settings, Webhooks};
use std::time::Duration;
use support::{call, get, order, post};

#[test]
fn a_name_that_no_operation_has_is_refused() {
    let mock = Mock::start().expect("a double");
    for fault in [Fault::reset_after().on("create_ordr"), Fault::duplicate_webhook().on("create_ordr")] {
        let message = mock.inject(fault).expect_err("nothing is called so").message;
        assert!(message.starts_with("on: create_ordr is no operation; there are create_customer, "), "{message}");
    }
    let message = mock.count("create_ordr").expect_err("nothing is called so").message;
    assert!(message.contains("create_order, "), "{message}");
    assert!(mock.inject(Fault::status(503).times(0)).is_err());
    for nothing in [Fault::status(42), Fault::unknown_status(""), Fault::unknown_field("", 1)] {
        assert!(mock.inject(nothing.clone()).is_err(), "{nothing:?}");
    }
    let without_status = Fault::reset_before().retry_after(3);
    assert!(mock.inject(without_status).is_err_and(|error| error.message.starts_with("retry_after: ")));
    order(&mock, "ord-1", "");
    assert_eq!(mock.count("create_order"), Ok(1));
    assert_eq!(mock.count("order_status"), Ok(0));
}

#[test]
fn a_call_keeps_what_was_sent() {
    let mock = Mock::start().expect("a double");
    post(&mock, "/orders", "order_id=ord-1&amount=100.10&customer_email=a%2Bb%40made-up.example&udf1=").ok();
    get(&mock, "/orders/ord-1?options.add_full_gateway_response=true").ok();
    let json = r#"{"order_id":"ord-2","amount":"7.00","customer_id":"sw\u0061n","mandate.rule_value":5.0}"#;
    call("POST", &format!("{}/orders", mock.url()), "application/json", json).ok();
    let long = format!("order_id=ord-3&amount=1&metadata.note={}", "x".repeat(16 << 10));
    post(&mock, "/orders", &long).ok();
    assert_eq!(post(&mock, "/orders", "amount=a").status, 400);
    let calls = mock.calls();
    let of = |at: usize, name: &str| calls[at].parameter(name);
    assert_eq!(of(0, "amount").as_deref(), Some("100.10"));
    assert_eq!(of(0, "customer_email").as_deref(), Some("a+b@made-up.example"));
    assert_eq!((of(0, "udf1").as_deref(), of(0, "udf2")), (Some(""), None));
    assert_eq!(of(1, "options.add_full_gateway_response").as_deref(), Some("true"));
    assert_eq!(of(2, "customer_id").as_deref(), Some("swan"));
    assert_eq!((of(2, "amount").as_deref(), of(2, "mandate.rule_value").as_deref()), (Some("7.00"), Some("5.0")));
    assert_eq!(of(3, "amount"), None);
    // A call that was refused was made, too.
    assert_eq!((calls[4].status, of(4, "amount").as_deref()), (Some(400), Some("a")));
    for shown in [format!("{calls:?}"), mock.dump()] {
        assert!(!shown.contains("made-up") && !shown.contains("100.10&"), "{shown}");
    }
}

#[test]
fn one_thread_can_wait_for_events_and_take_them() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
        let take = axum::routing::post(move |body: String| async move { tell.send(body).expect("the test listens") });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/events", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, axum::Router::new().route("/events", take)).await });

        let mut settings = Settings::default();
        settings.webhooks = Some(Webhooks::new(url, "2021-03-25".parse().expect("a version")));
        let mock = Mock::with(settings).expect("a double");
        order(&mock, "ord-1", "");
        assert!(mock.until_delivered(Duration::from_secs(20)).await);
        assert!(told.try_recv().expect("it was posted").contains("ORDER_CREATED"));
        // Whoever takes nothing is not waited for without end.
        drop(told);
        order(&mock, "ord-2", "");
        assert!(!mock.until_delivered(Duration::ZERO).await);
    });
}

#[test]
fn a_session_for_an_order_that_is_there_hands_on_the_orders_amount() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "");
    let session = |order_id: &str| {
        let body = format!(
            r#"{{"order_id": "{order_id}", "amount": "5.50", "customer_id": "c", "payment_page_client_id": "p", "action": "paymentPage"}}"#
        );
        let answer = call("POST", &format!("{}/session", mock.url()), "application/json", &body).ok();
        answer.at("/sdk_payload/payload/amount")
    };
    assert_eq!((session("ord-1"), session("ord-2")), ("100".into(), "5.50".into()));
}
