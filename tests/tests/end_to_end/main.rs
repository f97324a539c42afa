//! The generated client against the double, over real sockets: what a shop lives through, and what goes wrong on the way.
//!
//! A scenario is written once, for any version and either way of sending; [`everywhere`] makes tests of it. What a version
//! does not show yet is said in the scenario, by date.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test ends where it fails")]

#[macro_use]
mod shop;

mod crowd;
mod customers;
mod events;
mod faults;
mod mandates;
mod odd;
mod payments;
mod preauth;
mod recorded;
mod refunds;
mod sessions;
