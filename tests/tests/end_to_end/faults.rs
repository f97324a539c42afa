//! What a network, a proxy or the API may do to a call, and what the client makes of it. The double counts.

use std::time::Duration;

use juspay_client::orders::{CreateOrder, OrderStatus};
use juspay_client::refunds::{RefundOrder, RefundTxn};
use juspay_client::txns::{CaptureTxn, StartTxn, TxnFormat};
use juspay_mock::{Fault, PaymentOutcome, Repeat, Settings};
use juspay_runtime::http::{Error, RejectionKind};

use crate::preauth::held;
use crate::shop::{MERCHANT, Newest, Way, rupees};

both_ways!(
    a_lost_create_is_found_again_by_its_order_id,
    a_repeat_that_is_refused_does_not_hide_the_first_attempt,
    a_lost_write_without_a_key_is_sent_once,
    a_read_that_broke_off_is_sent_again,
    a_busy_api_is_heard,
    a_broken_api_is_asked_again_where_that_does_no_harm,
    a_refusal_is_final,
    half_an_answer_is_none,
    a_slow_answer_is_not_waited_for_longer_than_told,
    a_late_answer_is_an_answer,
);

async fn a_lost_create_is_found_again_by_its_order_id<W: Way>(shop: &Newest<W>) {
    for (fault, order_id) in [(Fault::reset_after(), "ord-1"), (Fault::reset_before(), "ord-2")] {
        let before = shop.count("create_order");
        shop.inject(fault.on("create_order"));
        let order = shop.create(order_id, "10").await;
        assert_eq!((order.order_id.as_str(), shop.count("create_order") - before), (order_id, 2));
    }
    // Nothing was made twice.
    assert_eq!(shop.order("ord-1").await.status, OrderStatus::New);
}

async fn a_repeat_that_is_refused_does_not_hide_the_first_attempt<W: Way>(_: &Newest<W>) {
    let mut settings = Settings::default();
    settings.repeat = Repeat::Refuse;
    let shop = Newest::<W>::recorded(settings);
    shop.inject(Fault::reset_after().on("create_order"));
    let error = shop.fail(shop.client.create_order(CreateOrder::new("ord-1", rupees("10")))).await;
    let Error::Rejected(no) = &error else { panic!("{error}") };
    assert_eq!((no.code(), shop.count("create_order")), (Some("order_already_created"), 2));
    // The order is there: the attempt that was lost made it.
    assert!(error.may_have_happened(), "{error}");
    assert!(error.to_string().contains("an earlier attempt"), "{error}");
    assert_eq!(shop.order("ord-1").await.status, OrderStatus::New);

    // Nor does an API that has become busy since.
    shop.inject(Fault::reset_after());
    shop.inject(Fault::status(429).retry_after(3600));
    let error = shop.fail(shop.client.create_order(CreateOrder::new("ord-2", rupees("10")))).await;
    assert!(matches!(error, Error::Throttled(_)) && error.may_have_happened(), "{error}");
    assert!(error.to_string().ends_with("an earlier attempt may have been carried out: ask for the status"), "{error}");
}

async fn a_lost_write_without_a_key_is_sent_once<W: Way>(shop: &Newest<W>) {
    let uuid = held(shop).await;
    for (fault, done) in
        [(Fault::reset_before(), OrderStatus::Authorized), (Fault::reset_after(), OrderStatus::CaptureInitiated)]
    {
        let before = shop.count("capture_txn");
        shop.inject(fault.on("capture_txn"));
        let error = shop.fail(shop.client.capture_txn(&uuid, CaptureTxn::new())).await;
        unknown(&error);
        assert_eq!(shop.count("capture_txn") - before, 1);
        assert_eq!(shop.order("ord-1").await.status, done);
    }
    shop.inject(Fault::reset_after().on("void_txn"));
    unknown(&shop.fail(shop.client.void_txn(&uuid)).await);
    shop.create("ord-2", "10").await;
    shop.inject(Fault::reset_after().on("start_txn"));
    let start = StartTxn::new(MERCHANT, "ord-2", "UPI".into(), TxnFormat::from("json"));
    unknown(&shop.fail(shop.client.start_txn(start)).await);
    assert_eq!((shop.count("void_txn"), shop.count("start_txn")), (1, 1));
    assert_eq!(shop.order("ord-2").await.status, OrderStatus::PendingVbv);
    assert_eq!(shop.waits(), []);
}

