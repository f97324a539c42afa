//! Refunds: what is given back, and how each version tells of it.

use std::time::Duration;

use juspay_client::orders::OrderStatus;
use juspay_client::refunds::{RefundOrder, RefundStatus, RefundTxn, RefundType};
use juspay_client::{Answer, Version};
use juspay_mock::RefundOutcome;
use juspay_runtime::http::{Rejection, RejectionKind};

use crate::shop::{Shop, Way, all, date, rupees};

everywhere!(
    a_refund_succeeds,
    a_refund_fails,
    a_refund_waits_for_a_look,
    an_order_is_refunded_by_itself,
    a_payment_is_refunded_by_itself_alone,
);

/// What a version says of a refund that is under way.
fn pending<V: Version, W: Way>(shop: &Shop<V, W>) -> RefundStatus {
    if shop.version() >= date(2015, 1, 9) { RefundStatus::Pending } else { RefundStatus::Success }
}

async fn a_refund_succeeds<V: Version, W: Way>(shop: &Shop<V, W>) {
    shop.paid("ord-1", "100.10").await;
    let refund = || RefundOrder::new("rfd-1").with_amount(rupees("0.10"));
    let order = all(shop.send(shop.client.refund_order("ord-1", refund())).await);
    assert_eq!((&order.status, order.amount_refunded), (&OrderStatus::Charged, Some(rupees("0.10"))));
    let first = &order.refunds[0];
    assert_eq!((first.status.as_ref(), first.amount), (Some(&pending(shop)), Some(rupees("0.10"))));
    let asked = (shop.version() >= date(2018, 9, 20)).then_some("API");
    assert_eq!(first.initiated_by(), asked);
    let kind = (shop.version() >= date(2019, 3, 12)).then_some(&RefundType::Standard);
    assert_eq!(first.refund_type(), kind);
    assert_eq!(first.metadata().is_some(), shop.version() >= date(2021, 3, 25));

    // The same request id gives nothing back twice.
    shop.send(shop.client.refund_order("ord-1", refund())).await;
    shop.mock.end_refund("ord-1", "rfd-1", RefundOutcome::Success).expect("it is under way");
    let order = shop.order("ord-1").await;
    assert_eq!((order.refunds.len(), order.amount_refunded), (1, Some(rupees("0.10"))));
    assert_eq!(order.refunds[0].status, Some(RefundStatus::Success));
    assert!(order.refunds[0].arn.is_some());

    let more = RefundOrder::new("rfd-2").with_amount(rupees("100.01"));
    let error = shop.fail(shop.client.refund_order("ord-1", more)).await;
    let no = error.rejection().map(|no| (no.kind(), no.code()));
    assert_eq!(no, Some((RejectionKind::BadRequest, Some("invalid.amount.exceeded"))));
    let order = all(shop.send(shop.client.refund_order("ord-1", RefundOrder::new("rfd-3"))).await);
    assert_eq!((order.amount_refunded, order.refunded), (Some(rupees("100.10")), Some(true)));
}

async fn a_refund_fails<V: Version, W: Way>(shop: &Shop<V, W>) {
    shop.paid("ord-1", "10").await;
    shop.send(shop.client.refund_order("ord-1", RefundOrder::new("rfd-1"))).await;
    shop.mock.end_refund("ord-1", "rfd-1", RefundOutcome::Failure).expect("it is under way");
    let order = shop.order("ord-1").await;
    assert_eq!(order.amount_refunded, Some(rupees("0")));
    // A failed refund is not listed at all before that date.
    assert_eq!(order.refunds.len(), usize::from(shop.version() >= date(2015, 8, 18)));
    for refund in &order.refunds {
        assert_eq!(refund.status, Some(RefundStatus::Failure));
        assert_eq!(refund.error_code(), (shop.version() >= date(2020, 11, 20)).then_some("REFUSED"));
    }
    // The money is there to be given back again.
    let order = all(shop.send(shop.client.refund_order("ord-1", RefundOrder::new("rfd-2"))).await);
    assert_eq!(order.amount_refunded, Some(rupees("10")));
}

async fn a_refund_waits_for_a_look<V: Version, W: Way>(shop: &Shop<V, W>) {
    shop.paid("ord-1", "10").await;
    shop.send(shop.client.refund_order("ord-1", RefundOrder::new("rfd-1"))).await;
    shop.mock.advance(Duration::from_secs(5 * 86_400 - 1));
    assert_eq!(shop.order("ord-1").await.refunds[0].status, Some(pending(shop)));
    shop.mock.advance(Duration::from_secs(1));
    let status = if shop.version() >= date(2017, 3, 16) { RefundStatus::ManualReview } else { pending(shop) };
    assert_eq!(shop.order("ord-1").await.refunds[0].status, Some(status));
    shop.mock.end_refund("ord-1", "rfd-1", RefundOutcome::Success).expect("somebody looked");
    assert_eq!(shop.order("ord-1").await.refunds[0].status, Some(RefundStatus::Success));
}

async fn an_order_is_refunded_by_itself<V: Version, W: Way>(shop: &Shop<V, W>) {
    shop.paid("ord-1", "10").await;
    shop.mock.auto_refund("ord-1").expect("it is paid");
    let order = shop.order("ord-1").await;
    let own = shop.version() >= date(2019, 11, 11);
    let (status, id) = if own { (OrderStatus::AutoRefunded, 36) } else { (OrderStatus::Charged, 21) };
    assert_eq!((&order.status, order.status_id), (&status, Some(id)));
    assert_eq!((order.amount_refunded, order.refunded), (Some(rupees("10")), Some(true)));
    // Where a charged order is still charged, nobody can say.
    let paid = if own { Answer::No } else { Answer::Unknown };
    assert_eq!(order.status.is_paid_at(shop.version()), paid);
    let asked = (shop.version() >= date(2018, 9, 20)).then_some("AUTO_REFUNDED");
    assert_eq!(order.refunds[0].initiated_by(), asked);
}

async fn a_payment_is_refunded_by_itself_alone<V: Version, W: Way>(shop: &Shop<V, W>) {
    shop.paid("ord-1", "10").await;
    let txn_id = shop.order("ord-1").await.txn_id.expect("it was paid");
    let refund = |amount| RefundTxn::new("rfd-1").with_amount(rupees(amount)).with_txn_id(txn_id.clone());
    let answer = shop.send(shop.client.refund_txn(refund("4"))).await;
    assert_eq!((&answer.status, answer.amount), (&pending(shop), Some(rupees("4"))));
    assert_eq!(answer.order_id.as_deref(), Some("ord-1"));
    // The same request id with another amount is a mistake, not a second refund.
    let error = shop.fail(shop.client.refund_txn(refund("5"))).await;
    assert_eq!(error.rejection().map(Rejection::kind), Some(RejectionKind::BadRequest));
    assert_eq!(shop.order("ord-1").await.amount_refunded, Some(rupees("4")));
}
