//! The same types twice: as the generator emits them, and derived.
#![allow(dead_code, missing_docs, unreachable_pub, reason = "types of a benchmark")]
#![allow(clippy::inconsistent_digit_grouping, clippy::zero_prefixed_literal, clippy::pedantic, reason = "dates")]

pub mod derive;
pub mod ours;
pub mod request;
