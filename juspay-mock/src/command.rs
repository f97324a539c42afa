//! What the owner of a double tells it to do: the same from Rust, over HTTP and from its page.

use crate::fault::Fault;
use crate::refusal::Refusal;
use crate::world::World;
use crate::world::methods::Method;
use crate::world::outcome::{MandateOutcome, PaymentOutcome, RefundOutcome};
use crate::world::payments::under_way;
use serde::{Deserialize, Serialize};

/// Something that the owner of a double tells it to do.
///
/// As JSON it has its name under `do`: `{"do": "pay", "order_id": "ord-1", "outcome": "charged"}`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Command {
    /// The customer pays an order: an attempt begins, unless one is under way, and ends like this.
    Pay {
        /// The merchant's id of the order.
        order_id: String,
        /// How the attempt ends.
        outcome: PaymentOutcome,
    },
    /// A capture under way ends.
    EndCapture {
        /// The merchant's id of the order.
        order_id: String,
        /// Whether it succeeds.
        succeeds: bool,
    },
    /// A release under way ends.
    EndVoid {
        /// The merchant's id of the order.
        order_id: String,
        /// Whether it succeeds.
        succeeds: bool,
    },
    /// A refund under way ends, or is marked for a look.
    EndRefund {
        /// The merchant's id of the order.
        order_id: String,
        /// The merchant's id of the refund.
        unique_request_id: String,
        /// How it ends.
        outcome: RefundOutcome,
    },
    /// A paid order is given back by itself.
    AutoRefund {
        /// The merchant's id of the order.
        order_id: String,
    },
    /// A mandate that an order set up changes.
    ChangeMandate {
        /// The merchant's id of the order.
        order_id: String,
        /// What happens to it.
        outcome: MandateOutcome,
    },
    /// A part of a paid order was paid in points, the rest by card.
    Redeem {
        /// The merchant's id of the order.
        order_id: String,
        /// What the points were worth, in whole units of the currency.
        points: u32,
    },
    /// The gateway grants an offer of its own for a payment, or refuses it.
    GatewayOffer {
        /// The merchant's id of the order.
        order_id: String,
        /// What it takes off, in whole units of the currency.
        discount: u32,
        /// Whether it is granted.
        granted: bool,
    },
    /// The customer's bank takes a payment back.
    Chargeback {
        /// The merchant's id of the order.
        order_id: String,
    },
    /// Time passes, and what is due by then happens.
    Advance {
        /// How much.
        seconds: u32,
    },
    /// Something goes wrong with the next calls.
    Inject(Fault),
    /// Everything is forgotten.
    Reset {},
}

impl Command {
    /// The names of those that cause events.
    pub(crate) const NAMES: [&'static str; 7] =
        ["pay", "end_capture", "end_void", "end_refund", "auto_refund", "change_mandate", "advance"];

    /// Its name, if it causes events by itself.
    fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Pay { .. } => "pay",
            Self::EndCapture { .. } => "end_capture",
            Self::EndVoid { .. } => "end_void",
            Self::EndRefund { .. } => "end_refund",
            Self::AutoRefund { .. } => "auto_refund",
            Self::ChangeMandate { .. } => "change_mandate",
            Self::Redeem { .. }
            | Self::GatewayOffer { .. }
            | Self::Chargeback { .. }
            | Self::Advance { .. }
            | Self::Inject(_)
            | Self::Reset {} => return None,
        })
    }
}

impl World {
    /// Does what the owner says.
    pub(crate) fn perform(&mut self, command: Command) -> Result<(), Refusal> {
        self.twice = command.name().is_some_and(|name| self.faults.doubles(name));
        match command {
            Command::Pay { order_id, outcome } => self.pay(&order_id, outcome),
            Command::EndCapture { order_id, succeeds } => self.end_capture(&order_id, succeeds),
            Command::EndVoid { order_id, succeeds } => self.end_void(&order_id, succeeds),
            Command::EndRefund { order_id, unique_request_id, outcome } => {
                self.end_refund(&order_id, &unique_request_id, outcome)
            }
            Command::AutoRefund { order_id } => self.auto_refund(&order_id),
            Command::ChangeMandate { order_id, outcome } => self.change_mandate(&order_id, outcome),
            Command::Redeem { order_id, points } => self.redeem(&order_id, points),
            Command::GatewayOffer { order_id, discount, granted } => self.gateway_offer(&order_id, discount, granted),
            Command::Chargeback { order_id } => self.chargeback(&order_id),
            Command::Advance { seconds } => {
                self.advance(i64::from(seconds));
                Ok(())
            }
            Command::Inject(fault) => {
                fault.check()?;
                self.faults.add(fault);
                Ok(())
            }
            Command::Reset {} => {
                self.reset();
                Ok(())
            }
        }
    }

    /// Time passes; what is due by then happens when the world catches up.
    pub(crate) fn advance(&mut self, seconds: i64) {
        self.twice = self.faults.doubles("advance");
        self.now.advance(seconds);
    }

    pub(crate) fn pay(&mut self, order_id: &str, outcome: PaymentOutcome) -> Result<(), Refusal> {
        if !under_way(&self.order(order_id)?.order.status) {
            self.start_payment(order_id, Method::default())?;
        }
        self.order_mut(order_id)?.told = true;
        self.settle(order_id, outcome)
    }
}
