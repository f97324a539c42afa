//! Creating, looking up and changing orders.

use crate::refusal::Refusal;
use crate::request::Request;
use crate::settings::UnknownOrder;
use crate::world::World;
use crate::world::orders::NewOrder;
use juspay_client::orders::{CreateOrder, Order, OrderStatus, UpdateOrder};
use juspay_client::{Amount, Json, Latest, Wire};

pub(super) fn create(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: CreateOrder = request.body()?;
    positive("amount", body.amount)?;
    let order_id = body.order_id.clone();
    let token = body.options.as_ref().and_then(|options| options.get_client_auth_token) == Some(true);
    let created = world.create(NewOrder::of_call(body, request.merchant.clone()))?;
    if !created {
        return Ok(world.order(&order_id)?.order.encode_at(request.version));
    }
    let order = if token {
        // With a token the whole order comes back.
        let auth = world.client_auth();
        let mut order = world.order(&order_id)?.order.clone();
        order.juspay = Some(auth);
        order
    } else {
        receipt(&world.order(&order_id)?.order)
    };
    Ok(order.encode_at(request.version))
}

/// What the call that creates an order answers: little, and a status that no lookup has.
fn receipt(order: &Order) -> Order {
    let mut receipt = Order::new(order.order_id.clone(), OrderStatus::Created);
    receipt.status_id = OrderStatus::Created.id();
    receipt.id.clone_from(&order.id);
    receipt.payment_links.clone_from(&order.payment_links);
    receipt
}

pub(super) fn status(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let state = match world.order(&request.id) {
        Ok(state) => state,
        Err(_) if world.settings.unknown_order == UnknownOrder::Ok => {
            let mut none = Order::<Latest>::new(request.id.clone(), OrderStatus::NotFound);
            none.status_id = OrderStatus::NotFound.id();
            return Ok(none.encode_at(request.version));
        }
        Err(refusal) => return Err(refusal),
    };
    if request.query("options.add_full_gateway_response") != Some("true") {
        return Ok(state.order.encode_at(request.version));
    }
    let mut order = state.order.clone();
    if let Some(response) = &mut order.payment_gateway_response {
        response.gateway_response = r#"{"gateway": "DUMMY"}"#.parse::<Json>().ok();
    }
    Ok(order.encode_at(request.version))
}

pub(super) fn update(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: UpdateOrder = request.body()?;
    if let Some(amount) = body.amount {
        positive("amount", amount)?;
    }
    world.update(&request.id, body)?;
    Ok(world.order(&request.id)?.order.encode_at(request.version))
}

/// Refuses an amount that is no payment.
pub(super) fn positive(name: &str, amount: Amount) -> Result<(), Refusal> {
    if amount >= Amount::from(1) {
        return Ok(());
    }
    Err(Refusal::parameters(vec![(name.to_owned(), "is 1 or more".to_owned())]))
}
