//! What is too much for the double.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

mod support;

use juspay_mock::Mock;
use support::{call, get, order, post};

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

#[test]
fn a_value_is_taken_in_any_form_that_says_it_and_nothing_else_is() {
    let mock = Mock::start().expect("a port is free");
    let json = |id: u32, field: &str| {
        let body = format!(r#"{{"order_id":"ord-{id}","amount":"1",{field}}}"#);
        call("POST", &format!("{}/orders", mock.url()), "application/json", &body).status
    };
    assert_eq!(json(1, r#""mandate.rule_value":5"#), 200);
    assert_eq!(json(2, r#""mandate.rule_value":5.0"#), 200);
    assert_eq!(json(3, r#""mandate.rule_value":5.5"#), 400);
    assert_eq!(json(4, r#""mandate.rule_value":"""#), 400);
    assert_eq!(json(5, r#""mandate.max_amount":79228162514264337593543950336"#), 400);
    let form = |id: u32, field: &str| post(&mock, "/orders", &format!("order_id=ord-{id}&amount=1&{field}")).status;
    assert_eq!(form(6, "mandate.rule_value="), 400);
    assert_eq!(form(7, "payment_rules=[1]"), 200);
    assert_eq!(form(8, "payment_rules=[1"), 400);
    assert_eq!(form(9, "payment_rules="), 400);
}
