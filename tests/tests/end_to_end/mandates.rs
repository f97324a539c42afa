//! Mandates: set up by a payment, used by a later one, paused and ended.

use juspay_client::Version;
use juspay_client::mandates::{AmountRule, Frequency, MandateCreation, MandateStatus, MandateTerms};
use juspay_client::orders::{CreateOrder, CreateOrderOptions, OrderStatus, OrderType};
use juspay_client::txns::{StartTxn, TxnFormat};
use juspay_mock::{MandateOutcome, PaymentOutcome};

use crate::shop::{MERCHANT, Shop, Way, rupees};

everywhere!(a_mandate_is_set_up_and_used, a_failed_payment_sets_up_no_mandate);

async fn asked_for<V: Version, W: Way>(shop: &Shop<V, W>) {
    let mut options = CreateOrderOptions::new();
    options.create_mandate = Some(MandateCreation::Required);
    let terms = MandateTerms::new().with_max_amount(rupees("500")).with_frequency(Frequency::Monthly);
    let mut new = CreateOrder::new("ord-1", rupees("1"));
    new.customer_id = Some("cust-1".to_owned());
    new.options = Some(options);
    new.mandate = Some(terms.with_amount_rule(AmountRule::Variable));
    shop.send(shop.client.create_order(new)).await;
}

async fn a_mandate_is_set_up_and_used<V: Version, W: Way>(shop: &Shop<V, W>) {
    asked_for(shop).await;
    shop.pay("ord-1", PaymentOutcome::Charged);
    let order = shop.order("ord-1").await;
    let mandate = order.mandate.expect("it was set up");
    assert_eq!((mandate.mandate_status, mandate.max_amount), (Some(MandateStatus::Active), Some(rupees("500"))));
    assert_eq!((mandate.frequency, mandate.amount_rule), (Some(Frequency::Monthly), Some(AmountRule::Variable)));
    let id = mandate.mandate_id.expect("it has an id");

    shop.create("ord-2", "99").await;
    let use_of = |order: &str| {
        let start = StartTxn::new(MERCHANT, order, "UPI".into(), TxnFormat::from("json"));
        shop.client.start_txn(start.with_mandate_id(id.clone()))
    };
    shop.send(use_of("ord-2")).await;
    shop.pay("ord-2", PaymentOutcome::Charged);
    let order = shop.order("ord-2").await;
    assert_eq!(order.status, OrderStatus::Charged);
    let kind = order.txn_detail.and_then(|detail| detail.txn_object_type);
    assert_eq!(kind, Some(OrderType::MandatePayment));

    shop.create("ord-3", "99").await;
    shop.mock.change_mandate("ord-1", MandateOutcome::Paused).expect("it is active");
    let error = shop.fail(use_of("ord-3")).await;
    assert_eq!(error.rejection().map(|no| no.status().as_u16()), Some(400));
    shop.mock.change_mandate("ord-1", MandateOutcome::Resumed).expect("it is paused");
    shop.send(use_of("ord-3")).await;
    shop.mock.change_mandate("ord-1", MandateOutcome::Revoked).expect("it is active");
    assert!(shop.mock.change_mandate("ord-1", MandateOutcome::Resumed).is_err());
    let status = shop.order("ord-1").await.mandate.and_then(|mandate| mandate.mandate_status);
    assert_eq!(status, Some(MandateStatus::Revoked));
}

async fn a_failed_payment_sets_up_no_mandate<V: Version, W: Way>(shop: &Shop<V, W>) {
    asked_for(shop).await;
    shop.pay("ord-1", PaymentOutcome::AuthorizationFailed);
    let mandate = shop.order("ord-1").await.mandate.expect("it says that it failed");
    assert_eq!((mandate.mandate_status, mandate.mandate_id), (Some(MandateStatus::Failure), None));
}
