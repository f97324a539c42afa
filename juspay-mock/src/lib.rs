//! A double of the Juspay Express Checkout API, for tests and for trying things out.
//!
//! It lives on this machine, keeps its state in memory and moves no money. Everything is kept in its newest form; an
//! answer is written at the version that the call names, through the changes that the specification declares. So it
//! behaves as the API does at any version, and there is no code in it for any of them.
//!
//! A test of a shop starts one, points the client at it, and says what the customer does:
//!
//! ```
//! use juspay_client::orders::CreateOrder;
//! use juspay_client::versions::V2020_11_20;
//! use juspay_client::{Amount, Client};
//! use juspay_mock::{Fault, Mock, PaymentOutcome};
//!
//! #[tokio::main]
//! async fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let mock = Mock::start()?;
//!     let builder = Client::<V2020_11_20>::builder().base_url(mock.url()).merchant_id("shop").api_key("any");
//!     let client = builder.build()?;
//!
//!     // The answer to this call gets lost; the client finds the order again by its id.
//!     mock.inject(Fault::reset_after().on("create_order"));
//!     client.create_order(CreateOrder::new("ord-1", Amount::from(100))).send().await?;
//!     assert_eq!(mock.count("create_order"), 2);
//!
//!     mock.pay("ord-1", PaymentOutcome::AuthorizationFailed)?;
//!     let order = client.order_status("ord-1").send().await?;
//!     assert!(order.status.is_paid().is_no());
//!
//!     mock.pay("ord-1", PaymentOutcome::Charged)?;
//!     mock.auto_refund("ord-1")?;
//!     let order = client.order_status("ord-1").send().await?;
//!     // Since 2019-11-11; a client of an older version would see `CHARGED`.
//!     assert_eq!(order.status.as_str(), "AUTO_REFUNDED");
//!     Ok(())
//! }
//! ```
//!
//! Nothing happens by itself unless [`Settings::outcomes`] says so: payments, refunds and captures wait for a line of the
//! test. Time stands still until [`Mock::advance`] moves it.

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
