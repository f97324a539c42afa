//! What is posted, at every version that the dashboard may be set to.

use crate::document::Document;
use crate::{API, strict, versions};
use juspay_mock::{Command, MandateOutcome, Mock, PaymentOutcome, RefundOutcome, Settings, Webhooks};
use juspay_spec::version::ApiVersion;
use juspay_tests::server::{Server, Step};
use serde_json::Value;
use std::time::Duration;

/// Every event that a life of orders causes, with its body, in order.
pub(crate) fn posts(version: ApiVersion) -> Vec<(String, Value)> {
    let server = Server::start(vec![Step::json(200, "{}")]);
    let mut settings = Settings::default();
    let at =
        if version.is_base() { juspay_client::ApiVersion::BASE } else { version.to_string().parse().expect("one") };
    settings.webhooks = Some(Webhooks::new(&server.url, at));
    let mock = Mock::with(settings).expect("a double");
    live(&mock);
    assert!(mock.delivered(Duration::from_secs(60)));
    let posts = server.seen().into_iter().map(|post| {
        let body = post.body.replace(mock.url(), "http://double");
        let body: Value = serde_json::from_str(&body).expect("JSON");
        (body["event_name"].as_str().expect("a name").to_owned(), body)
    });
    posts.collect()
}

fn live(mock: &Mock) {
    let caller = super::call::Caller::new(mock, API.latest());
    let create = |order_id: &str, more: &str| {
        let form = format!("order_id={order_id}&amount=10{more}");
        assert_eq!(caller.call("create_order", super::call::with(&form)).status, 200);
    };
    let pay = |order_id: &str, outcome| mock.pay(order_id, outcome).expect(order_id);
    let refund = |order_id: &str, outcome| {
        let with = super::call::to(order_id).body("unique_request_id=r&amount=1");
        assert_eq!(caller.call("refund_order", with).status, 200);
        mock.end_refund(order_id, "r", outcome).expect(order_id);
    };
    for (order_id, outcome) in
        [("a", RefundOutcome::Success), ("b", RefundOutcome::Failure), ("c", RefundOutcome::ManualReview)]
    {
        create(order_id, "&metadata.shelf=7");
        pay(order_id, PaymentOutcome::AuthorizationFailed);
        pay(order_id, PaymentOutcome::Charged);
        refund(order_id, outcome);
    }
    create("changed", "");
    assert_eq!(caller.call("update_order", super::call::to("changed").body("amount=11")).status, 200);
    for (order_id, outcome) in [("back", RefundOutcome::Success), ("stuck", RefundOutcome::Failure)] {
        create(order_id, "");
        pay(order_id, PaymentOutcome::Charged);
        mock.auto_refund(order_id).expect(order_id);
        let id = caller.call("order_status", super::call::to(order_id)).text("/refunds/0/unique_request_id");
        mock.end_refund(order_id, &id, outcome).expect(order_id);
    }
    held(mock, &caller, create);
    create("mandate", "&options.create_mandate=REQUIRED");
    pay("mandate", PaymentOutcome::Declined);
    pay("mandate", PaymentOutcome::Charged);
    for outcome in [MandateOutcome::Paused, MandateOutcome::Resumed, MandateOutcome::Expired] {
        mock.change_mandate("mandate", outcome).expect("a mandate");
    }
}

fn held(mock: &Mock, caller: &super::call::Caller<'_>, create: impl Fn(&str, &str)) {
    let hold = |order_id: &str| {
        create(order_id, "&metadata.txns.auto_capture=false");
        mock.pay(order_id, PaymentOutcome::Charged).expect(order_id);
        caller.call("order_status", super::call::to(order_id)).text("/txn_uuid")
    };
    let captured = hold("captured");
    for (amount, succeeds) in [("amount=4", true), ("amount=6", false), ("amount=6", true)] {
        assert_eq!(caller.call("capture_txn", super::call::to(&captured).body(amount)).status, 200);
        mock.perform(Command::EndCapture { order_id: "captured".to_owned(), succeeds }).expect("a capture");
    }
    let released = hold("released");
    for succeeds in [false, true] {
        assert_eq!(caller.call("void_txn", super::call::to(&released)).status, 200);
        mock.end_void("released", succeeds).expect("a release");
    }
}

#[test]
fn every_post_is_as_the_document_of_its_version_says() {
    for version in versions() {
        let document = Document::of(&API, version);
        for (event, body) in posts(version) {
            document.check_post(&event, &body);
            strict::check_post(&body.to_string(), version);
        }
    }
}
