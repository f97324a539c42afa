//! Refunds: asked for, under way, done, failed, looked at by hand, or given by themselves.

use super::World;
use super::orders::OrderState;
use super::outcome::{Due, RefundOutcome};
use super::preauth::change;
use crate::refusal::Refusal;
use crate::settings::Repeat;
use crate::webhook::Content;
use juspay_client::orders::OrderStatus;
use juspay_client::refunds::{Refund, RefundStatus, RefundType};
use juspay_client::{Amount, Json, Map};

/// Seconds after which a refund that is still pending is marked for a look: five days.
const PATIENCE: i64 = 5 * 86_400;

/// How many refunds an order takes.
const MOST_REFUNDS: usize = 25;

/// A refund that was asked for.
pub(crate) struct NewRefund {
    pub(crate) request_id: String,
    pub(crate) amount: Option<Amount>,
    pub(crate) kind: RefundType,
    pub(crate) initiated_by: String,
    /// Where its events go instead.
    pub(crate) webhook_url: Option<String>,
}

impl World {
    /// Begins a refund. A request id that was used before gives nothing back twice: it is answered with what there is,
    /// or refused, as the setting on repeats says.
    pub(crate) fn refund(&mut self, order_id: &str, new: NewRefund) -> Result<(), Refusal> {
        let (id, stamp) = (self.ids.id("rfnd_"), self.now.stamp());
        let answers = self.settings.repeat == Repeat::Answer;
        let state = self.order_mut(order_id)?;
        if let Some(former) = find(state, &new.request_id) {
            let same = match new.amount {
                Some(_) => former.amount == new.amount,
                None => state.asked_for_all.contains(&new.request_id),
            };
            let message = || format!("The unique_request_id {} was used before.", new.request_id);
            return if answers && same { Ok(()) } else { Err(Refusal::duplicate(message())) };
        }
        let status = &state.order.status;
        if !is_paid(status) {
            return Err(Refusal::state("invalid.order.not_successful", "forward order/transaction is not successful"));
        }
        if state.order.refunds.len() >= MOST_REFUNDS {
            let message = format!("An order takes no more than {MOST_REFUNDS} refunds.");
            return Err(Refusal::state("request.exceeded", message));
        }
        let left = refundable(state);
        let amount = new.amount.unwrap_or(left);
        if amount.is_zero() || amount.is_negative() {
            return Err(Refusal::state("invalid.amount", "The amount of a refund is more than nothing."));
        }
        if amount > left {
            return Err(Refusal::state("invalid.amount.exceeded", format!("{left} is left to refund.")));
        }
        let mut refund = Refund::new()
            .with_refund_type(new.kind)
            .with_refund_source("DUMMY")
            .with_initiated_by(new.initiated_by)
            .with_metadata(note("gateway_note", "asked for"));
        refund.id = Some(id);
        refund.unique_request_id = Some(new.request_id.clone());
        refund.amount = Some(amount);
        refund.status = Some(RefundStatus::Pending);
        refund.sent_to_gateway = Some(false);
        refund.error_message = Some(String::new());
        refund.created = Some(stamp.clone());
        refund.last_updated = Some(stamp);
        state.order.refunds.push(refund);
        if new.amount.is_none() {
            state.asked_for_all.push(new.request_id.clone());
        }
        if let Some(url) = new.webhook_url {
            state.refund_urls.insert(new.request_id.clone(), url);
        }
        add_up(state);
        self.tell_refund("REFUND_INITIATED", order_id, &new.request_id);
        self.plan_refund(order_id, new.request_id);
        Ok(())
    }

    fn plan_refund(&mut self, order_id: &str, request_id: String) {
        let order_id = order_id.to_owned();
        let (seconds, outcome) =
            if self.ends_by_itself() { (0, RefundOutcome::Success) } else { (PATIENCE, RefundOutcome::ManualReview) };
        self.plan(seconds, Due::Refund { order_id, request_id, outcome });
    }

