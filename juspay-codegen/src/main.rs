//! The `juspay-codegen` command.
fn main() {}
