//! Payments: an attempt begins, and ends.

use super::World;
use super::methods::Method;
use super::orders::OrderState;
use super::outcome::PaymentOutcome;
use super::preauth::change;
use crate::refusal::Refusal;
use crate::webhook::Content;
use juspay_client::mandates::MandateTerms;
use juspay_client::orders::OrderStatus;
use juspay_client::payments::{PaymentGatewayResponse, ResponseCategory, TxnDetail};
use juspay_client::{Amount, Timestamp};

/// The gateway that every payment takes.
const GATEWAY: (&str, i64) = ("DUMMY", 100);

impl World {
    /// Begins an attempt to pay an order.
    pub(crate) fn start_payment(&mut self, order_id: &str, method: Method) -> Result<(), Refusal> {
        let (uuid, reference) = (self.ids.id("eul"), self.ids.digits(12));
        let (stamp, now) = (self.now.stamp(), self.now.seconds());
        let state = self.order_mut(order_id)?;
        let status = &state.order.status;
        if !takes_payment(status) {
            let message = format!("Order {order_id} is {status} and takes no payment.");
            return Err(Refusal::state("invalid_request", message));
        }
        if now > state.expires {
            return Err(Refusal::expired(format!("Order {order_id} can no longer be paid.")));
        }
        let merchant = state.order.merchant_id.clone().unwrap_or_default();
        self.usable_mandate(&merchant, method.mandate_id.as_deref())?;
        let state = self.order_mut(order_id)?;
        state.attempts = state.attempts.saturating_add(1);
        state.told = false;
        if method.sets_up_mandate && state.mandate.is_none() {
            state.mandate = Some(MandateTerms::default());
        }
        let txn_id = format!("{merchant}-{}-{}", state.order.order_id, state.attempts);
        begin(state, &method, txn_id, uuid, &stamp, reference);
        state.set_status(OrderStatus::PendingVbv);
        let (amount, attempt) = (state.amount(), state.attempts);
        self.use_mandate(order_id, method.mandate_id)?;
        self.tell("TXN_CREATED", order_id, Content::Order);
        self.plan_payment(order_id, amount, attempt);
        Ok(())
    }

    /// Ends the attempt that is under way.
    pub(crate) fn settle(&mut self, order_id: &str, outcome: PaymentOutcome) -> Result<(), Refusal> {
        let late = {
            let now = self.now.seconds();
            let state = self.order_mut(order_id)?;
            if !under_way(&state.order.status) {
                let message = format!("Order {order_id} is {}: no payment is under way.", state.order.status);
                return Err(Refusal::state("invalid_request", message));
            }
            state.refund_after.is_some_and(|limit| now > limit)
        };
        match outcome {
            PaymentOutcome::Pending => {
                self.order_mut(order_id)?.set_status(OrderStatus::Authorizing);
                self.touch(order_id);
                Ok(())
            }
            PaymentOutcome::Charged if self.order(order_id)?.holds => self.hold(order_id),
            PaymentOutcome::Charged => {
                self.charge(order_id)?;
                if late { self.auto_refund(order_id) } else { Ok(()) }
            }
            PaymentOutcome::AuthenticationFailed => self.fail(order_id, OrderStatus::AuthenticationFailed),
            PaymentOutcome::AuthorizationFailed => self.fail(order_id, OrderStatus::AuthorizationFailed),
            PaymentOutcome::Declined => self.fail(order_id, OrderStatus::JuspayDeclined),
        }
    }

