//! Sessions: an order and a page to pay it on.

use super::orders::positive;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;
use crate::world::orders::{NewOrder, carry, pairs};
use juspay_client::mandates::MandateCreation;
use juspay_client::orders::{Order, OrderStatus};
use juspay_client::session::{CreateSession, Session, SessionLinks};
use juspay_client::{Latest, Wire};

pub(super) fn create(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: CreateSession = request.body()?;
    positive("amount", body.amount)?;
    let order_id = body.order_id.clone();
    let service = body.service.clone().unwrap_or_else(|| "in.juspay.hyperpay".to_owned());
    let client_id = body.payment_page_client_id.clone();
    world.create(of_session(body, request.merchant.clone()))?;
    let payload = payload(&world.ids.id("req"), &service, &client_id, &order_id);
    let order = &world.order(&order_id)?.order;
    let mut links = SessionLinks::new();
    links.web = order.payment_links.as_ref().and_then(|links| links.web.clone());
    links.expiry.clone_from(&order.order_expiry);
    let mut session = Session::<Latest>::new(order.order_id.clone(), order.status.clone());
    session.id.clone_from(&order.id);
    session.order_expiry.clone_from(&order.order_expiry);
    session.payment_links = Some(links);
    session.sdk_payload = payload.parse().ok();
    Ok(session.encode_at(request.version))
}

/// What an app hands to the kit: opaque, so only its outline is doubled.
fn payload(request_id: &str, service: &str, client_id: &str, order_id: &str) -> String {
    let inner = serde_json::json!({"clientId": client_id, "orderId": order_id, "environment": "sandbox"});
    serde_json::json!({"requestId": request_id, "service": service, "payload": inner}).to_string()
}

fn of_session(new: CreateSession, merchant: String) -> NewOrder {
    let mut order = Order::new(new.order_id, OrderStatus::New);
    order.amount = Some(new.amount);
    carry!(new => order);
    order.customer_id = Some(new.customer_id);
    let asked = new.options.as_ref().and_then(|options| options.create_mandate.as_ref());
    NewOrder {
        merchant,
        order,
        metadata: new.metadata.map(|metadata| pairs(&metadata)).unwrap_or_default(),
        wants_mandate: asked.is_some_and(|asked| *asked != MandateCreation::Disabled),
        mandate: new.mandate,
        refund_after_minutes: None,
    }
}
