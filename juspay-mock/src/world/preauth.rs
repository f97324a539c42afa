//! Amounts that are held first, and captured or released later.

use super::World;
use super::orders::OrderState;
use super::outcome::Due;
use super::payments::succeed;
use super::refunds::add_up;
use crate::refusal::Refusal;
use crate::webhook::Content;
use juspay_client::Amount;
use juspay_client::orders::{Order, OrderStatus, OrderType};
use juspay_client::payments::TxnSubDetail;

/// How an amount is taken that is held first.
const HELD: &str = "PREAUTH_AND_SETTLE";

/// In how many parts a held amount can be captured. The API names no number; answers must not grow for ever.
const MOST_PARTS: usize = 100;

impl World {
    /// Holds the amount.
    pub(crate) fn hold(&mut self, order_id: &str) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        succeed(state);
        if let Some(detail) = &mut state.order.txn_detail {
            detail.txn_type = Some(HELD.to_owned());
        }
        state.set_status(OrderStatus::Authorized);
        set_captured(state, Amount::ZERO);
        self.set_up_mandate(order_id)?;
        self.tell("ORDER_AUTHORIZED", order_id, Content::Order);
        Ok(())
    }

    /// Begins to take a held amount, or a part of it.
    pub(crate) fn capture(&mut self, order_id: &str, amount: Option<Amount>) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        let status = &state.order.status;
        if !matches!(status, OrderStatus::Authorized | OrderStatus::PartialCharged | OrderStatus::CaptureFailed) {
            return Err(Refusal::state("invalid_request", format!("Cannot Capture {status} Transaction")));
        }
        let left = state.attempted().checked_sub(state.paid()).unwrap_or(Amount::ZERO);
        let amount = amount.unwrap_or(left);
        if amount.is_zero() || amount.is_negative() || amount > left {
            return Err(Refusal::state("invalid.amount", format!("{left} is left to capture.")));
        }
        if state.order.txn_sub_details().len() >= MOST_PARTS {
            let message = format!("A payment is captured in no more than {MOST_PARTS} parts.");
            return Err(Refusal::state("request.exceeded", message));
        }
        state.capturing = Some(amount);
        state.set_status(OrderStatus::CaptureInitiated);
        self.touch(order_id);
        if self.ends_by_itself() {
            self.plan(0, Due::Capture { order_id: order_id.to_owned() });
        }
        Ok(())
    }

    /// Ends a capture that is under way.
    pub(crate) fn end_capture(&mut self, order_id: &str, succeeds: bool) -> Result<(), Refusal> {
        let (stamp, uuid) = (self.now.stamp(), self.ids.id("eul"));
        let state = self.order_mut(order_id)?;
        if state.order.status != OrderStatus::CaptureInitiated {
            return Err(Refusal::state("invalid_request", format!("No capture of order {order_id} is under way.")));
        }
        let Some(amount) = state.capturing.take().filter(|_| succeeds) else {
            // What was taken before stays taken, and can be given back.
            let nothing_taken = state.paid().is_zero();
            state.set_status(if nothing_taken { OrderStatus::CaptureFailed } else { OrderStatus::PartialCharged });
            self.tell("ORDER_CAPTURE_FAILED", order_id, Content::Order);
            return Ok(());
        };
        let taken = state.paid().checked_add(amount).unwrap_or(amount);
        set_captured(state, taken);
        let whole = taken >= state.attempted();
        if !whole || state.order.txn_sub_details().as_option().is_some() {
            let mut part = TxnSubDetail::new();
            part.txn_object_type = Some(OrderType::PartialCapture);
            part.txn_uuid = Some(uuid);
            part.order_id = Some(state.order.order_id.clone());
            part.status = Some(OrderStatus::Charged);
            part.txn_amount = Some(amount);
            part.order_amount = state.order.amount;
            part.currency.clone_from(&state.order.currency);
            part.created = Some(stamp);
            add_part(&mut state.order, part);
        }
        state.set_status(if whole { OrderStatus::Charged } else { OrderStatus::PartialCharged });
        self.tell(if whole { "ORDER_SUCCEEDED" } else { "ORDER_PARTIAL_CHARGED" }, order_id, Content::Order);
        Ok(())
    }

    /// Begins to release a held amount.
    pub(crate) fn void(&mut self, order_id: &str) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        let status = &state.order.status;
        let nothing_taken = state.paid().is_zero();
        let failed = matches!(status, OrderStatus::CaptureFailed | OrderStatus::VoidFailed);
        if *status != OrderStatus::Authorized && !(failed && nothing_taken) {
            return Err(Refusal::state("invalid_request", format!("Cannot Void {status} Transaction")));
        }
        state.set_status(OrderStatus::VoidInitiated);
        self.touch(order_id);
        if self.ends_by_itself() {
            self.plan(0, Due::Void { order_id: order_id.to_owned() });
        }
        Ok(())
    }

    /// Ends a release that is under way.
    pub(crate) fn end_void(&mut self, order_id: &str, succeeds: bool) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        if state.order.status != OrderStatus::VoidInitiated {
            return Err(Refusal::state("invalid_request", format!("No release of order {order_id} is under way.")));
        }
        state.set_status(if succeeds { OrderStatus::Voided } else { OrderStatus::VoidFailed });
        self.tell(if succeeds { "ORDER_VOIDED" } else { "ORDER_VOID_FAILED" }, order_id, Content::Order);
        Ok(())
    }
}

/// Writes down how much of a held amount was taken, and what that makes of what was given back.
fn set_captured(state: &mut OrderState, taken: Amount) {
    change(&mut state.order, |order| order.with_captured_amount(taken));
    add_up(state);
}

fn add_part(order: &mut Order, part: TxnSubDetail) {
    change(order, |order| {
        let mut parts = order.txn_sub_details().clone();
        parts.push(part);
        order.with_txn_sub_details(parts)
    });
}

/// Changes an order by what takes and gives it: fields that versions gate are set like that.
pub(crate) fn change(order: &mut Order, change: impl FnOnce(Order) -> Order) {
    let held = std::mem::replace(order, Order::new("", OrderStatus::New));
    *order = change(held);
}