    fn charge(&mut self, order_id: &str) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        succeed(state);
        state.set_status(OrderStatus::Charged);
        self.set_up_mandate(order_id)?;
        self.tell("TXN_CHARGED", order_id, Content::Txn);
        self.tell("ORDER_SUCCEEDED", order_id, Content::Order);
        Ok(())
    }

    fn fail(&mut self, order_id: &str, status: OrderStatus) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        let (code, message, category) = match status {
            OrderStatus::AuthorizationFailed => {
                ("BANK_DECLINED", "The bank declined the payment.", ResponseCategory::BusinessError)
            }
            OrderStatus::JuspayDeclined => {
                ("TXN_FAILURE", "The gateway does not take this card.", ResponseCategory::TechnicalError)
            }
            _ => ("USER_DECLINED", "The customer did not authenticate.", ResponseCategory::UserDropped),
        };
        let order = &mut state.order;
        order.resp_code = Some(code.to_owned());
        order.resp_message = Some(message.to_owned());
        order.resp_category = Some(category);
        order.bank_error_code = Some(code.to_owned());
        order.bank_error_message = Some(message.to_owned());
        if let Some(response) = &mut order.payment_gateway_response {
            response.resp_code = Some(code.to_owned());
            response.resp_message = Some(message.to_owned());
        }
        if let Some(detail) = &mut order.txn_detail {
            detail.error_code = Some(code.to_owned());
            detail.error_message = Some(message.to_owned());
        }
        state.set_status(status);
        self.fail_mandate(order_id)?;
        self.tell("TXN_FAILED", order_id, Content::Txn);
        self.tell("ORDER_FAILED", order_id, Content::Order);
        Ok(())
    }
}

/// Whether an attempt to pay can begin.
pub(crate) fn takes_payment(status: &OrderStatus) -> bool {
    let failed = matches!(
        status,
        OrderStatus::AuthenticationFailed | OrderStatus::AuthorizationFailed | OrderStatus::JuspayDeclined
    );
    *status == OrderStatus::New || under_way(status) || failed
}

/// Whether an attempt to pay has begun and not ended.
pub(crate) fn under_way(status: &OrderStatus) -> bool {
    matches!(status, OrderStatus::PendingVbv | OrderStatus::Authorizing)
}

/// Writes down that the gateway took the payment.
pub(crate) fn succeed(state: &mut OrderState) {
    let amount = state.attempted();
    let order = &mut state.order;
    order.effective_amount = Some(amount);
    order.resp_code = Some("TXN_SUCCESS".to_owned());
    order.resp_message = Some("Transaction is Successful".to_owned());
    order.resp_category = None;
    order.bank_error_code = Some(String::new());
    order.bank_error_message = Some(String::new());
    if let Some(response) = &mut order.payment_gateway_response {
        response.resp_code = Some("SUCCESS".to_owned());
        response.resp_message = Some("Transaction successful".to_owned());
    }
    if let Some(detail) = &mut order.txn_detail {
        detail.error_code = None;
        detail.error_message = Some(String::new());
    }
}

fn begin(state: &mut OrderState, method: &Method, txn_id: String, uuid: String, stamp: &Timestamp, reference: String) {
    let amount = state.amount();
    let order = &mut state.order;
    let zero = Amount::from(0);
    let mut detail = TxnDetail::new().with_surcharge_amount(zero).with_tax_amount(zero);
    detail.txn_id = Some(txn_id.clone());
    detail.txn_uuid = Some(uuid.clone());
    detail.order_id = Some(order.order_id.clone());
    detail.txn_amount = Some(amount);
    detail.net_amount = Some(amount);
    detail.currency.clone_from(&order.currency);
    detail.gateway = Some(GATEWAY.0.to_owned());
    detail.gateway_id = Some(GATEWAY.1);
    detail.error_message = Some(String::new());
    method.show(order, &mut detail);
    detail.created = Some(stamp.clone());
    let mut response = PaymentGatewayResponse::new();
    response.txn_id = Some(txn_id.clone());
    response.epg_txn_id = Some(reference.clone());
    response.rrn = Some(reference);
    response.created = Some(stamp.clone());
    order.txn_id = Some(txn_id);
    order.txn_uuid = Some(uuid);
    order.txn_detail = Some(detail);
    order.payment_gateway_response = Some(response);
    order.gateway_id = Some(GATEWAY.1);
    order.resp_code = None;
    order.resp_message = None;
    order.resp_category = None;
    order.bank_error_code = Some(String::new());
    order.bank_error_message = Some(String::new());
    order.mandate = None;
    let account = state.account.clone();
    change(&mut state.order, |order| order.with_gateway_reference_id(account));
}
