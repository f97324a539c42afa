//! Answers that are odd and can be read all the same.

use juspay_client::orders::OrderStatus;
use juspay_client::{AnomalyKind, Answer};
use juspay_mock::Fault;

use crate::shop::{Newest, Way, rupees};

both_ways!(a_status_that_nobody_knows_is_neither_yes_nor_no, a_field_that_nobody_knows_is_told);

async fn a_status_that_nobody_knows_is_neither_yes_nor_no<W: Way>(shop: &Newest<W>) {
    shop.paid("ord-1", "10").await;
    shop.inject(Fault::unknown_status("ON_HOLD"));
    let order = shop.send(shop.client.order_status("ord-1")).await;
    let OrderStatus::Unknown(status) = &order.status else { panic!("{} is known", order.status) };
    assert_eq!((status.as_str(), status.is_early()), ("ON_HOLD", false));
    assert_eq!((order.status.is_paid(), order.status.is_final()), (Answer::Unknown, Answer::Unknown));
    assert_eq!(order.amount, Some(rupees("10")));
    let kinds: Vec<_> = order.anomalies().iter().map(|odd| (odd.path.as_str(), odd.kind)).collect();
    assert!(kinds.contains(&("status", AnomalyKind::UnknownValue)), "{kinds:?}");
    assert!(shop.odd().iter().any(|odd| odd.starts_with("order_status: status: ")), "{:?}", shop.odd());
    // The next answer is as it should be.
    assert_eq!(shop.order("ord-1").await.status, OrderStatus::Charged);
}

async fn a_field_that_nobody_knows_is_told<W: Way>(shop: &Newest<W>) {
    shop.paid("ord-1", "10").await;
    shop.inject(Fault::unknown_field("loyalty_tier", 3));
    let order = shop.send(shop.client.order_status("ord-1")).await;
    assert_eq!((&order.status, order.amount), (&OrderStatus::Charged, Some(rupees("10"))));
    let kinds: Vec<_> = order.anomalies().iter().map(|odd| (odd.path.as_str(), odd.kind)).collect();
    assert_eq!(kinds, [("loyalty_tier", AnomalyKind::UnknownField)]);
    assert_eq!(shop.odd(), ["order_status: loyalty_tier: unknown field"]);
}
