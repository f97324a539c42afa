//! Starting, capturing and releasing payments.

use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;
use crate::world::methods::Method;
use juspay_client::payments::{Authentication, PaymentStart};
use juspay_client::txns::{CaptureTxn, StartTxn, TxnStarted};
use juspay_client::{Latest, Wire};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

pub(super) fn start(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: StartTxn = request.body()?;
    // The body says who calls, too, and both have to have the order.
    world.order_of(&request.merchant, &body.order_id)?;
    world.order_of(&body.merchant_id, &body.order_id)?;
    world.start_payment(&body.order_id, Method::of_call(&body))?;
    let url = world.url.clone();
    let order = &world.order(&body.order_id)?.order;
    let uuid = order.txn_uuid.clone().unwrap_or_default();
    let mut authentication = Authentication::new();
    authentication.method = Some("GET".into());
    let merchant = utf8_percent_encode(&request.merchant, NON_ALPHANUMERIC);
    authentication.url = Some(format!("{url}/v2/pay/start/{merchant}/{uuid}"));
    let mut start = PaymentStart::new();
    start.authentication = Some(authentication);
    let txn_id = order.txn_id.clone().unwrap_or_default();
    let mut started = TxnStarted::<Latest>::new(order.order_id.clone(), txn_id, order.status.clone());
    started.txn_uuid = Some(uuid);
    started.payment = Some(start);
    started.merchant_return_url = order.return_url.clone().filter(|url| !url.is_empty());
    Ok(started.encode_at(request.version))
}

pub(super) fn capture(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: CaptureTxn = request.body()?;
    let order_id = world.order_of_own_txn(&request.merchant, &request.id)?;
    world.capture(&order_id, body.amount)?;
    Ok(world.order(&order_id)?.order.encode_at(request.version))
}

pub(super) fn void(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let order_id = world.order_of_own_txn(&request.merchant, &request.id)?;
    world.void(&order_id)?;
    Ok(world.order(&order_id)?.order.encode_at(request.version))
}
