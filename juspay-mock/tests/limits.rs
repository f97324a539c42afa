//! What is too much for the double, or too little.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

mod support;

use juspay_mock::{Mock, Settings};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use support::{Answer, call, get, order, post, send};

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

#[test]
fn what_is_missing_is_said_as_the_api_says_it() {
    let mock = Mock::start().expect("a port is free");
    let url = |path: &str| format!("{}{path}", mock.url());
    let answers = [
        (post(&mock, "/orders", "order_id=ord-1"), "amount"),
        (call("POST", &url("/session"), "application/json", r#"{"order_id": "ord-1"}"#), "amount"),
        (post(&mock, "/customers", "object_reference_id=customer-1"), "mobile_number"),
    ];
    for (answer, name) in answers {
        let seen = ["/error_code", "/error_info/code", "/error_info/fields/0/field_name"].map(|at| answer.at(at));
        assert_eq!(seen, ["Mandatory fields are missing", "MISSING_MANDATORY_PARAMETER", name], "{}", answer.body);
        assert_eq!(answer.status, 400);
    }
}

fn reason(answer: &Answer) -> (u16, String) {
    let fields = answer.at("/error_info/fields");
    let only = fields.as_array().filter(|fields| fields.len() == 1).and_then(|fields| fields.first()).cloned();
    let only = only.unwrap_or_default();
    (answer.status, format!("{} {}", only["field_name"], only["reason"]).replace('"', ""))
}

#[test]
fn one_of_several_that_is_missing_is_named() {
    let mock = Mock::start().expect("a port is free");
    for blank in ["", "&order_id=", "&order_id=+&txn_id="] {
        let answer = post(&mock, "/refunds", &format!("unique_request_id=r1&amount=1{blank}"));
        assert_eq!(reason(&answer), (400, "order_id, txn_id one of order_id, txn_id must be there".to_owned()));
        assert_eq!(answer.at("/error_message"), "order_id, txn_id: one of order_id, txn_id must be there");
    }
}

#[test]
fn what_stands_twice_is_refused() {
    let mock = Mock::start().expect("a port is free");
    for (form, name) in [
        ("amount=1&amount=1", "amount"),
        ("amount=1&payment_rules=1&payment_rules=2", "payment_rules"),
        ("amount=1&metadata.a=1&metadata.a=2", "metadata.a"),
    ] {
        let answer = post(&mock, "/orders", &format!("order_id=ord-1&{form}"));
        assert_eq!(reason(&answer), (400, format!("{name} stands twice")));
    }
    post(&mock, "/orders", "order_id=ord-1&amount=1&unknown=1&unknown=2").ok();
    for (name, value) in [("version", "2015-01-09"), ("x-merchantid", "other"), ("authorization", "Basic eDo=")] {
        let request = ureq::http::Request::get(format!("{}/orders/ord-1", mock.url()))
            .header("authorization", "Basic a2V5Og==")
            .header("x-merchantid", "shop")
            .header("version", "2021-03-25")
            .header(name, value);
        let answer = send(request.body(String::new()).expect("a request"));
        assert_eq!(reason(&answer), (400, format!("{name} stands twice")));
    }
}

#[test]
fn a_wrong_value_does_not_hide_behind_many_unknown_ones() {
    let mock = Mock::start().expect("a port is free");
    let mut form = String::from("order_id=ord-1&amount=1");
    for number in 0..2000 {
        write!(form, "&k{number}=1").expect("a text takes all");
    }
    assert_eq!(post(&mock, "/orders", &format!("{form}&order_type=NONE")).status, 400);
}

#[test]
fn a_form_where_json_belongs_is_refused_by_a_strict_double_alone() {
    let form = "order_id=ord-1&amount=1&customer_id=c&payment_page_client_id=p&action=paymentPage";
    let json = r#"{"order_id": "ord-2", "amount": "1"}"#;
    for (strict, expected) in [(false, [200, 200]), (true, [400, 200])] {
        let mut settings = Settings::default();
        settings.strict = strict;
        let mock = Mock::with(settings).expect("a port is free");
        let orders = call("POST", &format!("{}/orders", mock.url()), "application/json", json);
        assert_eq!([post(&mock, "/session", form).status, orders.status], expected, "strict: {strict}");
    }
}

#[test]
fn a_body_that_ends_in_the_middle_is_not_too_long() {
    let mock = Mock::start().expect("a port is free");
    let head = "POST /orders HTTP/1.1\r\nhost: a\r\nx-merchantid: shop\r\nauthorization: Basic a2V5Og==\r\n\
                content-type: application/x-www-form-urlencoded\r\n";
    for rest in ["content-length: 99\r\n\r\norder_id=ord-1&amount=1", "transfer-encoding: chunked\r\n\r\nzz\r\n"] {
        let mut stream = TcpStream::connect(mock.url().trim_start_matches("http://")).expect("it answers");
        stream.write_all(format!("{head}{rest}").as_bytes()).expect("it listens");
        stream.shutdown(Shutdown::Write).expect("it is open");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        assert!(answer.starts_with("HTTP/1.1 400") && answer.contains("ends in the middle"), "{answer}");
    }
    assert_eq!(get(&mock, "/orders/ord-1").status, 404);
}
