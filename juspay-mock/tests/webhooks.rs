//! Events: what is posted, at which version, where to, how often, and nowhere else.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test ends where it fails")]

mod support;

use juspay_client::ApiVersion;
use juspay_client::webhooks::WebhookContent;
use juspay_mock::{
    Clock, Delivery, Fault, MandateOutcome, Mock, Outcomes, PaymentOutcome, RefundOutcome, Settings, Webhooks,
};
use std::time::{Duration, Instant};
use support::target::{CREDENTIALS, Target};
use support::{order, post};

/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(30);

fn version(text: &str) -> ApiVersion {
    text.parse().expect("a version")
}

fn settings(url: &str, at: &str) -> Settings {
    let mut settings = Settings::default();
    settings.webhooks = Some(Webhooks::new(url, version(at)).credentials(CREDENTIALS.0, CREDENTIALS.1));
    settings
}

fn mock(url: &str, at: &str) -> Mock {
    Mock::with(settings(url, at)).expect("a double")
}

/// What was posted, once all is.
fn deliveries(mock: &Mock) -> Vec<Delivery> {
    assert!(mock.delivered(LONG), "{:?}", mock.deliveries());
    mock.deliveries()
}

fn events(mock: &Mock) -> Vec<String> {
    deliveries(mock).into_iter().map(|delivery| delivery.event).collect()
}

#[test]
fn events_come_in_order_and_the_receiver_of_the_client_takes_them() {
    let target = Target::start();
    let mock = mock(&format!("{}/hook", target.url), "2021-03-25");
    live_through(&mock);
    let told = events(&mock);
    assert_eq!(target.events(), told);
    let begin = ["ORDER_CREATED", "TXN_CREATED", "TXN_CHARGED", "ORDER_SUCCEEDED", "REFUND_INITIATED"];
    assert_eq!(told[..5], begin);
    for event in ["MANDATE_PAUSED", "ORDER_REFUND_FAILED", "AUTO_REFUND_SUCCEEDED", "ORDER_VOIDED", "TXN_FAILED"] {
        assert!(told.iter().any(|name| name == event), "{event}: {told:?}");
    }
    for post in target.posts() {
        assert_eq!(
            (post.path.as_str(), post.headers["content-type"].as_bytes()),
            ("/hook", b"application/json".as_slice())
        );
        let received = post.read(version("2021-03-25"));
        assert_eq!(received.anomalies, [], "{}", post.body);
        assert!(received.id.as_ref().is_some_and(|id| id.starts_with("evt_")));
        let said = match &received.content {
            WebhookContent::Order(order) => Some(order.order_id.clone()),
            WebhookContent::Txn(txn) => txn.order_id.clone(),
            WebhookContent::Mandate(mandate) => mandate.order_id.clone(),
            other => panic!("{other:?}"),
        };
        assert!(said.is_some_and(|id| id.starts_with("ord-")), "{}", post.body);
    }
}

/// Everything that orders go through.
fn live_through(mock: &Mock) {
    let done = |done: Result<(), juspay_mock::Refusal>| done.expect("the state allows it");
    order(mock, "ord-1", "");
    done(mock.pay("ord-1", PaymentOutcome::Charged));
    for (id, outcome) in [("r-1", RefundOutcome::Failure), ("r-2", RefundOutcome::Success)] {
        post(mock, "/orders/ord-1/refunds", &format!("unique_request_id={id}&amount=1")).ok();
        done(mock.end_refund("ord-1", id, outcome));
    }
    order(mock, "ord-2", "&options.create_mandate=REQUIRED&mandate.max_amount=500.00");
    done(mock.pay("ord-2", PaymentOutcome::AuthorizationFailed));
    done(mock.pay("ord-2", PaymentOutcome::Charged));
    done(mock.change_mandate("ord-2", MandateOutcome::Paused));
    order(mock, "ord-3", "&metadata.txns.auto_capture=false");
    done(mock.pay("ord-3", PaymentOutcome::Charged));
    let uuid = support::get(mock, "/orders/ord-3").at("/txn_uuid");
    let uuid = uuid.as_str().expect("an attempt");
    post(mock, &format!("/v2/txns/{uuid}/void"), "").ok();
    done(mock.end_void("ord-3", true));
    order(mock, "ord-4", "");
    done(mock.pay("ord-4", PaymentOutcome::Charged));
    done(mock.auto_refund("ord-4"));
    let refund = support::get(mock, "/orders/ord-4").at("/refunds/0/unique_request_id");
    done(mock.end_refund("ord-4", refund.as_str().expect("a refund"), RefundOutcome::Success));
}

