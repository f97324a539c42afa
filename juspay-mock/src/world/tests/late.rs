//! Time that passes in one leap, and what was due in it.

use super::{ORDER, amount, create, pay, refund, status, world};
use crate::settings::{Clock, Outcomes, Settings};
use crate::world::World;
use crate::world::methods::Method;
use crate::world::orders::NewOrder;
use crate::world::outcome::PaymentOutcome;
use juspay_client::orders::{CreateOrder, OrderStatus};
use juspay_client::{ApiVersion, Wire};

/// A payment that succeeds after ten minutes, of an order that is given back if it is paid after twenty.
fn slow() -> World {
    let settings = Settings { outcomes: Outcomes::ByAmount, clock: Clock::Standing(0), ..Settings::default() };
    let mut world = World::new(settings, "http://127.0.0.1:1".to_owned());
    let mut new = CreateOrder::new(ORDER, amount("800"));
    new.auto_refund = Some(true);
    new.fulfillment_threshold_minutes = Some(20);
    assert_eq!(world.create(NewOrder::of_call(new, "shop".to_owned())), Ok(true));
    assert_eq!(world.start_payment(ORDER, Method::default()), Ok(()));
    world
}

fn told(world: &World) -> String {
    world.order(ORDER).map(|state| state.order.encode_at(ApiVersion::NEWEST)).unwrap_or_default()
}

#[test]
fn a_leap_brings_what_its_steps_bring() {
    let (mut leap, mut steps) = (slow(), slow());
    leap.advance(86_400);
    leap.catch_up();
    for seconds in [599, 1, 85_800] {
        steps.advance(seconds);
        steps.catch_up();
    }
    assert_eq!(status(&leap), Some(OrderStatus::Charged), "it was paid in time");
    assert_eq!(told(&leap), told(&steps));
    assert!(told(&leap).contains(r#""last_updated":"1970-01-01T00:10:00Z""#), "{}", told(&leap));
    assert_eq!(leap.now.stamp().as_str(), "1970-01-02T00:00:00Z");
}

#[test]
fn what_somebody_says_goes_before_what_was_planned() {
    let mut world = slow();
    assert_eq!(pay(&mut world, PaymentOutcome::Pending), Ok(()));
    world.advance(86_400);
    world.catch_up();
    assert_eq!(status(&world), Some(OrderStatus::Authorizing));
    assert_eq!(pay(&mut world, PaymentOutcome::AuthorizationFailed), Ok(()));
}

#[test]
fn a_refund_is_looked_at_after_five_days_however_late_somebody_asks() {
    let mut world = world(false);
    assert_eq!(pay(&mut world, PaymentOutcome::Charged), Ok(()));
    assert_eq!(refund(&mut world, "r0", None), Ok(()));
    world.advance(30 * 86_400);
    world.catch_up();
    assert!(told(&world).contains(r#""last_updated":"2026-01-06T00:00:00Z""#), "{}", told(&world));
}

#[test]
fn what_was_planned_for_an_order_is_forgotten_with_it() {
    let mut world = world(false);
    assert_eq!(pay(&mut world, PaymentOutcome::Charged), Ok(()));
    assert_eq!(refund(&mut world, "r0", None), Ok(()));
    world.forget_orders(1);
    assert_eq!(world.agenda.len(), 1, "there are not too many orders");
    for number in 0..10 {
        assert_eq!(create(&mut world, &format!("new-{number}"), "1", false), Ok(true));
    }
    world.forget_orders(10);
    assert!(world.order(ORDER).is_err());
    assert_eq!(world.agenda.len(), 0);
}
