//! What an order lives through.

mod any;
mod late;
mod refused;
mod together;

use super::World;
use super::methods::Method;
use super::orders::NewOrder;
use super::outcome::PaymentOutcome;
use super::refunds::NewRefund;
use crate::refusal::Refusal;
use crate::settings::Settings;
use juspay_client::Amount;
use juspay_client::orders::{CreateOrder, CreateOrderMetadata, OrderStatus};
use juspay_client::refunds::RefundType;

pub(super) const ORDER: &str = "ord-1";

pub(super) fn amount(text: &str) -> Amount {
    text.parse().unwrap_or(Amount::ZERO)
}

/// A world with an order of 100.
pub(super) fn world(holds: bool) -> World {
    let mut world = World::new(Settings::default(), "http://127.0.0.1:1".to_owned());
    assert_eq!(create(&mut world, ORDER, "100", holds), Ok(true));
    world
}

pub(super) fn create(world: &mut World, order_id: &str, price: &str, holds: bool) -> Result<bool, Refusal> {
    let mut metadata = CreateOrderMetadata::new();
    metadata.auto_capture = holds.then_some(false);
    let mut new = CreateOrder::new(order_id, amount(price));
    new.metadata = Some(metadata);
    world.create(NewOrder::of_call(new, "shop".to_owned()))
}

pub(super) fn start(world: &mut World) -> Result<(), Refusal> {
    world.start_payment(ORDER, Method::default())
}

pub(super) fn pay(world: &mut World, outcome: PaymentOutcome) -> Result<(), Refusal> {
    world.pay(ORDER, outcome)
}

pub(super) fn refund(world: &mut World, request_id: &str, price: Option<&str>) -> Result<(), Refusal> {
    let new = NewRefund {
        request_id: request_id.to_owned(),
        amount: price.map(amount),
        kind: RefundType::Standard,
        initiated_by: "API".to_owned(),
        webhook_url: None,
    };
    world.refund(ORDER, new)
}

pub(super) fn status(world: &World) -> Option<OrderStatus> {
    world.order(ORDER).ok().map(|state| state.order.status.clone())
}
