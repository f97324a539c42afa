//! A double of the Juspay Express Checkout API, for tests and for trying things out.
//!
//! It lives on this machine, keeps its state in memory and moves no money. Everything is kept in its newest form; an
//! answer is written at the version that the call names, through the changes that the specification declares. So it
//! behaves as the API does at any version, and there is no code in it for any of them.
//!
//! ```
//! # use juspay_mock::{Mock, PaymentOutcome};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mock = Mock::start()?;
//! // … a client with `.base_url(mock.url())` creates the order "ord-1" …
//! # assert!(mock.pay("ord-1", PaymentOutcome::Charged).is_err());
//! # Ok(())
//! # }
//! ```

mod command;
mod control;
mod dump;
mod fault;
mod journal;
mod line;
mod mock;
mod pages;
mod refusal;
mod request;
mod routes;
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
