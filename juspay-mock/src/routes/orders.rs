//! Creating, looking up and changing orders.

use crate::refusal::Refusal;
use crate::request::Request;
use crate::settings::UnknownOrder;
use crate::world::World;
use crate::world::orders::NewOrder;
use juspay_client::orders::{CreateOrder, CreateOrderOptions, Order, OrderStatus, UpdateOrder};
use juspay_client::{Amount, Json, Latest, Wire};

pub(super) fn create(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: CreateOrder = request.body()?;
    let order_id = body.order_id.clone();
    let asks = |option: fn(&CreateOrderOptions) -> Option<bool>| body.options.as_ref().and_then(option) == Some(true);
    let token = asks(|options| options.get_client_auth_token);
    let link = asks(|options| options.get_upi_deep_links);
    let created = world.create(NewOrder::of_call(body, request.merchant.clone()))?;
    let auth = token.then(|| world.client_auth());
    let order = &world.order(&order_id)?.order;
    // With a token the whole order comes back, and so does an order that was there.
    let mut answer = if token || !created { order.clone() } else { receipt(order) };
    answer.juspay = auth;
    answer.deep_link = link.then(|| deep_link(order));
    Ok(answer.encode_at(request.version))
}

/// A link that opens a UPI app.
fn deep_link(order: &Order) -> String {
    let amount = order.amount.unwrap_or(Amount::ZERO);
    let currency = order.currency.as_deref().unwrap_or_default();
    format!("upi://pay?tr={}&am={amount}&cu={currency}", order.id.as_deref().unwrap_or_default())
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
    let state = match world.order_of(&request.merchant, &request.id) {
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
    world.order_of(&request.merchant, &request.id)?;
    world.update(&request.id, body)?;
    Ok(world.order(&request.id)?.order.encode_at(request.version))
}
