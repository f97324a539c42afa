//! What is too much for the double.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

mod support;

use juspay_mock::Mock;
use support::{get, order, post};

#[test]
fn a_body_that_is_too_long_is_refused_as_the_api_refuses() {
    let mock = Mock::start().expect("a port is free");
    order(&mock, "ord-1", "");
    let long = format!("udf6={}", "x".repeat(2 * 1024 * 1024));
    let answer = post(&mock, "/orders/ord-1", &long);
    assert_eq!((answer.status, answer.at("/error_info/code")), (413, "INVALID_REQUEST".into()));
    // It did nothing, and the double goes on.
    assert_eq!(get(&mock, "/orders/ord-1").at("/udf6"), "");
}
