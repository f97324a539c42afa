//! The spec of a dated HTTP API: hand-maintained YAML, read into a checked model
