//! The spec of an HTTP API whose shape depends on a dated version: hand-maintained YAML, read into a checked model.
//!
//! [`load_dir`] reads a folder, [`embedded`] the spec of Juspay's Express Checkout API that comes with this crate. Both
//! give a [`Loaded`]: everything that is wrong, at once and with its place, and the model ([`model::Api`]) if there is
//! one.
//!
//! Stages go one way: files → spanned tree → raw spec → checked [`model`]. Nothing here knows of Rust output beyond the
//! names of things, which are decided in one pass over the whole spec.

pub mod chars;
pub mod diagnostic;
pub mod diff;
#[cfg(feature = "pages")]
pub mod drift;
mod embedded;
pub mod language;
mod load;
pub mod model;
#[cfg(feature = "pages")]
pub mod pages;
mod raw;
mod resolve;
pub mod source;
mod tree;
pub mod version;

pub use embedded::{embedded, embedded_files};
pub use load::{Loaded, load_dir, load_files};
pub use resolve::{FlatField, flat_fields};
