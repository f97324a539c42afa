//! Whatever happens to an order, in whatever order: its sums are right, and its parts agree.

use super::{ORDER, amount, refund, world};
use crate::refusal::Refusal;
use crate::world::World;
use crate::world::methods::Method;
use crate::world::outcome::{MandateOutcome, PaymentOutcome, RefundOutcome};
use juspay_client::orders::{Order, UpdateOrder};
use juspay_client::refunds::{Refund, RefundStatus};
use juspay_client::{Amount, ApiVersion, Wire};
use proptest::prelude::*;
use proptest::sample::select;

#[derive(Clone, Debug)]
enum Step {
    Start,
    Settle(PaymentOutcome),
    Capture(Option<String>),
    EndCapture(bool),
    Void,
    EndVoid(bool),
    Refund(u8, Option<String>),
    EndRefund(u8, RefundOutcome),
    AutoRefund,
    Update(String),
    ChangeMandate(MandateOutcome),
    Redeem(u32),
    GatewayOffer(u32, bool),
    Chargeback,
    Advance(u32),
}

fn step() -> impl Strategy<Value = Step> {
    let price =
        || select(vec!["0.01", "1", "33.33", "50", "99.99", "100", "100.01", "0", "-5"]).prop_map(str::to_owned);
    let refunds = select(vec![RefundOutcome::Success, RefundOutcome::Failure, RefundOutcome::ManualReview]);
    let mandates = select(vec![MandateOutcome::Paused, MandateOutcome::Resumed, MandateOutcome::Revoked]);
    prop_oneof![
        Just(Step::Start),
        select(PaymentOutcome::ALL.to_vec()).prop_map(Step::Settle),
        Just(Step::Settle(PaymentOutcome::Charged)),
        proptest::option::of(price()).prop_map(Step::Capture),
        any::<bool>().prop_map(Step::EndCapture),
        Just(Step::Void),
        any::<bool>().prop_map(Step::EndVoid),
        (0..4_u8, proptest::option::of(price())).prop_map(|(id, price)| Step::Refund(id, price)),
        (0..4_u8, refunds).prop_map(|(id, outcome)| Step::EndRefund(id, outcome)),
        Just(Step::AutoRefund),
        price().prop_map(Step::Update),
        mandates.prop_map(Step::ChangeMandate),
        (0..200_u32).prop_map(Step::Redeem),
        (0..200_u32, any::<bool>()).prop_map(|(discount, granted)| Step::GatewayOffer(discount, granted)),
        Just(Step::Chargeback),
        (0..1_000_000_u32).prop_map(Step::Advance),
    ]
}

fn take(world: &mut World, step: &Step) -> Result<(), Refusal> {
    match step {
        Step::Start => {
            let mut method = Method::default();
            method.sets_up_mandate = true;
            world.start_payment(ORDER, method)
        }
        Step::Settle(outcome) => world.settle(ORDER, *outcome),
        Step::Capture(price) => world.capture(ORDER, price.as_deref().map(amount)),
        Step::EndCapture(succeeds) => world.end_capture(ORDER, *succeeds),
        Step::Void => world.void(ORDER),
        Step::EndVoid(succeeds) => world.end_void(ORDER, *succeeds),
        Step::Refund(id, price) => refund(world, &format!("r{id}"), price.as_deref()),
        Step::EndRefund(id, outcome) => world.end_refund(ORDER, &format!("r{id}"), *outcome),
        Step::AutoRefund => world.auto_refund(ORDER),
        Step::Update(price) => {
            let mut change = UpdateOrder::new();
            change.amount = Some(amount(price)).filter(|amount| *amount >= Amount::from(1));
            world.update(ORDER, change)
        }
        Step::ChangeMandate(outcome) => world.change_mandate(ORDER, *outcome),
        Step::Redeem(points) => world.redeem(ORDER, *points),
        Step::GatewayOffer(discount, granted) => world.gateway_offer(ORDER, *discount, *granted),
        Step::Chargeback => world.chargeback(ORDER),
        Step::Advance(seconds) => {
            world.advance(i64::from(*seconds));
            world.catch_up();
            Ok(())
        }
    }
}

fn sum(refunds: &[Refund], counts: impl Fn(&Refund) -> bool) -> Amount {
    let amounts = refunds.iter().filter(|refund| counts(refund)).filter_map(|refund| refund.amount);
    amounts.fold(Amount::ZERO, |sum, amount| sum.checked_add(amount).unwrap_or(sum))
}

fn order(world: &World) -> Order {
    world.order(ORDER).map_or_else(|refusal| unreachable!("{refusal}"), |state| state.order.clone())
}

fn holds_together(world: &World) {
    let Ok(state) = world.order(ORDER) else { unreachable!("the order is kept") };
    let order = &state.order;
    let back = sum(&order.refunds, |refund| refund.status != Some(RefundStatus::Failure));
    assert!(back <= state.paid(), "{back} of {} went back", state.paid());
    assert_eq!(order.amount_refunded, Some(back));
    assert_eq!(order.refunded, Some(back > Amount::ZERO && back >= state.paid()));
    assert_eq!(order.status_id, order.status.id(), "{}", order.status);
    let detail = order.txn_detail.as_ref().and_then(|detail| detail.status.as_ref());
    assert!(detail.is_none_or(|status| *status == order.status));
    if let Some(captured) = order.captured_amount() {
        let taking = state.capturing.unwrap_or(Amount::ZERO);
        assert!(captured.checked_add(taking).is_some_and(|sum| sum <= state.attempted()));
        assert_eq!(order.refundable_amount(), captured.checked_sub(back));
    }
    if let Some(rewards) = order.rewards_breakup() {
        assert!(rewards.card_amount.is_some_and(|rest| !rest.is_negative()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_are_right_and_what_is_refused_changes_nothing(
        holds in any::<bool>(),
        steps in proptest::collection::vec(step(), 1..40),
    ) {
        let mut world = world(holds);
        for step in &steps {
            let before = order(&world).encode_at(ApiVersion::NEWEST);
            if take(&mut world, step).is_err() {
                assert_eq!(order(&world).encode_at(ApiVersion::NEWEST), before, "{step:?}");
            }
            holds_together(&world);
        }
    }
}
