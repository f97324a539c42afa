//! JSON in and out: concrete, not generic, and exact.

pub(crate) mod escape;
pub(crate) mod look;
pub(crate) mod number;
pub(crate) mod path;
mod project;
pub(crate) mod reader;
pub(crate) mod skip;
pub(crate) mod string;
pub(crate) mod writer;

pub use reader::Reader;
pub use writer::Writer;
