//! Turns a checked spec into Rust, `OpenAPI` and JSON Schema.
//!
//! ```no_run
//! # #[cfg(feature = "spec")]
//! fn main() -> Result<(), juspay_codegen::Error> {
//!     // In `build.rs`: writes `$OUT_DIR/juspay.rs`, which the crate takes in with `include!`.
//!     juspay_codegen::Builder::new().versions("2018-10-25..=2021-03-25").only(["orders.*"]).generate()
//! }
//! # #[cfg(not(feature = "spec"))]
//! # fn main() {}
//! ```
//!
//! The way is one-directional: the model of [`juspay_spec`] is planned into [`item`]s, a Rust-shaped list that knows
//! nothing of specs; [`emit`] turns items into tokens, and the output is formatted and written. Without the feature
//! `spec` only items and emitters are left, which is all that a derive macro needs.

pub mod emit;
pub mod item;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "conform")]
pub mod conform;
#[cfg(feature = "spec")]
pub mod diff;
#[cfg(feature = "spec")]
pub mod inspect;
#[cfg(feature = "spec")]
pub mod json;
#[cfg(feature = "spec")]
pub mod openapi;
#[cfg(feature = "reference")]
pub mod reference;
#[cfg(feature = "spec")]
pub mod schema;
#[cfg(feature = "spec")]
pub mod upgrade;
#[cfg(feature = "spec")]
mod visible;
#[cfg(feature = "spec")]
pub mod yaml;

#[cfg(feature = "spec")]
mod builder;
#[cfg(feature = "spec")]
pub mod options;
#[cfg(feature = "spec")]
pub mod output;
#[cfg(feature = "spec")]
pub mod plan;

#[cfg(feature = "spec")]
pub use builder::{Builder, Error};
