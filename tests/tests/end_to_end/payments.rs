//! Orders that are paid, that fail, and that change before.

use juspay_client::Version;
use juspay_client::orders::{CreateOrder, OrderStatus, UpdateOrder};
use juspay_client::txns::{StartTxn, TxnFormat};
use juspay_mock::{Mock, PaymentOutcome, Repeat, Settings};
use juspay_runtime::http::{Async, Error, Rejection, RejectionKind};

use crate::shop::{MERCHANT, Shop, Way, date, rupees, wait};

everywhere!(an_order_is_paid, a_payment_fails_and_another_succeeds, an_order_changes_until_it_is_paid);

async fn an_order_is_paid<V: Version, W: Way>(shop: &Shop<V, W>) {
    let created = shop.create("ord-1", "149.50").await;
    assert_eq!((created.order_id.as_str(), &created.status), ("ord-1", &OrderStatus::Created));
    assert!(created.payment_links.is_some() && created.request_id().is_some());
    let order = shop.order("ord-1").await;
    assert_eq!((order.status, order.amount), (OrderStatus::New, Some(rupees("149.50"))));

    let start = StartTxn::new(MERCHANT, "ord-1", "UPI".into(), TxnFormat::from("json"));
    let started = shop.send(shop.client.start_txn(start)).await;
    assert_eq!(started.status, OrderStatus::PendingVbv);
    assert!(started.status.is_paid().is_no() && started.status.is_final().is_no());

    shop.pay("ord-1", PaymentOutcome::Charged);
    let order = shop.order("ord-1").await;
    assert_eq!((&order.status, order.status_id), (&OrderStatus::Charged, Some(21)));
    assert!(order.status.is_paid().is_yes());
    assert_eq!(order.txn_id.as_deref(), Some(started.txn_id.as_str()));
    let account = (shop.version() >= date(2018, 10, 25)).then_some("account-1");
    assert_eq!(order.gateway_reference_id(), account);
    assert_eq!(order.txn_detail.and_then(|detail| detail.txn_amount), Some(rupees("149.50")));
}

async fn a_payment_fails_and_another_succeeds<V: Version, W: Way>(shop: &Shop<V, W>) {
    shop.create("ord-1", "10").await;
    for (outcome, status, code) in [
        (PaymentOutcome::AuthenticationFailed, OrderStatus::AuthenticationFailed, "USER_DECLINED"),
        (PaymentOutcome::AuthorizationFailed, OrderStatus::AuthorizationFailed, "BANK_DECLINED"),
        (PaymentOutcome::Declined, OrderStatus::JuspayDeclined, "TXN_FAILURE"),
    ] {
        shop.pay("ord-1", outcome);
        let order = shop.order("ord-1").await;
        assert_eq!((&order.status, order.bank_error_code.as_deref()), (&status, Some(code)));
        assert!(order.status.is_paid().is_no() && !order.status.may_retry().is_no(), "{status}");
    }
    shop.pay("ord-1", PaymentOutcome::Pending);
    assert_eq!(shop.order("ord-1").await.status, OrderStatus::Authorizing);
    shop.pay("ord-1", PaymentOutcome::Charged);
    let order = shop.order("ord-1").await;
    assert_eq!((order.status, order.bank_error_code.as_deref()), (OrderStatus::Charged, None));
    assert_eq!(order.txn_id.as_deref(), Some("tea-shop-ord-1-4"));
}

async fn an_order_changes_until_it_is_paid<V: Version, W: Way>(shop: &Shop<V, W>) {
    let mut new = CreateOrder::new("ord-1", rupees("10"));
    new.udf1 = Some("first".to_owned());
    shop.send(shop.client.create_order(new)).await;
    let change = || UpdateOrder::new().with_amount(rupees("12.05")).with_udf2("second");
    shop.send(shop.client.update_order("ord-1", change())).await;
    let order = shop.order("ord-1").await;
    assert_eq!(order.amount, Some(rupees("12.05")));
    assert_eq!((order.udf1.as_deref(), order.udf2.as_deref()), (Some("first"), Some("second")));

    shop.pay("ord-1", PaymentOutcome::Charged);
    let error = shop.fail(shop.client.update_order("ord-1", change())).await;
    assert_eq!(error.rejection().map(Rejection::kind), Some(RejectionKind::BadRequest));
    assert!(shop.fail(shop.client.update_order("ord-2", change())).await.is_not_found());
}

/// The sources disagree about a repeat; the double does either.
#[test]
fn a_repeated_create_is_answered_or_refused() {
    wait(async {
        let shop = Shop::<juspay_client::Latest, Async>::with(Settings::default(), |builder| builder);
        shop.paid("ord-1", "10").await;
        let again = shop.create("ord-1", "10").await;
        assert_eq!((&again.status, again.amount), (&OrderStatus::Charged, Some(rupees("10"))));

        let mut settings = Settings::default();
        settings.repeat = Repeat::Refuse;
        let shop = Shop::<juspay_client::Latest, Async>::with(settings, |builder| builder);
        shop.paid("ord-1", "10").await;
        let error = shop.fail(shop.client.create_order(CreateOrder::new("ORD-1", rupees("10")))).await;
        let Error::Rejected(no) = &error else { panic!("{error}") };
        assert_eq!((no.kind(), no.code()), (RejectionKind::BadRequest, Some("order_already_created")));
    });
}

/// A test of a shop may have a runtime of its own.
#[tokio::test]
async fn a_double_is_started_and_dropped_inside_a_runtime() {
    let mock = Mock::start().expect("a port is free");
    assert!(mock.pay("ord-1", PaymentOutcome::Charged).is_err());
}
