#[allow(clippy::doc_markdown, clippy::zero_prefixed_literal)]
#[rustfmt::skip]
pub mod api;
#[allow(clippy::doc_markdown, clippy::zero_prefixed_literal)]
#[rustfmt::skip]
pub mod versions;
#[allow(clippy::doc_markdown, clippy::zero_prefixed_literal)]
#[rustfmt::skip]
pub mod spec;

pub use api::{API, Environment};
