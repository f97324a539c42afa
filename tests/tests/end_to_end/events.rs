//! Events: posted at a version of their own, and now and then twice.

use std::collections::HashSet;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};
use juspay_client::orders::OrderStatus;
use juspay_client::versions::{V2017_03_16, V2021_03_25};
use juspay_client::webhooks::{Webhook, WebhookContent};
use juspay_client::{Secret, Version};
use juspay_mock::{Fault, Settings, Webhooks};
use juspay_runtime::http::{Async, BasicCredentials, Received, WebhookError};
use juspay_tests::server::{Seen, Server, Step};

use crate::shop::{Shop, date, wait};

fn received<V: Version>(post: &Seen, password: &str) -> Result<Received<Webhook<V>>, WebhookError> {
    let mut headers = HeaderMap::new();
    for (name, value) in &post.headers {
        let name: HeaderName = name.parse().expect("a name");
        headers.append(name, HeaderValue::from_str(value).expect("a value"));
    }
    Webhook::receive(&headers, post.body.as_bytes(), &BasicCredentials::new("shop", &Secret::from(password)))
}

/// A shop whose calls are old and whose events are new.
fn shop() -> (Shop<V2017_03_16, Async>, Server) {
    let receiver = Server::start(vec![Step::json(200, "{}")]);
    let mut settings = Settings::default();
    settings.webhooks = Some(Webhooks::new(&receiver.url, date(2021, 3, 25)).credentials("shop", "pass-1"));
    (Shop::with(settings, |builder| builder), receiver)
}

#[test]
fn an_event_that_comes_twice_has_one_id() {
    wait(async {
        let (shop, receiver) = shop();
        shop.inject(Fault::duplicate_webhook().on("create_order"));
        shop.paid("ord-1", "10").await;
        shop.mock.auto_refund("ord-1").expect("it is paid");
        assert!(shop.mock.delivered(Duration::from_secs(30)));

        let (mut known, mut told) = (HashSet::new(), Vec::new());
        for post in receiver.seen() {
            let event = received::<V2021_03_25>(&post, "pass-1").expect("it is taken");
            assert!(event.anomalies.is_empty(), "{:?}", event.anomalies);
            if known.insert(event.id.clone().expect("it has an id")) {
                told.push(event);
            }
        }
        assert_eq!(receiver.seen().len(), told.len() + 1);
        let named =
            |name: &str| told.iter().filter(|event| event.event_name.as_deref() == Some(name)).collect::<Vec<_>>();
        assert_eq!(named("ORDER_CREATED").len(), 1);

        // The version of events is the dashboard's: the call at 2017-03-16 still sees a charged order.
        let last = named("ORDER_AUTO_REFUNDED");
        let WebhookContent::Order(order) = &last[0].content else { panic!("no order is in it") };
        assert_eq!(order.status, OrderStatus::AutoRefunded);
        assert_eq!(shop.order("ord-1").await.status, OrderStatus::Charged);
    });
}

#[test]
fn an_event_with_another_password_is_not_taken() {
    wait(async {
        let (shop, receiver) = shop();
        shop.create("ord-1", "10").await;
        assert!(shop.mock.delivered(Duration::from_secs(30)));
        let posts = receiver.seen();
        assert_eq!(posts.len(), 1);
        for wrong in ["pass-2", "", "pass-11"] {
            assert_eq!(received::<V2021_03_25>(&posts[0], wrong).err(), Some(WebhookError::Unauthenticated));
        }
    });
}