#[test]
fn bodies_are_written_at_the_version_of_the_dashboard() {
    let mut bodies = Vec::new();
    for at in ["2018-07-01", "2021-03-25"] {
        let target = Target::start();
        let mock = mock(&target.url, at);
        order(&mock, "ord-1", "");
        mock.pay("ord-1", PaymentOutcome::Charged).expect("it can be paid");
        post(&mock, "/orders/ord-1/refunds", "unique_request_id=r-1&amount=1").ok();
        mock.end_refund("ord-1", "r-1", RefundOutcome::Failure).expect("it is under way");
        deliveries(&mock);
        let last = target.posts().pop().expect("a post");
        assert_eq!(last.text("event_name"), "ORDER_REFUND_FAILED");
        let received = last.read(version(at));
        assert_eq!(received.anomalies, [], "{at}: {}", last.body);
        bodies.push(last.body);
    }
    assert!(bodies[1].contains(r#""error_code":"REFUSED""#), "{}", bodies[1]);
    assert!(!bodies[0].contains("REFUSED"), "{}", bodies[0]);
}

#[test]
fn an_event_is_not_posted_below_its_version() {
    let gates = [
        ("ORDER_FAILED", "2016-07-18", "2016-07-19"),
        ("TXN_CREATED", "2016-10-26", "2016-10-27"),
        ("AUTO_REFUND_SUCCEEDED", "2019-11-10", "2019-11-11"),
    ];
    for (event, before, from) in gates {
        for (at, posted) in [(before, false), (from, true)] {
            let target = Target::start();
            let mock = mock(&target.url, at);
            live_through(&mock);
            let told = events(&mock);
            assert_eq!(told.iter().any(|name| name == event), posted, "{event} at {at}: {told:?}");
            assert!(told.iter().any(|name| name == "ORDER_SUCCEEDED"));
            assert_eq!(target.events(), told);
        }
    }
}

#[test]
fn what_is_not_answered_with_200_is_posted_again_so_often_and_no_more() {
    let again = |status: u16| (status, String::new());
    let target = Target::answering(vec![again(500), again(202), again(200), again(404), again(503), again(401)]);
    let mock = mock(&target.url, "2021-03-25");
    order(&mock, "ord-1", "");
    order(&mock, "ord-2", "");
    let tried = deliveries(&mock).iter().map(|it| (it.outcome.clone(), it.attempts)).collect::<Vec<_>>();
    assert_eq!(tried, [(Ok(200), 3), (Ok(401), 3)]);
    let ids: Vec<String> = target.posts().iter().map(|post| post.text("id")).collect();
    assert_eq!(ids.len(), 6);
    assert!(ids[0] == ids[1] && ids[1] == ids[2] && ids[2] != ids[3] && ids[3] == ids[5], "{ids:?}");
}

#[test]
fn a_target_that_is_down_is_written_down() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a port");
    let mut settings = settings(&format!("http://{closed}/?key=hidden"), "2021-03-25");
    if let Some(webhooks) = &mut settings.webhooks {
        webhooks.attempts = 2;
    }
    let mock = Mock::with(settings).expect("a double");
    order(&mock, "ord-1", "");
    let tried = deliveries(&mock);
    assert_eq!((tried[0].outcome.clone(), tried[0].attempts), (Err("the connection was refused".to_owned()), 2));
}

#[test]
fn an_order_and_a_refund_can_have_addresses_of_their_own() {
    let (usual, orders, refunds) = (Target::start(), Target::start(), Target::start());
    let mock = mock(&usual.url, "2021-03-25");
    order(&mock, "ord-1", &format!("&metadata.webhook_url={}/o", orders.url.replace("127.0.0.1", "localhost")));
    order(&mock, "ord-2", "");
    for id in ["ord-1", "ord-2"] {
        mock.pay(id, PaymentOutcome::Charged).expect("it can be paid");
        let own = format!("unique_request_id=r-1&amount=1&webhook_url={}/r", refunds.url);
        post(&mock, &format!("/orders/{id}/refunds"), &own).ok();
        post(&mock, &format!("/orders/{id}/refunds"), "unique_request_id=r-2&amount=1").ok();
        mock.end_refund(id, "r-1", RefundOutcome::Success).expect("it is under way");
        mock.end_refund(id, "r-2", RefundOutcome::Success).expect("it is under way");
    }
    deliveries(&mock);
    let paid = ["ORDER_CREATED", "TXN_CREATED", "TXN_CHARGED", "ORDER_SUCCEEDED", "REFUND_INITIATED", "ORDER_REFUNDED"];
    assert_eq!(usual.events(), paid);
    assert_eq!(orders.events(), paid);
    assert!(orders.posts().iter().all(|post| post.path == "/o"));
    assert_eq!(refunds.events(), ["REFUND_INITIATED", "ORDER_REFUNDED", "REFUND_INITIATED", "ORDER_REFUNDED"]);
    refunds.posts().iter().for_each(|post| drop(post.read(version("2021-03-25"))));
}

#[test]
fn nothing_is_posted_off_this_machine() {
    let target = Target::start();
    let mock = mock(&target.url, "2021-03-25");
    for (number, url) in
        ["https://127.0.0.1/", "http://192.0.2.1/x", "http://localhost.example/", "file:///etc/hosts", "x:y"]
            .iter()
            .enumerate()
    {
        order(&mock, &format!("ord-{number}"), &format!("&metadata.webhook_url={url}"));
    }
    let tried = deliveries(&mock);
    assert_eq!(tried.len(), 5);
    for delivery in tried {
        assert!(delivery.outcome.as_ref().is_err_and(|why| why.contains("posts nowhere else")), "{delivery:?}");
        assert_eq!(delivery.attempts, 0);
    }
    assert!(target.posts().is_empty());
}

#[test]
fn a_redirect_is_an_answer_and_is_not_followed() {
    let elsewhere = Target::start();
    let away = |status: u16| (status, format!("location: {}/away\r\n", elsewhere.url));
    let target = Target::answering(vec![away(307), away(308), away(302)]);
    let mock = mock(&target.url, "2021-03-25");
    order(&mock, "ord-1", "");
    assert_eq!(deliveries(&mock)[0].outcome, Ok(302));
    assert!(elsewhere.posts().is_empty());
}

#[test]
fn a_fault_posts_events_twice_with_one_id() {
    let target = Target::start();
    let mock = mock(&target.url, "2021-03-25");
    mock.inject(Fault::duplicate_webhook().on("create_order")).expect("a fault");
    mock.inject(Fault::duplicate_webhook().on("pay")).expect("a fault");
    order(&mock, "ord-1", "");
    order(&mock, "ord-2", "");
    mock.pay("ord-2", PaymentOutcome::Charged).expect("it can be paid");
    let told = deliveries(&mock);
    assert_eq!((&told[0].id, told[0].event.as_str()), (&told[1].id, "ORDER_CREATED"));
    let names: Vec<&str> = told.iter().skip(2).map(|it| it.event.as_str()).collect();
    let twice = ["TXN_CREATED", "TXN_CREATED", "TXN_CHARGED", "TXN_CHARGED", "ORDER_SUCCEEDED", "ORDER_SUCCEEDED"];
    assert_eq!(names, [&["ORDER_CREATED"], twice.as_slice()].concat());
    assert_eq!(target.posts()[0].body, target.posts()[1].body);
}

#[test]
fn a_fault_covers_what_follows_by_itself() {
    let target = Target::start();
    let mut settings = settings(&target.url, "2021-03-25");
    settings.outcomes = Outcomes::Succeed;
    let mock = Mock::with(settings).expect("a double");
    order(&mock, "ord-1", "");
    mock.inject(Fault::duplicate_webhook()).expect("a fault");
    post(&mock, "/txns", "order_id=ord-1&merchant_id=shop&payment_method_type=UPI&payment_method=UPI&format=json").ok();
    let told = events(&mock);
    assert_eq!(told.iter().filter(|name| *name == "ORDER_SUCCEEDED").count(), 2, "{told:?}");
}

#[test]
fn a_reset_forgets_what_was_not_posted_yet() {
    // Whoever listens here takes the connection and says nothing.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let target = Target::start();
    let mock = mock(&target.url, "2021-03-25");
    let own = format!("&metadata.webhook_url=http://{}/", silent.local_addr().expect("an address"));
    order(&mock, "ord-1", &own);
    order(&mock, "ord-2", "");
    assert!(!mock.delivered(Duration::ZERO));
    mock.reset();
    assert!(mock.delivered(Duration::ZERO), "nothing is left of the time before");
    order(&mock, "ord-3", "");
    // Sooner than the silent one would be given up.
    assert!(mock.delivered(Duration::from_secs(8)));
    let told = mock.deliveries();
    assert_eq!((told.len(), &told[0].outcome), (1, &Ok(200)), "{told:?}");
    let posts = target.posts();
    assert!(posts.len() == 1 && posts[0].body.contains("ord-3"), "{posts:?}");
}

#[test]
fn waiting_takes_no_longer_than_it_is_told() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", silent.local_addr().expect("an address"));
    let mock = mock(&url, "2021-03-25");
    assert!(mock.delivered(Duration::ZERO), "nothing is to be posted");
    order(&mock, "ord-1", "");
    assert!(!mock.delivered(Duration::from_millis(20)));
    mock.reset();
    assert!(mock.delivered(Duration::ZERO));
}

#[test]
fn a_double_without_an_address_posts_nothing() {
    let target = Target::start();
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", &format!("&metadata.webhook_url={}", target.url));
    assert_eq!(deliveries(&mock), []);
    assert!(target.posts().is_empty());
}

#[test]
fn what_is_due_by_a_running_clock_is_posted_though_nobody_asks() {
    let target = Target::start();
    let mut settings = settings(&target.url, "2021-03-25");
    (settings.outcomes, settings.clock) = (Outcomes::ByAmount, Clock::Running);
    let mock = Mock::with(settings).expect("a double");
    post(&mock, "/orders", "order_id=ord-1&amount=800").ok();
    post(&mock, "/txns", "order_id=ord-1&merchant_id=shop&payment_method_type=UPI&payment_method=UPI&format=json").ok();
    // It stays pending for ten minutes, of which the last second passes by itself.
    mock.advance(Duration::from_secs(599));
    let paid = || target.events().iter().any(|event| event == "ORDER_SUCCEEDED");
    assert!(mock.delivered(LONG) && !paid());
    let began = Instant::now();
    while !paid() {
        assert!(began.elapsed() < LONG, "{:?}", target.events());
        std::thread::sleep(Duration::from_millis(20));
    }
}