    /// Ends a refund that is under way, or marks it for a look.
    pub(crate) fn end_refund(
        &mut self,
        order_id: &str,
        request_id: &str,
        outcome: RefundOutcome,
    ) -> Result<(), Refusal> {
        let (stamp, reference, arn) = (self.now.stamp(), self.ids.digits(18), self.ids.digits(23));
        let state = self.order_mut(order_id)?;
        let is = |refund: &&mut Refund| refund.unique_request_id.as_deref() == Some(request_id);
        let Some(refund) = state.order.refunds.iter_mut().find(is) else {
            return Err(Refusal::not_found("refund_not_found", format!("There is no refund {request_id}.")));
        };
        if !ends_later(refund) {
            return Err(Refusal::state("invalid_request", format!("Refund {request_id} has come to its end.")));
        }
        let automatic = refund.initiated_by() == Some(AUTOMATIC);
        refund.last_updated = Some(stamp.clone());
        refund.sent_to_gateway = Some(true);
        let event = match outcome {
            RefundOutcome::Success => {
                refund.status = Some(RefundStatus::Success);
                refund.reference = Some(reference);
                refund.arn = Some(arn);
                refund.pg_processed_at = Some(stamp);
                if automatic { "AUTO_REFUND_SUCCEEDED" } else { "ORDER_REFUNDED" }
            }
            RefundOutcome::Failure => {
                refund.status = Some(RefundStatus::Failure);
                refund.error_message = Some("The gateway refused the refund.".to_owned());
                refund.pg_declined_at = Some(stamp);
                let failed = std::mem::take(refund);
                *refund = failed.with_error_code("REFUSED");
                if automatic { "AUTO_REFUND_FAILED" } else { "ORDER_REFUND_FAILED" }
            }
            RefundOutcome::ManualReview => {
                refund.status = Some(RefundStatus::ManualReview);
                "REFUND_MANUAL_REVIEW_NEEDED"
            }
        };
        add_up(state);
        self.tell_refund(event, order_id, request_id);
        Ok(())
    }

    /// Gives a paid order back by itself, as the API does with payments that come too late or twice.
    pub(crate) fn auto_refund(&mut self, order_id: &str) -> Result<(), Refusal> {
        let request_id = self.ids.digits(12);
        let new = NewRefund {
            request_id: request_id.clone(),
            amount: None,
            kind: RefundType::Standard,
            initiated_by: AUTOMATIC.to_owned(),
            webhook_url: None,
        };
        self.refund(order_id, new)?;
        self.order_mut(order_id)?.set_status(OrderStatus::AutoRefunded);
        self.tell("ORDER_AUTO_REFUNDED", order_id, Content::Order);
        self.tell("AUTO_REFUND_INITIATED", order_id, Content::Order);
        Ok(())
    }
}

/// Who asked for a refund that nobody asked for.
const AUTOMATIC: &str = "AUTO_REFUNDED";

/// The refund that has a request id.
pub(crate) fn find<'a>(state: &'a OrderState, request_id: &str) -> Option<&'a Refund> {
    state.order.refunds.iter().find(|refund| refund.unique_request_id.as_deref() == Some(request_id))
}

/// Whether money of an order can go back.
pub(crate) fn is_paid(status: &OrderStatus) -> bool {
    matches!(status, OrderStatus::Charged | OrderStatus::PartialCharged)
}

/// Whether something is left that a refund can give back.
pub(crate) fn can_give_back(state: &OrderState) -> bool {
    is_paid(&state.order.status) && refundable(state) > Amount::ZERO && state.order.refunds.len() < MOST_REFUNDS
}

/// Whether a refund has not come to its end.
pub(crate) fn ends_later(refund: &Refund) -> bool {
    refund.status.as_ref().is_some_and(|status| status.is_final().is_no())
}

/// What refunds that did not fail give back.
fn given_back(state: &OrderState) -> Amount {
    let counts = |refund: &&Refund| refund.status != Some(RefundStatus::Failure);
    let amounts = state.order.refunds.iter().filter(counts).filter_map(|refund| refund.amount);
    amounts.fold(Amount::ZERO, |sum, amount| sum.checked_add(amount).unwrap_or(sum))
}

/// What can be given back: what was paid, less what is on its way back.
pub(crate) fn refundable(state: &OrderState) -> Amount {
    state.paid().checked_sub(given_back(state)).unwrap_or(Amount::ZERO)
}

/// Brings the order's sums up to date.
pub(crate) fn add_up(state: &mut OrderState) {
    let back = given_back(state);
    state.order.amount_refunded = Some(back);
    state.order.refunded = Some(back > Amount::ZERO && back >= state.paid());
    if state.order.captured_amount().is_some() {
        let left = refundable(state);
        change(&mut state.order, |order| order.with_refundable_amount(left));
    }
}

fn note(name: &str, text: &str) -> Map<Json> {
    let mut map = Map::new();
    if let Ok(json) = serde_json::to_string(text).unwrap_or_default().parse() {
        map.insert(name, json);
    }
    map
}
