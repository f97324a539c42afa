//! What two things do to each other: a mandate and who uses it, a capture that fails after another one, a hold and a
//! mandate.

use super::{ORDER, amount, create, pay, refund, status, world};
use crate::world::World;
use crate::world::methods::Method;
use crate::world::orders::NewOrder;
use crate::world::outcome::{MandateOutcome, PaymentOutcome};
use juspay_client::mandates::{MandateStatus, MandateTerms};
use juspay_client::orders::{CreateOrder, OrderStatus};

fn mandate(world: &World, order_id: &str) -> Option<MandateStatus> {
    world.order(order_id).ok()?.order.mandate.as_ref()?.mandate_status.clone()
}

/// The order sets a mandate up, and gives its id.
fn set_up(world: &mut World) -> Option<String> {
    let mut method = Method::default();
    method.sets_up_mandate = true;
    assert_eq!(world.start_payment(ORDER, method), Ok(()));
    assert_eq!(pay(world, PaymentOutcome::Charged), Ok(()));
    world.order(ORDER).ok()?.order.mandate.as_ref()?.mandate_id.clone()
}

fn using(mandate_id: Option<String>) -> Method {
    let mut method = Method::default();
    method.mandate_id = mandate_id;
    method
}

#[test]
fn a_mandate_is_the_same_for_all_orders_that_use_it() {
    let mut world = world(false);
    let id = set_up(&mut world);
    assert!(id.is_some());
    for order_id in ["ord-2", "ord-3"] {
        assert_eq!(create(&mut world, order_id, "5", false), Ok(true));
    }
    assert_eq!(world.start_payment("ord-2", using(id.clone())), Ok(()));
    assert_eq!(world.change_mandate("ord-2", MandateOutcome::Paused), Ok(()));
    assert_eq!(mandate(&world, ORDER), Some(MandateStatus::Paused));
    assert!(world.start_payment("ord-3", using(id.clone())).is_err(), "it is paused");
    assert_eq!(world.change_mandate(ORDER, MandateOutcome::Revoked), Ok(()));
    assert_eq!(mandate(&world, "ord-2"), Some(MandateStatus::Revoked));
    assert!(world.change_mandate("ord-2", MandateOutcome::Resumed).is_err(), "it has ended");
}

#[test]
fn a_payment_that_is_held_sets_its_mandate_up() {
    let mut world = world(true);
    assert!(set_up(&mut world).is_some());
    assert_eq!((status(&world), mandate(&world, ORDER)), (Some(OrderStatus::Authorized), Some(MandateStatus::Active)));
}

#[test]
fn what_was_captured_can_be_given_back_though_a_later_capture_fails() {
    let mut world = world(true);
    assert_eq!(pay(&mut world, PaymentOutcome::Charged), Ok(()));
    for (part, succeeds) in [("40", true), ("10", false)] {
        assert_eq!(world.capture(ORDER, Some(amount(part))), Ok(()));
        assert_eq!(world.end_capture(ORDER, succeeds), Ok(()));
    }
    assert_eq!(status(&world), Some(OrderStatus::PartialCharged));
    assert!(refund(&mut world, "r0", Some("40.01")).is_err());
    assert_eq!(refund(&mut world, "r1", Some("40")), Ok(()));
    // The rest can still be taken.
    assert_eq!(world.capture(ORDER, Some(amount("60"))), Ok(()));
}

#[test]
fn a_refund_that_is_asked_for_again_is_the_same_refund_or_is_refused() {
    let mut world = world(false);
    assert_eq!(pay(&mut world, PaymentOutcome::Charged), Ok(()));
    assert_eq!(refund(&mut world, "part", Some("1")), Ok(()));
    assert_eq!(refund(&mut world, "part", Some("1.00")), Ok(()));
    assert!(refund(&mut world, "part", Some("2")).is_err());
    assert!(refund(&mut world, "part", None).is_err(), "all was not asked for before");
    assert_eq!(refund(&mut world, "rest", None), Ok(()));
    assert_eq!(refund(&mut world, "rest", None), Ok(()));
    assert_eq!(refund(&mut world, "rest", Some("99")), Ok(()));
    assert_eq!(world.order(ORDER).map(|state| state.order.amount_refunded), Ok(Some(amount("100"))));
}

#[test]
fn both_spellings_of_a_mandates_maximum_count() {
    for (dotted, plain, most) in [(None, Some("7"), "7"), (Some("5"), Some("7"), "5")] {
        let mut new = CreateOrder::new("ord-2", amount("1"));
        new.mandate = dotted.map(|most| MandateTerms::new().with_max_amount(amount(most)));
        new.mandate_max_amount = plain.map(amount);
        let terms = NewOrder::of_call(new, "shop".to_owned()).mandate;
        assert_eq!(terms.and_then(|terms| terms.max_amount), Some(amount(most)));
    }
}

#[test]
fn what_is_captured_after_all_was_given_back_is_not_given_back() {
    let mut world = world(true);
    assert_eq!(pay(&mut world, PaymentOutcome::Charged), Ok(()));
    let refunded = |world: &World| world.order(ORDER).ok().and_then(|state| state.order.refunded);
    assert_eq!(world.capture(ORDER, Some(amount("40"))), Ok(()));
    assert_eq!(world.end_capture(ORDER, true), Ok(()));
    assert_eq!(refund(&mut world, "r0", None), Ok(()));
    assert_eq!(refunded(&world), Some(true));
    assert_eq!(world.capture(ORDER, None), Ok(()));
    assert_eq!(world.end_capture(ORDER, true), Ok(()));
    assert_eq!(refunded(&world), Some(false));
}
