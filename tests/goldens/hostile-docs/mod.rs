#[allow(
    clippy::doc_markdown,
    clippy::inconsistent_digit_grouping,
    clippy::must_use_candidate,
    clippy::pub_underscore_fields,
    clippy::should_implement_trait,
    clippy::single_match,
    clippy::struct_field_names,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    clippy::zero_prefixed_literal
)]
#[rustfmt::skip]
pub mod api;
#[allow(
    clippy::doc_markdown,
    clippy::inconsistent_digit_grouping,
    clippy::must_use_candidate,
    clippy::pub_underscore_fields,
    clippy::should_implement_trait,
    clippy::single_match,
    clippy::struct_field_names,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    clippy::zero_prefixed_literal
)]
#[rustfmt::skip]
pub mod versions;
#[allow(
    clippy::doc_markdown,
    clippy::inconsistent_digit_grouping,
    clippy::must_use_candidate,
    clippy::pub_underscore_fields,
    clippy::should_implement_trait,
    clippy::single_match,
    clippy::struct_field_names,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    clippy::zero_prefixed_literal
)]
#[rustfmt::skip]
pub mod spec;

pub use api::{API, Environment};
