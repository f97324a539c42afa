//! Does not compile against the new crate: E0432.

use client::api::TOKEN;
use juspay_runtime::Auth;

pub fn witness() -> &'static Auth {
    &TOKEN
}

fn main() {}
