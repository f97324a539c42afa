//! Mandates: set up by a payment, used by later ones, paused and ended.

use super::World;
use super::outcome::MandateOutcome;
use crate::refusal::Refusal;
use crate::webhook::Content;
use juspay_client::mandates::{AmountRule, Frequency, Mandate, MandateStatus, MandateType};
use juspay_client::orders::OrderType;

/// Seconds that a mandate lasts unless it says otherwise: ten years.
const LIFE: i64 = 10 * 365 * 86_400;

impl World {
    /// Sets up the mandate that the order asked for.
    pub(crate) fn set_up_mandate(&mut self, order_id: &str) -> Result<(), Refusal> {
        let (mandate_id, token) = (self.ids.id("mand_"), self.ids.token("mtk_"));
        let (first, last) = (self.now.seconds(), self.now.seconds().saturating_add(LIFE));
        let state = self.order_mut(order_id)?;
        let Some(terms) = state.mandate.take() else { return Ok(()) };
        let mut mandate = Mandate::new();
        mandate.mandate_id = Some(mandate_id);
        mandate.mandate_token = Some(token);
        mandate.mandate_type = Some(MandateType::Mandate);
        mandate.mandate_status = Some(MandateStatus::Active);
        mandate.max_amount = terms.max_amount.or(state.order.amount);
        mandate.amount_rule = terms.amount_rule.or(Some(AmountRule::Variable));
        mandate.frequency = terms.frequency.or(Some(Frequency::AsPresented));
        mandate.rule_type = terms.rule_type;
        mandate.rule_value = terms.rule_value;
        mandate.start_date = terms.start_date.or_else(|| Some(first.to_string().into()));
        mandate.end_date = terms.end_date.or_else(|| Some(last.to_string().into()));
        mandate.revokable_by_customer = terms.revokable_by_customer.or(Some(true));
        mandate.block_fund = terms.block_funds.or(Some(false));
        state.order.mandate = Some(mandate);
        if let Some(detail) = &mut state.order.txn_detail {
            detail.txn_object_type = Some(OrderType::MandateRegister);
        }
        self.tell("MANDATE_CREATED", order_id, Content::Mandate);
        self.tell("MANDATE_ACTIVATED", order_id, Content::Mandate);
        Ok(())
    }

    /// Says that the mandate an order asked for was not set up.
    pub(crate) fn fail_mandate(&mut self, order_id: &str) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        if state.mandate.is_some() {
            let mut mandate = Mandate::new();
            mandate.mandate_status = Some(MandateStatus::Failure);
            state.order.mandate = Some(mandate);
            self.tell("MANDATE_FAILED", order_id, Content::Mandate);
        }
        Ok(())
    }

    /// Refuses a mandate that is not there or cannot be used.
    pub(crate) fn usable_mandate(&self, merchant: &str, mandate_id: Option<&str>) -> Result<(), Refusal> {
        let Some(id) = mandate_id else { return Ok(()) };
        let own = self.orders.values().filter(|state| state.is_of(merchant));
        let mandate = own.filter_map(|state| state.order.mandate.as_ref()).find(|held| is(held, id));
        let Some(mandate) = mandate else {
            return Err(Refusal::not_found("mandate_not_found", format!("There is no mandate {id}.")));
        };
        if mandate.mandate_status == Some(MandateStatus::Active) {
            return Ok(());
        }
        Err(Refusal::state("invalid_request", format!("Mandate {id} cannot be used.")))
    }

    /// Notes that a payment uses a mandate.
    pub(crate) fn use_mandate(&mut self, order_id: &str, mandate_id: Option<String>) -> Result<(), Refusal> {
        let Some(id) = mandate_id else { return Ok(()) };
        let used = self.orders.values().filter_map(|state| state.order.mandate.as_ref()).find(|held| is(held, &id));
        let used = used.cloned();
        let state = self.order_mut(order_id)?;
        state.order.mandate = used;
        if let Some(detail) = &mut state.order.txn_detail {
            detail.txn_object_type = Some(OrderType::MandatePayment);
        }
        Ok(())
    }

    /// Changes what can be done with the mandate that an order set up.
    pub(crate) fn change_mandate(&mut self, order_id: &str, outcome: MandateOutcome) -> Result<(), Refusal> {
        let mandate = self.order(order_id)?.order.mandate.as_ref();
        let Some((mandate, id)) = mandate.and_then(|mandate| Some((mandate, mandate.mandate_id.clone()?))) else {
            return Err(Refusal::not_found("mandate_not_found", format!("Order {order_id} has no mandate.")));
        };
        let (status, event) = outcome.status();
        if mandate.mandate_status.as_ref().is_some_and(|status| status.is_final().is_yes()) {
            return Err(Refusal::state("invalid_request", format!("The mandate of order {order_id} has ended.")));
        }
        // Every order that used it shows it.
        for mandate in self.orders.values_mut().filter_map(|state| state.order.mandate.as_mut()) {
            if is(mandate, &id) {
                mandate.mandate_status = Some(status.clone());
            }
        }
        self.tell(event, order_id, Content::Mandate);
        Ok(())
    }
}

fn is(mandate: &Mandate, id: &str) -> bool {
    mandate.mandate_id.as_deref() == Some(id)
}
