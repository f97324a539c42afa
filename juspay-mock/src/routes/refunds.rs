//! Refunds of orders and of payments.

use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;
use crate::world::orders::OrderState;
use crate::world::refunds::{NewRefund, find};
use juspay_client::refunds::{RefundOrder, RefundStatus, RefundTxn, RefundType, TxnRefund};
use juspay_client::{Latest, Wire};

pub(super) fn of_order(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: RefundOrder = request.body()?;
    check_txn(world.order_of(&request.merchant, &request.id)?, body.txn_id.as_deref())?;
    let new = NewRefund {
        request_id: body.unique_request_id,
        amount: body.amount,
        kind: body.refund_type.unwrap_or(RefundType::Standard),
        initiated_by: body.initiated_by.unwrap_or_else(|| "API".to_owned()),
        webhook_url: body.webhook_url,
    };
    world.refund(&request.id, new)?;
    Ok(world.order(&request.id)?.order.encode_at(request.version))
}

/// The answer is the refund alone, under other names than an order has for it.
pub(super) fn of_txn(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: RefundTxn = request.body()?;
    let order_id = match (&body.txn_id, body.order_id) {
        (Some(txn), None) => world.order_of_own_txn(&request.merchant, txn)?,
        (txn, Some(order_id)) => {
            check_txn(world.order_of(&request.merchant, &order_id)?, txn.as_deref())?;
            order_id
        }
        (None, None) => return Err(Refusal::missing("order_id")),
    };
    let request_id = body.unique_request_id;
    let new = NewRefund {
        request_id: request_id.clone(),
        amount: body.amount,
        kind: body.refund_type.unwrap_or(RefundType::Standard),
        initiated_by: "API".to_owned(),
        webhook_url: None,
    };
    world.refund(&order_id, new)?;
    let state = world.order(&order_id)?;
    let Some(refund) = find(state, &request_id) else {
        return Err(Refusal::not_found("refund_not_found", "The refund is gone."));
    };
    let mut answer = TxnRefund::<Latest>::new(refund.status.clone().unwrap_or(RefundStatus::Pending));
    answer.unique_request_id = Some(request_id);
    answer.order_id = Some(state.order.order_id.clone());
    answer.txn_id.clone_from(&state.order.txn_id);
    answer.amount = refund.amount;
    answer.refund_type = refund.refund_type().cloned();
    answer.refund_source = refund.refund_source().map(str::to_owned);
    answer.refund_arn.clone_from(&refund.arn);
    answer.sent_to_gateway = refund.sent_to_gateway;
    answer.initiated_by = refund.initiated_by().map(str::to_owned);
    answer.gateway = state.order.txn_detail.as_ref().and_then(|detail| detail.gateway.clone());
    answer.created.clone_from(&refund.created);
    Ok(answer.encode_at(request.version))
}

/// Refuses a payment that is named beside an order and is not the order's.
fn check_txn(state: &OrderState, txn_id: Option<&str>) -> Result<(), Refusal> {
    match txn_id {
        Some(txn_id) if !state.has_txn(txn_id) => {
            Err(Refusal::state("txn_not_found", format!("{txn_id} is not the payment of this order.")))
        }
        _ => Ok(()),
    }
}
