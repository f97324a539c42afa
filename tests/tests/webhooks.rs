//! Webhooks: who posts, what is posted, and every published body.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test ends where it fails"
)]

use std::fs;

use juspay_client::versions::{Dynamic, V2018_10_25, V2021_03_25};
use juspay_client::webhooks::{Webhook, WebhookContent};
use juspay_runtime::http::{BasicCredentials, HeaderMap, WebhookError};
use juspay_runtime::{AnomalyKind, ApiVersion, DecodeErrorKind, Secret};

fn credentials() -> BasicCredentials {
    BasicCredentials::new("shop", &Secret::from("s3cret:"))
}

/// The headers of a post with these credentials, given in base 64.
fn headers(value: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("authorization", value.parse().expect("a header"));
    headers
}

/// `shop:s3cret:`.
const RIGHT: &str = "Basic c2hvcDpzM2NyZXQ6";

const BODY: &[u8] = br#"{"id": "evt_1", "date_created": "2021-01-01T00:00:00Z", "event_name": "ORDER_SUCCEEDED",
    "content": {"order": {"order_id": "o", "status": "CHARGED", "status_id": "21", "gateway_reference_id": {}}}}"#;

#[test]
fn only_whoever_has_the_credentials_may_post() {
    let received = Webhook::<V2021_03_25>::receive(&headers(RIGHT), BODY, &credentials()).expect("it is taken");
    assert_eq!((received.id.as_deref(), received.event_name.as_deref()), (Some("evt_1"), Some("ORDER_SUCCEEDED")));
    let WebhookContent::Order(order) = &received.content else { panic!("{received:?}") };
    assert!(order.status.is_paid().is_yes());
    assert!(Webhook::<V2021_03_25>::receive(&headers("basic  c2hvcDpzM2NyZXQ6 "), BODY, &credentials()).is_ok());

    let mut twice = headers(RIGHT);
    twice.append("authorization", "Basic eDp5".parse().expect("a header"));
    for wrong in [
        HeaderMap::new(),
        headers("Basic"),
        headers("Basic c2hvcDpzM2NyZXQ="),
        headers("Bearer c2hvcDpzM2NyZXQ6"),
        twice,
    ] {
        let refused = Webhook::<V2021_03_25>::receive(&wrong, BODY, &credentials());
        assert_eq!(refused.map(|_| ()), Err(WebhookError::Unauthenticated));
    }
    assert!(!format!("{:?}", credentials()).contains("c2hv"));
}

#[test]
fn the_version_is_that_of_the_dashboard() {
    let body = br#"{"content": {"order": {"order_id": "o", "status": "NEW", "refunds": [{"error_code": "E"}]}}}"#;
    let old = Webhook::<V2018_10_25>::receive(&headers(RIGHT), body, &credentials()).expect("it is taken");
    assert!(
        old.anomalies.iter().any(|anomaly| anomaly.path == "content.order.refunds[0].error_code"),
        "{:?}",
        old.anomalies
    );
    let at =
        |version| Webhook::<Dynamic>::receive_at(&headers(RIGHT), body, &credentials(), version).expect("it is taken");
    let code = |version| match at(version).value.content {
        WebhookContent::Order(order) => order.refunds[0].error_code().map(str::to_owned),
        other => panic!("{other:?}"),
    };
    assert_eq!(code(ApiVersion::literal(2021, 1, 1)).as_deref(), Some("E"));
    assert_eq!(code(ApiVersion::literal(2019, 1, 1)), None);
}

#[test]
fn a_post_tells_about_one_thing() {
    let receive = |body: &[u8]| Webhook::<V2021_03_25>::receive(&headers(RIGHT), body, &credentials());
    let two = br#"{"content": {"order": {"order_id": "o", "status": "NEW"}, "mandate": {"mandate_id": "m"}}}"#;
    let refused = receive(two).expect_err("two things");
    let WebhookError::Undecodable(error) = &refused else { panic!("{refused}") };
    assert_eq!((error.kind(), error.path()), (DecodeErrorKind::Several, "content.mandate"));
    let null = br#"{"content": {"txn": null, "mandate": {"mandate_id": "m"}, "order": null}}"#;
    let one = receive(null).expect("null is nothing");
    assert!(matches!(&one.content, WebhookContent::Mandate(_)) && one.anomalies.is_empty(), "{one:?}");
    let broken = receive(b"{}").expect_err("no content");
    assert!(matches!(&broken, WebhookError::Undecodable(error) if error.path() == "content"), "{broken}");
}

#[test]
fn what_is_not_known_yet_is_taken_and_told() {
    let receive = |body: &[u8]| Webhook::<V2021_03_25>::receive(&headers(RIGHT), body, &credentials());
    let new = receive(br#"{"event_name": "CHARGEBACK_RECEIVED", "content": {"chargeback": {"id": 1}}}"#);
    let new = new.expect("new things are taken");
    assert!(matches!(new.content, WebhookContent::Unknown));
    let told: Vec<_> = new.anomalies.iter().map(|anomaly| (anomaly.kind, anomaly.path.as_str())).collect();
    assert_eq!(told, [(AnomalyKind::UnknownField, "content.chargeback")]);
    let empty = receive(br#"{"content": {}}"#).expect("nothing is taken");
    assert!(matches!(empty.content, WebhookContent::Unknown));
    let told: Vec<_> = empty.anomalies.iter().map(|anomaly| (anomaly.kind, anomaly.path.as_str())).collect();
    assert_eq!(told, [(AnomalyKind::NoAlternative, "content")]);
}

#[test]
fn every_published_webhook_is_read() {
    let Some(folder) = std::env::var_os("JUSPAY_PAYLOADS") else {
        eprintln!("JUSPAY_PAYLOADS is not set: no published bodies are read");
        return;
    };
    let mut read = 0;
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with("webhook--") {
            continue;
        }
        let body = fs::read(entry.path()).expect("the file can be read");
        let received = Webhook::<V2021_03_25>::receive(&headers(RIGHT), &body, &credentials());
        let received = received.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(received.event_name.is_some() && received.id.is_some(), "{name}");
        assert!(!matches!(received.content, WebhookContent::Unknown), "{name}");
        read += 1;
    }
    assert!(read > 0, "the folder has no webhooks");
}
