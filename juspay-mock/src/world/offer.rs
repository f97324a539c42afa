//! What the owner can tell the double about an order as it stands: the buttons of its page.

use super::orders::OrderState;
use super::outcome::{MandateOutcome, PaymentOutcome, RefundOutcome};
use super::payments::{takes_payment, under_way};
use super::refunds::{can_give_back, ends_later};
use crate::command::Command;
use juspay_client::orders::OrderStatus;
use juspay_client::refunds::RefundStatus;

/// Every command about an order that its state allows at this time and that would change something.
pub(crate) fn commands(state: &OrderState, now: i64) -> Vec<Command> {
    let mut commands: Vec<Command> = payments(state, now).into_iter().map(|outcome| pay(state, outcome)).collect();
    let order_id = || state.order.order_id.clone();
    for succeeds in [true, false] {
        match state.order.status {
            OrderStatus::CaptureInitiated => commands.push(Command::EndCapture { order_id: order_id(), succeeds }),
            OrderStatus::VoidInitiated => commands.push(Command::EndVoid { order_id: order_id(), succeeds }),
            _ => {}
        }
    }
    commands.extend(refunds(state));
    if can_give_back(state) {
        commands.push(Command::AutoRefund { order_id: order_id() });
    }
    commands.extend(mandate(state));
    commands
}

/// How a payment of an order can end, be it under way or not.
pub(crate) fn payments(state: &OrderState, now: i64) -> Vec<PaymentOutcome> {
    let status = &state.order.status;
    if !under_way(status) && (!takes_payment(status) || now > state.expires) {
        return Vec::new();
    }
    let pending = *status == OrderStatus::Authorizing;
    let outcomes = PaymentOutcome::ALL.into_iter();
    outcomes.filter(|outcome| !pending || *outcome != PaymentOutcome::Pending).collect()
}

fn pay(state: &OrderState, outcome: PaymentOutcome) -> Command {
    Command::Pay { order_id: state.order.order_id.clone(), outcome }
}

fn refunds(state: &OrderState) -> Vec<Command> {
    let mut commands = Vec::new();
    for refund in state.order.refunds.iter().filter(|refund| ends_later(refund)) {
        let Some(id) = &refund.unique_request_id else { continue };
        let looked_at = refund.status == Some(RefundStatus::ManualReview);
        for outcome in [RefundOutcome::Success, RefundOutcome::Failure, RefundOutcome::ManualReview] {
            if !looked_at || outcome != RefundOutcome::ManualReview {
                let (order_id, unique_request_id) = (state.order.order_id.clone(), id.clone());
                commands.push(Command::EndRefund { order_id, unique_request_id, outcome });
            }
        }
    }
    commands
}

fn mandate(state: &OrderState) -> Vec<Command> {
    let status = state.order.mandate.as_ref().and_then(|mandate| mandate.mandate_status.as_ref());
    let Some(status) = status.filter(|status| !status.is_final().is_yes()) else { return Vec::new() };
    let outcomes =
        [MandateOutcome::Resumed, MandateOutcome::Paused, MandateOutcome::Revoked, MandateOutcome::Expired].into_iter();
    let changes = outcomes.filter(|outcome| outcome.status().0 != *status);
    changes.map(|outcome| Command::ChangeMandate { order_id: state.order.order_id.clone(), outcome }).collect()
}
