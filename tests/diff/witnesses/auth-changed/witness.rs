//! Fails when it runs with the new crate.

use client::api::TOKEN;
use juspay_runtime::AuthKind;

fn main() {
    assert!(TOKEN.kind == AuthKind::Bearer);
}
