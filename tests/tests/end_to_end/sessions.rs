//! Sessions of the hosted page.

use juspay_client::Version;
use juspay_client::orders::OrderStatus;
use juspay_client::session::CreateSession;
use juspay_mock::PaymentOutcome;
use juspay_runtime::http::{Error, NotSentReason};

use crate::shop::{MERCHANT, Shop, Way, rupees};

everywhere!(a_session_leads_to_a_paid_order, a_session_without_an_amount_is_not_sent);

async fn a_session_leads_to_a_paid_order<V: Version, W: Way>(shop: &Shop<V, W>) {
    let mut new = CreateSession::new("ord-1", rupees("2.50"), "cust-1", MERCHANT, "paymentPage".into());
    new.currency = Some("INR".to_owned());
    new.udf6 = Some("a & b = \"c\"".to_owned());
    let session = shop.send(shop.client.create_session(new)).await;
    assert_eq!((session.order_id.as_str(), &session.status), ("ord-1", &OrderStatus::New));
    let links = session.payment_links.as_ref().expect("there is a page");
    assert!(links.web.as_deref().is_some_and(|link| link.starts_with(shop.mock.url())));
    assert!(session.sdk_payload.is_some());
    assert_eq!(shop.count("create_session"), 1);

    shop.pay("ord-1", PaymentOutcome::Charged);
    let order = shop.order("ord-1").await;
    assert_eq!((order.status, order.amount), (OrderStatus::Charged, Some(rupees("2.50"))));
    assert_eq!((order.customer_id.as_deref(), order.udf6.as_deref()), (Some("cust-1"), Some("a & b = \"c\"")));
}

async fn a_session_without_an_amount_is_not_sent<V: Version, W: Way>(shop: &Shop<V, W>) {
    for amount in ["2.505", "0", "0.99"] {
        let new = CreateSession::new("ord-1", rupees(amount), "cust-1", MERCHANT, "paymentPage".into());
        let error = shop.fail(shop.client.create_session(new)).await;
        let Error::NotSent(not_sent) = &error else { panic!("{error}") };
        assert!(matches!(not_sent.reason, NotSentReason::Invalid(_)), "{error}");
    }
    assert_eq!(shop.count("create_session"), 0);
}