fn unknown(error: &Error) {
    let Error::Unknown(lost) = error else { panic!("{error}") };
    assert!(error.may_have_happened() && !lost.is_timeout() && lost.attempts == 1, "{error}");
    assert!(error.to_string().ends_with("ask for the status before sending it again"), "{error}");
}

async fn a_read_that_broke_off_is_sent_again<W: Way>(shop: &Newest<W>) {
    shop.paid("ord-1", "10").await;
    for fault in [Fault::reset_before(), Fault::reset_after(), Fault::truncated()] {
        let before = shop.count("order_status");
        shop.inject(fault.on("order_status").times(2));
        assert_eq!(shop.order("ord-1").await.status, OrderStatus::Charged);
        assert_eq!(shop.count("order_status") - before, 3);
    }
    shop.inject(Fault::reset_before().times(3));
    let error = shop.fail(shop.client.order_status("ord-1")).await;
    assert!(matches!(&error, Error::Unknown(lost) if lost.attempts == 3) && !error.may_have_happened(), "{error}");
}

async fn a_busy_api_is_heard<W: Way>(shop: &Newest<W>) {
    let uuid = held(shop).await;
    let before = shop.count("order_status");
    shop.inject(Fault::status(429).retry_after(7).times(2));
    shop.order("ord-1").await;
    let waits = shop.waits();
    // As long as was asked for, and a little more, so that not everybody comes back at once.
    let asked = Duration::from_secs(7);
    assert!(
        waits.len() == 2 && waits.iter().all(|wait| (asked..asked + Duration::from_secs(1)).contains(wait)),
        "{waits:?}"
    );
    assert_eq!(shop.count("order_status") - before, 3);

    // A capture cannot be recognised, so the caller decides.
    shop.inject(Fault::status(429).retry_after(7));
    let error = shop.fail(shop.client.capture_txn(&uuid, CaptureTxn::new())).await;
    let Error::Throttled(throttled) = &error else { panic!("{error}") };
    assert!(throttled.retry_after == Some(asked) && !error.may_have_happened(), "{error}");
    // Nobody waits for an hour.
    shop.inject(Fault::status(429).retry_after(3600));
    let error = shop.fail(shop.client.order_status("ord-1")).await;
    assert!(matches!(error, Error::Throttled(_)), "{error}");
    let counts = ["order_status", "capture_txn"].map(|name| shop.count(name));
    assert_eq!((shop.waits().len(), counts), (2, [before + 4, 1]));
}

async fn a_broken_api_is_asked_again_where_that_does_no_harm<W: Way>(shop: &Newest<W>) {
    for status in [500, 502, 503, 504] {
        shop.mock.reset();
        shop.inject(Fault::status(status));
        shop.paid("ord-1", "10").await;
        shop.inject(Fault::status(status).times(2));
        let txn_id = shop.order("ord-1").await.txn_id.expect("it was paid");
        shop.inject(Fault::status(status));
        let refund = RefundOrder::new("rfd-1").with_amount(rupees("1"));
        shop.send(shop.client.refund_order("ord-1", refund)).await;
        shop.inject(Fault::status(status));
        let refund = RefundTxn::new("rfd-2").with_amount(rupees("2")).with_txn_id(txn_id);
        shop.send(shop.client.refund_txn(refund)).await;
        let counts = ["create_order", "order_status", "refund_order", "refund_txn"].map(|name| shop.count(name));
        assert_eq!(counts, [2, 3, 2, 2], "{status}");
        assert_eq!(shop.order("ord-1").await.amount_refunded, Some(rupees("3")));

        shop.create("ord-2", "10").await;
        shop.inject(Fault::status(status));
        let start = StartTxn::new(MERCHANT, "ord-2", "UPI".into(), TxnFormat::from("json"));
        let error = shop.fail(shop.client.start_txn(start)).await;
        assert!(matches!(error, Error::Rejected(_)) && error.may_have_happened(), "{error}");
        assert_eq!(shop.count("start_txn"), 1);
    }
    shop.inject(Fault::status(503).times(9));
    let error = shop.fail(shop.client.order_status("ord-2")).await;
    assert_eq!(error.rejection().map(|no| no.status().as_u16()), Some(503));
    // Four in the last round, and three attempts.
    assert_eq!(shop.count("order_status"), 4 + 3);
}

