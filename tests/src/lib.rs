//! What tests of more than one crate share.
//!
//! - [`apis`]: the generated types of two APIs, Juspay's and that of a library, as tables to walk over.
//! - [`conform`]: what of a body decoding and encoding keep.
//! - [`golden`]: small specs with the output that is expected of them.
//! - [`sample`]: made-up bodies of any type at any version.
//! - [`server`]: a server on this machine that answers as it was told.
//! - [`synthetic`]: specs of any size.
//! - [`tree`]: JSON with its numbers as they are written.
//! - [`workspace`]: folders and commands.

pub mod apis;
pub mod conform;
pub mod golden;
pub mod sample;
pub mod server;
pub mod synthetic;
pub mod tree;
pub mod workspace;

/// The programs of the project's page are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
