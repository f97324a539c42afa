//! How a double behaves.

use crate::webhook::shown;
use juspay_client::{ApiVersion, Secret};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How a double behaves. [`Settings::default`] is an account as the documentation describes one.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Settings {
    /// The port of the loopback address; 0 for any that is free.
    pub port: u16,
    /// The key that calls must carry as their basic user name. If there is none, any will do that is a merchant's first.
    pub key: Option<Secret>,
    /// What calls must carry as `x-merchantid`; any will do if there is none.
    pub merchant_id: Option<String>,
    /// Refuses what the documentation does not know: unknown parameters, calls that name no version, a form where JSON
    /// belongs.
    pub strict: bool,
    /// Insists on the colon behind the key. The official clients do not agree on it, and the API takes both.
    pub colon: bool,
    /// Decides every id, token and delay: the same seed and the same calls give the same answers.
    pub seed: u64,
    /// What creating an order again does.
    pub repeat: Repeat,
    /// How a lookup of an order that does not exist is answered.
    pub unknown_order: UnknownOrder,
    /// What becomes of payments, refunds and captures by themselves.
    pub outcomes: Outcomes,
    /// Where events are posted.
    pub webhooks: Option<Webhooks>,
    /// What time it is.
    pub clock: Clock,
}

/// What creating an order again, with the same id, does. The sources disagree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Repeat {
    /// Answers with the order as it stands; so says the page on creating orders.
    #[default]
    Answer,
    /// Refuses with 400 and `order_already_created`; so did the server of 2020.
    Refuse,
}

/// How the lookup of an order that does not exist is answered. The sources disagree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum UnknownOrder {
    /// With 404.
    #[default]
    NotFound,
    /// With 200 and the status `NOT_FOUND`; so did the server of 2020.
    Ok,
}

/// What becomes of payments, refunds, captures and releases by themselves, unless somebody says how a payment goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Outcomes {
    /// Nothing: they wait until somebody says how they end.
    #[default]
    Scripted,
    /// They succeed, as seen by the next call.
    Succeed,
    /// The amount of the order decides, as in the test system of one bank: below 500 a payment succeeds, below 700 it
    /// fails, and from 700 on it stays pending for ten minutes and succeeds then. Everything else succeeds.
    ByAmount,
}

/// Where events are posted, and how.
#[derive(Clone)]
#[non_exhaustive]
pub struct Webhooks {
    /// An address on this machine; nothing is ever posted elsewhere.
    pub url: String,
    /// The version at which bodies are written: it comes from the dashboard, not from any call.
    pub version: ApiVersion,
    /// User name and password of the basic credentials, as chosen in the dashboard.
    pub credentials: Option<(String, Secret)>,
    /// How often an event is posted in all that is not answered with 200; at least once.
    pub attempts: u32,
}

impl fmt::Debug for Webhooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhooks")
            .field("url", &shown(&self.url))
            .field("version", &self.version)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

impl Webhooks {
    /// Posts to an address on this machine, at a version.
    pub fn new(url: impl Into<String>, version: ApiVersion) -> Self {
        Self { url: url.into(), version, credentials: None, attempts: 3 }
    }

    /// With basic credentials.
    #[must_use]
    pub fn credentials(mut self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.credentials = Some((user.into(), password.into()));
        self
    }
}

/// What time it is for the double.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// It stands at this many seconds since 1970 and moves only when told.
    Standing(i64),
    /// It runs with the machine's, and can be moved ahead.
    Running,
}

impl Default for Clock {
    /// The first second of 2026.
    fn default() -> Self {
        Self::Standing(1_767_225_600)
    }
}
