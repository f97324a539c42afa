//! Sessions: an order and a page to pay it on.

use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;
use crate::world::orders::{NewOrder, carry, pairs, wanted_mandate};
use juspay_client::orders::{Order, OrderStatus};
use juspay_client::session::{CreateSession, Session, SessionLinks};
use juspay_client::{Latest, Secret, Wire};
use serde_json::{Map, Value, json};

pub(super) fn create(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: CreateSession = request.body()?;
    let order_id = body.order_id.clone();
    let mut payload = payload(&body, &request.merchant);
    let service = body.service.clone().unwrap_or_else(|| "in.juspay.hyperpay".to_owned());
    world.create(of_session(body, request.merchant.clone()))?;
    let (request_id, auth) = (world.ids.id(""), world.client_auth());
    payload.insert("clientAuthToken".to_owned(), auth.client_auth_token.as_ref().map(Secret::expose).into());
    payload.insert("clientAuthTokenExpiry".to_owned(), auth.client_auth_token_expiry.map(String::from).into());
    let order = &world.order(&order_id)?.order;
    // An order that was there keeps its amount, whatever the session was asked for.
    payload.insert("amount".to_owned(), order.amount.map(|amount| amount.to_string()).into());
    let mut links = SessionLinks::new();
    links.web = order.payment_links.as_ref().and_then(|links| links.web.clone());
    links.expiry.clone_from(&order.order_expiry);
    let mut session = Session::<Latest>::new(order.order_id.clone(), order.status.clone());
    session.id.clone_from(&order.id);
    session.order_expiry.clone_from(&order.order_expiry);
    session.payment_links = Some(links);
    let opaque = json!({"requestId": request_id, "service": service, "payload": payload});
    session.sdk_payload = opaque.to_string().parse().ok();
    Ok(session.encode_at(request.version))
}

/// What an app hands to the kit, as texts under names of their own. It is opaque, so only the usual ones are doubled.
fn payload(new: &CreateSession, merchant: &str) -> Map<String, Value> {
    let texts = [
        ("merchantId", Some(merchant)),
        ("clientId", Some(&*new.payment_page_client_id)),
        ("orderId", Some(&*new.order_id)),
        ("customerId", Some(&*new.customer_id)),
        ("customerEmail", new.customer_email.as_deref()),
        ("customerPhone", new.customer_phone.as_deref()),
        ("currency", new.currency.as_deref()),
        ("description", new.description.as_deref()),
        ("returnUrl", new.return_url.as_deref()),
        ("action", Some(new.action.as_str())),
        ("environment", Some("sandbox")),
    ]
    .map(|(name, text)| Some((name.to_owned(), text?.into())));
    texts.into_iter().flatten().collect()
}

fn of_session(new: CreateSession, merchant: String) -> NewOrder {
    let mut order = Order::new(new.order_id, OrderStatus::New);
    order.amount = Some(new.amount);
    carry!(new => order);
    order.customer_id = Some(new.customer_id);
    NewOrder {
        merchant,
        order,
        metadata: new.metadata.map(|metadata| pairs(&metadata)).unwrap_or_default(),
        mandate: wanted_mandate(new.options.as_ref(), new.mandate),
        refund_after_minutes: None,
    }
}
