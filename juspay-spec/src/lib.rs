//! The spec of an HTTP API whose shape depends on a dated version: hand-maintained YAML, read into a checked model.

pub mod model;
pub mod source;
pub mod version;
