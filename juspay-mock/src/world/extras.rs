//! What else may happen to a payment: points, an offer of the gateway, a chargeback.

use super::World;
use super::preauth::change;
use super::refunds::is_paid;
use crate::refusal::Refusal;
use juspay_client::Amount;
use juspay_client::orders::OrderStatus;
use juspay_client::payments::{Chargeback, RewardsBreakup};

impl World {
    /// A part of a payment was made in points, the rest by card.
    pub(crate) fn redeem(&mut self, order_id: &str, points: u32) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        refuse_unpaid(order_id, &state.order.status)?;
        let points = Amount::from(i64::from(points));
        let Some(rest) = state.paid().checked_sub(points).filter(|rest| !rest.is_negative()) else {
            return Err(Refusal::state("invalid.amount", format!("{} was paid for order {order_id}.", state.paid())));
        };
        let mut breakup = RewardsBreakup::new();
        breakup.rewards_points_amount = Some(points);
        breakup.card_amount = Some(rest);
        change(&mut state.order, |order| order.with_rewards_breakup(breakup));
        self.touch(order_id);
        Ok(())
    }

    /// The gateway grants an offer of its own, or refuses it.
    pub(crate) fn gateway_offer(&mut self, order_id: &str, discount: u32, granted: bool) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        let discount = Amount::from(if granted { i64::from(discount) } else { 0 });
        let amount = state.attempted();
        if discount > amount {
            return Err(Refusal::state("invalid.amount", format!("{amount} is to be paid for order {order_id}.")));
        }
        let Some(response) = state.order.payment_gateway_response.take() else {
            return Err(Refusal::state("invalid_request", format!("Order {order_id} has no payment.")));
        };
        let response = response.with_offer("DUMMY-OFFER").with_offer_type("DISCOUNT").with_offer_availed(granted);
        let response = response.with_discount_amount(discount);
        state.order.payment_gateway_response =
            Some(if granted { response } else { response.with_offer_failure_reason("The offer is used up.") });
        self.touch(order_id);
        Ok(())
    }

    /// The customer's bank takes a payment back. No event tells of it: what one would hold is not known.
    pub(crate) fn chargeback(&mut self, order_id: &str) -> Result<(), Refusal> {
        let (id, reference, stamp) = (self.ids.id("cbk_"), self.ids.digits(12), self.now.stamp());
        let state = self.order_mut(order_id)?;
        if state.order.status != OrderStatus::AutoRefunded {
            refuse_unpaid(order_id, &state.order.status)?;
        }
        if !state.order.chargebacks().is_empty() {
            return Err(Refusal::state("invalid_request", format!("Order {order_id} was charged back already.")));
        }
        let mut chargeback = Chargeback::new();
        chargeback.id = Some(id);
        chargeback.object = Some("chargeback".to_owned());
        chargeback.object_reference_id = Some(reference);
        chargeback.amount = Some(state.paid());
        chargeback.txn.clone_from(&state.order.txn_detail);
        chargeback.date_created = Some(stamp.clone());
        chargeback.last_updated = Some(stamp);
        change(&mut state.order, |order| order.with_chargebacks(vec![chargeback]));
        self.touch(order_id);
        Ok(())
    }
}

fn refuse_unpaid(order_id: &str, status: &OrderStatus) -> Result<(), Refusal> {
    if is_paid(status) {
        return Ok(());
    }
    Err(Refusal::state("invalid_request", format!("Order {order_id} is {status}: it is not paid.")))
}
