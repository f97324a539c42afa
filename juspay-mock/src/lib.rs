#![doc = include_str!("../README.md")]

mod address;
mod command;
mod control;
mod dump;
mod fault;
mod form;
mod journal;
mod line;
mod mock;
mod pages;
mod refusal;
mod request;
mod routes;
mod sent;
mod server;
mod settings;
mod spoil;
mod state;
mod webhook;
mod world;

pub use command::Command;
pub use fault::Fault;
pub use journal::{Call, Delivery};
pub use mock::Mock;
pub use refusal::Refusal;
pub use settings::{Clock, Outcomes, Repeat, Settings, UnknownOrder, Webhooks};
pub use world::outcome::{MandateOutcome, PaymentOutcome, RefundOutcome};
