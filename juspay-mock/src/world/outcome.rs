//! How things end: what a customer, a bank, a gateway or a person at the dashboard does.

use super::{World, forget_oldest};
use crate::refusal::Refusal;
use crate::settings::Outcomes;
use juspay_client::Amount;
use juspay_client::mandates::MandateStatus;
use serde::{Deserialize, Serialize};

/// How an attempt to pay ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentOutcome {
    /// The amount is charged, or held if the order asked for that.
    Charged,
    /// The customer did not authenticate.
    AuthenticationFailed,
    /// The bank said no.
    AuthorizationFailed,
    /// The gateway does not take what was entered.
    Declined,
    /// The bank has not answered yet.
    Pending,
}

impl PaymentOutcome {
    pub(crate) const ALL: [Self; 5] =
        [Self::Charged, Self::AuthenticationFailed, Self::AuthorizationFailed, Self::Declined, Self::Pending];
}

/// How a refund ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundOutcome {
    /// The money is back.
    Success,
    /// The gateway refused.
    Failure,
    /// It takes so long that somebody has to look.
    ManualReview,
}

/// What happens to a mandate that was set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateOutcome {
    /// It can be used again.
    Resumed,
    /// It cannot be used for a while.
    Paused,
    /// The customer or the merchant ended it.
    Revoked,
    /// Its last day is over.
    Expired,
}

impl MandateOutcome {
    pub(crate) fn status(self) -> (MandateStatus, &'static str) {
        match self {
            Self::Resumed => (MandateStatus::Active, "MANDATE_UNPAUSED"),
            Self::Paused => (MandateStatus::Paused, "MANDATE_PAUSED"),
            Self::Revoked => (MandateStatus::Revoked, "MANDATE_REVOKED"),
            Self::Expired => (MandateStatus::Expired, "MANDATE_EXPIRED"),
        }
    }
}

/// Something that will happen.
#[derive(Clone, Debug)]
pub(crate) enum Due {
    Payment { order_id: String, attempt: u32, outcome: PaymentOutcome },
    Capture { order_id: String },
    Void { order_id: String },
    Refund { order_id: String, request_id: String, outcome: RefundOutcome },
}

impl Due {
    /// The merchant's id of the order that it is about.
    fn order_id(&self) -> &str {
        match self {
            Self::Payment { order_id, .. }
            | Self::Capture { order_id }
            | Self::Void { order_id }
            | Self::Refund { order_id, .. } => order_id,
        }
    }
}

impl World {
    /// Forgets the oldest orders if there are more than this many, and what was planned for them.
    pub(crate) fn forget_orders(&mut self, most: usize) {
        let before = self.orders.len();
        forget_oldest(&mut self.orders, most);
        if self.orders.len() < before {
            self.agenda.retain(|due| self.orders.contains_key(&due.order_id().to_lowercase()));
        }
    }

    pub(crate) fn carry_out(&mut self, due: Due) -> Result<(), Refusal> {
        match due {
            Due::Payment { order_id, attempt, outcome } => {
                let state = self.order(&order_id)?;
                if state.attempts == attempt && !state.told { self.settle(&order_id, outcome) } else { Ok(()) }
            }
            Due::Capture { order_id } => self.end_capture(&order_id, true),
            Due::Void { order_id } => self.end_void(&order_id, true),
            Due::Refund { order_id, request_id, outcome } => self.end_refund(&order_id, &request_id, outcome),
        }
    }

    pub(crate) fn plan(&mut self, seconds: i64, due: Due) {
        let at = self.now.seconds().saturating_add(seconds);
        self.agenda.add(at, due);
    }

    /// Whether captures, releases and refunds end by themselves.
    pub(crate) fn ends_by_itself(&self) -> bool {
        self.settings.outcomes != Outcomes::Scripted
    }

    /// Plans what becomes of a payment that has begun.
    pub(crate) fn plan_payment(&mut self, order_id: &str, amount: Amount, attempt: u32) {
        let (seconds, outcome) = match self.settings.outcomes {
            Outcomes::Scripted => return,
            Outcomes::ByAmount if amount >= Amount::from(700) => (600, PaymentOutcome::Charged),
            Outcomes::ByAmount if amount >= Amount::from(500) => (0, PaymentOutcome::AuthorizationFailed),
            Outcomes::ByAmount | Outcomes::Succeed => (0, PaymentOutcome::Charged),
        };
        self.plan(seconds, Due::Payment { order_id: order_id.to_owned(), attempt, outcome });
    }
}
