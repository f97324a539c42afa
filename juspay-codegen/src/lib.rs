//! Turns a checked spec into Rust, OpenAPI and JSON Schema
