//! Amounts that are held first, and captured or released later.

use juspay_client::orders::{CreateOrder, CreateOrderMetadata, OrderStatus};
use juspay_client::txns::CaptureTxn;
use juspay_client::{Amount, Version};
use juspay_mock::PaymentOutcome;
use juspay_runtime::http::{Rejection, RejectionKind};

use crate::shop::{Shop, Way, all, date, rupees};

everywhere!(a_held_amount_is_captured_in_parts, a_capture_fails, a_held_amount_is_released);

/// An order whose amount is held; gives what names the payment.
pub(crate) async fn held<V: Version, W: Way>(shop: &Shop<V, W>) -> String {
    let mut new = CreateOrder::new("ord-1", rupees("100"));
    let mut metadata = CreateOrderMetadata::new();
    metadata.auto_capture = Some(false);
    new.metadata = Some(metadata);
    shop.send(shop.client.create_order(new)).await;
    shop.pay("ord-1", PaymentOutcome::Charged);
    let order = shop.order("ord-1").await;
    assert_eq!(order.status, OrderStatus::Authorized);
    assert!(order.status.is_paid().is_no() && order.status.is_final().is_no());
    order.txn_uuid.expect("a payment has one")
}

/// What a version says of the amount that was taken.
fn taken<V: Version, W: Way>(shop: &Shop<V, W>, amount: &str) -> Option<Amount> {
    (shop.version() >= date(2020, 10, 31)).then(|| rupees(amount))
}

async fn a_held_amount_is_captured_in_parts<V: Version, W: Way>(shop: &Shop<V, W>) {
    let uuid = held(shop).await;
    let part = CaptureTxn::new().with_amount(rupees("30.50"));
    let order = all(shop.send(shop.client.capture_txn(&uuid, part)).await);
    assert_eq!((order.status.clone(), order.captured_amount()), (OrderStatus::CaptureInitiated, taken(shop, "0")));
    shop.mock.end_capture("ord-1", true).expect("it is under way");
    let order = shop.order("ord-1").await;
    assert_eq!((order.status.clone(), order.captured_amount()), (OrderStatus::PartialCharged, taken(shop, "30.50")));
    assert_eq!(order.refundable_amount(), taken(shop, "30.50"));
    assert_eq!(order.txn_sub_details().len(), usize::from(shop.version() >= date(2020, 10, 31)));

    let error = shop.fail(shop.client.capture_txn(&uuid, CaptureTxn::new().with_amount(rupees("69.51")))).await;
    assert_eq!(error.rejection().map(Rejection::kind), Some(RejectionKind::BadRequest));
    shop.send(shop.client.capture_txn(&uuid, CaptureTxn::new())).await;
    shop.mock.end_capture("ord-1", true).expect("it is under way");
    let order = shop.order("ord-1").await;
    assert_eq!((order.status.clone(), order.captured_amount()), (OrderStatus::Charged, taken(shop, "100")));
    assert!(order.status.is_paid().is_yes());
}

async fn a_capture_fails<V: Version, W: Way>(shop: &Shop<V, W>) {
    let uuid = held(shop).await;
    shop.send(shop.client.capture_txn(&uuid, CaptureTxn::new())).await;
    shop.mock.end_capture("ord-1", false).expect("it is under way");
    let order = shop.order("ord-1").await;
    assert_eq!((order.status.clone(), order.captured_amount()), (OrderStatus::CaptureFailed, taken(shop, "0")));
    assert!(shop.fail(shop.client.capture_txn("eul-none", CaptureTxn::new())).await.is_not_found());
}

async fn a_held_amount_is_released<V: Version, W: Way>(shop: &Shop<V, W>) {
    let uuid = held(shop).await;
    let order = shop.send(shop.client.void_txn(&uuid)).await;
    assert_eq!(order.status, OrderStatus::VoidInitiated);
    shop.mock.end_void("ord-1", true).expect("it is under way");
    let order = shop.order("ord-1").await;
    assert_eq!(order.status, OrderStatus::Voided);
    assert!(order.status.is_paid().is_no());
    let error = shop.fail(shop.client.capture_txn(&uuid, CaptureTxn::new())).await;
    assert_eq!(error.rejection().map(Rejection::kind), Some(RejectionKind::BadRequest));
}
