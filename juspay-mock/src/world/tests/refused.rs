//! Every step that the state of an order does not allow is refused, says why, and changes nothing.

use super::{ORDER, amount, create, pay, refund, start, status, world};
use crate::refusal::Refusal;
use crate::world::World;
use crate::world::orders::OrderState;
use crate::world::outcome::{MandateOutcome, PaymentOutcome, RefundOutcome};
use juspay_client::orders::{OrderStatus, UpdateOrder};
use juspay_client::{ApiVersion, Wire};

type Step = fn(&mut World) -> Result<(), Refusal>;

/// Every step, by its name.
const STEPS: [(&str, Step); 14] = [
    ("start", start),
    ("settle", |world| world.settle(ORDER, PaymentOutcome::Charged)),
    ("capture", |world| world.capture(ORDER, Some(amount("1")))),
    ("end_capture", |world| world.end_capture(ORDER, true)),
    ("void", |world| world.void(ORDER)),
    ("end_void", |world| world.end_void(ORDER, true)),
    ("refund", |world| refund(world, "new", Some("0.01"))),
    ("end_refund", |world| world.end_refund(ORDER, "r", RefundOutcome::Success)),
    ("auto_refund", |world| world.auto_refund(ORDER)),
    ("update", |world| world.update(ORDER, UpdateOrder::new())),
    ("change_mandate", |world| world.change_mandate(ORDER, MandateOutcome::Paused)),
    ("redeem", |world| world.redeem(ORDER, 1)),
    ("gateway_offer", |world| world.gateway_offer(ORDER, 1, true)),
    ("chargeback", |world| world.chargeback(ORDER)),
];

/// How an order comes to a state: whether it holds its amount, and the steps.
fn held(steps: impl FnOnce(&mut World) -> Result<(), Refusal>) -> World {
    come(true, steps)
}

fn come(holds: bool, steps: impl FnOnce(&mut World) -> Result<(), Refusal>) -> World {
    let mut world = world(holds);
    assert_eq!(steps(&mut world), Ok(()));
    world
}

fn paid(world: &mut World) -> Result<(), Refusal> {
    pay(world, PaymentOutcome::Charged)
}

fn part(world: &mut World, succeeds: bool) -> Result<(), Refusal> {
    world.capture(ORDER, Some(amount("40")))?;
    world.end_capture(ORDER, succeeds)
}

/// Each state, with what it allows.
fn states() -> Vec<(OrderStatus, World, &'static [&'static str])> {
    const OPEN: &[&str] = &["start", "update"];
    const FAILED: &[&str] = &["start", "update", "gateway_offer"];
    const UNDER_WAY: &[&str] = &["start", "settle", "update", "gateway_offer"];
    const PAID: &[&str] = &["refund", "auto_refund", "redeem", "gateway_offer", "chargeback"];
    let plain = |steps: Step| come(false, steps);
    vec![
        (OrderStatus::New, plain(|_| Ok(())), OPEN),
        (OrderStatus::PendingVbv, plain(start), UNDER_WAY),
        (OrderStatus::Authorizing, plain(|world| pay(world, PaymentOutcome::Pending)), UNDER_WAY),
        (OrderStatus::AuthenticationFailed, plain(|world| pay(world, PaymentOutcome::AuthenticationFailed)), FAILED),
        (OrderStatus::AuthorizationFailed, plain(|world| pay(world, PaymentOutcome::AuthorizationFailed)), FAILED),
        (OrderStatus::JuspayDeclined, plain(|world| pay(world, PaymentOutcome::Declined)), FAILED),
        (OrderStatus::Charged, plain(paid), PAID),
        (
            OrderStatus::AutoRefunded,
            plain(|world| paid(world).and_then(|()| world.auto_refund(ORDER))),
            &["gateway_offer", "chargeback"],
        ),
        (OrderStatus::Authorized, held(paid), &["capture", "void", "gateway_offer"]),
        (
            OrderStatus::CaptureInitiated,
            held(|world| paid(world).and_then(|()| world.capture(ORDER, None))),
            &["end_capture", "gateway_offer"],
        ),
        (
            OrderStatus::CaptureFailed,
            held(|world| paid(world).and_then(|()| part(world, false))),
            &["capture", "void", "gateway_offer"],
        ),
        (
            OrderStatus::PartialCharged,
            held(|world| paid(world).and_then(|()| part(world, true))),
            &["capture", "refund", "auto_refund", "redeem", "gateway_offer", "chargeback"],
        ),
        (
            OrderStatus::VoidInitiated,
            held(|world| paid(world).and_then(|()| world.void(ORDER))),
            &["end_void", "gateway_offer"],
        ),
        (
            OrderStatus::VoidFailed,
            held(|world| paid(world).and_then(|()| world.void(ORDER)).and_then(|()| world.end_void(ORDER, false))),
            &["void", "gateway_offer"],
        ),
        (
            OrderStatus::Voided,
            held(|world| paid(world).and_then(|()| world.void(ORDER)).and_then(|()| world.end_void(ORDER, true))),
            &["gateway_offer"],
        ),
    ]
}