async fn a_refusal_is_final<W: Way>(shop: &Newest<W>) {
    for (status, kind) in [
        (400, RejectionKind::BadRequest),
        (401, RejectionKind::Unauthenticated),
        (403, RejectionKind::Forbidden),
        (404, RejectionKind::NotFound),
        (409, RejectionKind::Conflict),
        (501, RejectionKind::Server),
    ] {
        let before = shop.count("create_order");
        shop.inject(Fault::status(status));
        let error = shop.fail(shop.client.create_order(CreateOrder::new("ord-1", rupees("10")))).await;
        let Error::Rejected(no) = &error else { panic!("{error}") };
        assert_eq!((no.kind(), no.family(), no.status().as_u16()), (kind, Some("standard"), status));
        assert_eq!(shop.count("create_order") - before, 1, "{status}");
    }
}

async fn half_an_answer_is_none<W: Way>(shop: &Newest<W>) {
    // What broke off may have been carried out: by its key it is found again, without one nobody knows.
    shop.inject(Fault::truncated().on("create_order"));
    assert_eq!(shop.create("ord-1", "10").await.order_id, "ord-1");
    assert_eq!(shop.count("create_order"), 2);
    shop.mock.reset();
    let uuid = held(shop).await;
    shop.inject(Fault::truncated().on("void_txn"));
    unknown(&shop.fail(shop.client.void_txn(&uuid)).await);
    assert_eq!((shop.order("ord-1").await.status, shop.count("void_txn")), (OrderStatus::VoidInitiated, 1));
}

async fn a_slow_answer_is_not_waited_for_longer_than_told<W: Way>(shop: &Newest<W>) {
    // The head comes at once, the body for as long as minutes.
    shop.inject(Fault::slow_body(Duration::from_secs(60)).times(2));
    let time = Duration::from_millis(250);
    let call = shop.client.create_order(CreateOrder::new("ord-1", rupees("10"))).timeout(time);
    let error = shop.fail(call).await;
    let Error::Unknown(lost) = &error else { panic!("{error}") };
    assert!(lost.is_timeout() && lost.attempts == 1 && error.may_have_happened(), "{error}");
    let error = shop.fail(shop.client.order_status("ord-1").timeout(time)).await;
    assert!(matches!(&error, Error::Unknown(lost) if lost.is_timeout()) && !error.may_have_happened(), "{error}");
    assert_eq!((shop.count("create_order"), shop.count("order_status")), (1, 1));
    assert_eq!(shop.order("ord-1").await.status, OrderStatus::New);
}

async fn a_late_answer_is_an_answer<W: Way>(shop: &Newest<W>) {
    shop.inject(Fault::latency(Duration::from_millis(50)).on("create_order"));
    shop.inject(Fault::slow_body(Duration::from_millis(1)).on("order_status"));
    shop.create("ord-1", "10").await;
    shop.pay("ord-1", PaymentOutcome::Charged);
    assert_eq!(shop.order("ord-1").await.amount, Some(rupees("10")));
    shop.inject(Fault::latency(Duration::from_secs(60)));
    let call = shop.client.order_status("ord-1").timeout(Duration::from_millis(100));
    assert!(matches!(shop.fail(call).await, Error::Unknown(lost) if lost.is_timeout()));
}