#[test]
fn a_state_allows_its_steps_and_no_other() {
    for (expected, made, allowed) in states() {
        assert_eq!(status(&made), Some(expected.clone()));
        for (name, step) in STEPS {
            let (_, mut world, _) =
                states().into_iter().find(|(status, ..)| *status == expected).unwrap_or_else(|| {
                    unreachable!("the states are the same each time");
                });
            let shown = |world: &World| world.order(ORDER).map(|state| state.order.encode_at(ApiVersion::NEWEST));
            let before = shown(&world);
            let done = step(&mut world);
            assert_eq!(done.is_ok(), allowed.contains(&name), "{expected}: {name}: {done:?}");
            if let Err(refusal) = done {
                assert!(refusal.status == 400 || refusal.status == 404, "{expected}: {name}: {refusal}");
                assert_eq!(shown(&world), before, "{expected}: {name} was refused and changed something");
            }
        }
    }
}

#[test]
fn refusals_have_the_codes_and_texts_of_the_api() {
    let code = |done: Result<(), Refusal>| done.err().map(|refusal| (refusal.status, refusal.code, refusal.message));
    let is = |status: u16, code: &str, message: &str| Some((status, code.to_owned(), message.to_owned()));
    let mut open = world(false);
    assert_eq!(
        code(refund(&mut open, "r", None)),
        is(400, "invalid.order.not_successful", "forward order/transaction is not successful")
    );
    assert_eq!(start(&mut open), Ok(()));
    assert_eq!(code(open.capture(ORDER, None)), is(400, "invalid_request", "Cannot Capture PENDING_VBV Transaction"));
    assert_eq!(code(open.void(ORDER)), is(400, "invalid_request", "Cannot Void PENDING_VBV Transaction"));
    assert_eq!(code(open.void("none")).map(|(status, code, _)| (status, code)), Some((404, "order_not_found".into())));
}

#[test]
fn refunds_stay_within_what_was_paid_to_the_last_paisa() {
    let mut world = come(false, paid);
    assert_eq!(refund(&mut world, "a", Some("33.33")), Ok(()));
    assert_eq!(refund(&mut world, "b", Some("66.66")), Ok(()));
    let code = |done: Result<(), Refusal>| done.err().map(|refusal| refusal.code);
    assert_eq!(code(refund(&mut world, "c", Some("0.02"))).as_deref(), Some("invalid.amount.exceeded"));
    assert_eq!(code(refund(&mut world, "c", Some("0"))).as_deref(), Some("invalid.amount"));
    assert_eq!(refund(&mut world, "c", None), Ok(()), "the rest of it");
    let order = |world: &World| world.order(ORDER).map(|state| state.order.clone());
    assert_eq!(
        order(&world).map(|order| (order.amount_refunded, order.refunded)),
        Ok((Some(amount("100")), Some(true)))
    );
    assert_eq!(code(refund(&mut world, "d", None)).as_deref(), Some("invalid.amount"), "nothing is left");
    // What failed can be given back anew.
    assert_eq!(world.end_refund(ORDER, "b", RefundOutcome::Failure), Ok(()));
    let sums = order(&world).map(|order| (order.amount_refunded, order.refunded));
    assert_eq!(sums, Ok((Some(amount("33.34")), Some(false))));
    assert_eq!(refund(&mut world, "d", Some("66.66")), Ok(()));
    assert!(world.end_refund(ORDER, "b", RefundOutcome::Success).is_err(), "it has failed");
}

#[test]
fn an_order_takes_so_many_refunds_and_a_repeat_is_none() {
    let mut world = come(false, paid);
    for number in 0..25 {
        assert_eq!(refund(&mut world, &format!("r{number}"), Some("1")), Ok(()));
        assert_eq!(refund(&mut world, &format!("r{number}"), Some("1")), Ok(()), "a repeat is answered");
    }
    let code = |done: Result<(), Refusal>| done.err().map(|refusal| refusal.code);
    assert_eq!(code(refund(&mut world, "r25", Some("1"))).as_deref(), Some("request.exceeded"));
    assert_eq!(code(refund(&mut world, "r0", Some("2"))).as_deref(), Some("duplicate.call"), "another amount");
    assert_eq!(world.order(ORDER).map(|state| state.order.refunds.len()), Ok(25));
}

#[test]
fn a_payment_begins_before_the_order_expires() {
    let mut world = world(false);
    world.advance(15 * 60);
    assert_eq!(start(&mut world), Ok(()));
    world.advance(1);
    assert!(start(&mut world).is_err_and(|refusal| refusal.status == 400));
    // What began in time may end later.
    assert_eq!(world.settle(ORDER, PaymentOutcome::Charged), Ok(()));
}

#[test]
fn ids_that_differ_in_case_are_one_id() {
    let mut world = world(false);
    assert_eq!(create(&mut world, "ORD-1", "7", false), Ok(false));
    assert_eq!(world.order("Ord-1").map(OrderState::amount), Ok(amount("100")));
}

#[test]
fn an_attempt_keeps_its_amount() {
    let mut world = come(false, start);
    let mut change = UpdateOrder::new();
    change.amount = Some(amount("150"));
    assert_eq!(world.update(ORDER, change), Ok(()));
    assert_eq!(world.settle(ORDER, PaymentOutcome::Charged), Ok(()));
    let code = refund(&mut world, "r", Some("100.01")).err().map(|refusal| refusal.code);
    assert_eq!(code.as_deref(), Some("invalid.amount.exceeded"));
    assert_eq!(world.order(ORDER).map(|state| state.order.effective_amount), Ok(Some(amount("100"))));
}
