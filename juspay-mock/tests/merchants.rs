//! Several merchants at one double: none has what is another's.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

mod support;

use juspay_mock::{Mock, PaymentOutcome};
use support::{Answer, call_as, order, post};

fn other(mock: &Mock, method: &str, path: &str, form: &str) -> Answer {
    call_as("other", method, &format!("{}{path}", mock.url()), "application/x-www-form-urlencoded", form)
}

fn shop(mock: &Mock, method: &str, path: &str) -> Answer {
    call_as("shop", method, &format!("{}{path}", mock.url()), "application/x-www-form-urlencoded", "")
}

const PAYMENT: &str = "payment_method_type=UPI&payment_method=UPI&format=json";

/// Two orders of a shop, one of which is paid and sets a mandate up, and a customer of it.
fn mock() -> Mock {
    let mock = Mock::start().expect("a port is free");
    order(&mock, "ord-1", "&customer_id=cust-1&options.create_mandate=REQUIRED&mandate.max_amount=5");
    order(&mock, "ord-2", "");
    mock.pay("ord-1", PaymentOutcome::Charged).expect("it takes a payment");
    post(&mock, "/customers", "object_reference_id=customer-1&mobile_number=1").ok();
    mock
}

#[test]
fn what_is_another_merchants_is_not_there() {
    let mock = mock();
    let uuid = shop(&mock, "GET", "/orders/ord-1").at("/txn_uuid");
    let uuid = uuid.as_str().expect("it was paid");
    let start = format!("order_id=ord-2&merchant_id=other&{PAYMENT}");
    let refund = format!("unique_request_id=r1&txn_id={uuid}");
    let calls = [
        ("GET", "/orders/ord-1", ""),
        ("POST", "/orders/ord-2", "amount=5"),
        ("POST", "/orders/ord-1/refunds", "unique_request_id=r1"),
        ("POST", "/refunds", "unique_request_id=r1&order_id=ord-1"),
        ("POST", "/refunds", &refund),
        ("POST", "/txns", &start),
        ("POST", &format!("/v2/txns/{uuid}/capture"), ""),
        ("POST", &format!("/v2/txns/{uuid}/void"), ""),
        ("GET", "/customers/customer-1", ""),
        ("POST", "/customers/customer-1", "first_name=Z"),
    ];
    let before = mock.dump();
    for (method, path, form) in calls {
        assert_eq!(other(&mock, method, path, form).status, 404, "{method} {path}");
    }
    let orders = |dump: &str| serde_json::from_str::<serde_json::Value>(dump).expect("JSON")["orders"].clone();
    assert_eq!(orders(&mock.dump()), orders(&before));
    assert_eq!(shop(&mock, "GET", "/customers/customer-1").at("/first_name"), serde_json::Value::Null);
}

#[test]
fn each_merchant_has_customers_of_its_own() {
    let mock = mock();
    let mine = other(&mock, "POST", "/customers", "object_reference_id=customer-1&mobile_number=2").ok();
    assert_eq!(other(&mock, "GET", "/customers/customer-1", "").at("/mobile_number"), "2");
    let id = mine.at("/id");
    assert_eq!(shop(&mock, "GET", &format!("/customers/{}", id.as_str().expect("an id"))).status, 404);
    assert_eq!(shop(&mock, "GET", "/customers/customer-1").at("/mobile_number"), "1");
}

#[test]
fn an_id_that_another_merchant_has_is_taken() {
    let mock = mock();
    let answer = other(&mock, "POST", "/orders", "order_id=ORD-1&amount=1");
    assert_eq!((answer.status, answer.at("/error_code")), (400, "order_already_created".into()));
    assert!(!answer.body.contains("CHARGED"), "{}", answer.body);
}

#[test]
fn a_mandate_is_of_the_merchant_that_set_it_up() {
    let mock = mock();
    let id = shop(&mock, "GET", "/orders/ord-1").at("/mandate/mandate_id");
    other(&mock, "POST", "/orders", "order_id=ord-9&amount=1").ok();
    let start = |order_id: &str, merchant: &str| {
        format!("order_id={order_id}&merchant_id={merchant}&{PAYMENT}&mandate_id={}", id.as_str().unwrap_or_default())
    };
    let refused = other(&mock, "POST", "/txns", &start("ord-9", "other"));
    assert_eq!((refused.status, refused.at("/error_code")), (404, "mandate_not_found".into()));
    post(&mock, "/txns", &start("ord-2", "shop")).ok();
}

#[test]
fn the_merchant_of_a_payment_is_the_one_who_calls() {
    let mock = mock();
    let start = |merchant: &str| format!("order_id=ord-2&merchant_id={merchant}&{PAYMENT}");
    assert_eq!(post(&mock, "/txns", &start("other")).status, 404);
    post(&mock, "/txns", &start("shop")).ok();
}

#[test]
fn a_refund_is_of_the_payment_that_it_names() {
    let mock = mock();
    mock.pay("ord-2", PaymentOutcome::Charged).expect("it takes a payment");
    let first = shop(&mock, "GET", "/orders/ord-1").at("/txn_id");
    let first = first.as_str().expect("it was paid");
    let contrary = format!("unique_request_id=r1&amount=1&order_id=ord-2&txn_id={first}");
    assert_eq!(post(&mock, "/refunds", &contrary).status, 400);
    assert_eq!(
        post(&mock, "/orders/ord-2/refunds", &format!("unique_request_id=r1&amount=1&txn_id={first}")).status,
        400
    );
    for order_id in ["ord-1", "ord-2"] {
        assert_eq!(shop(&mock, "GET", &format!("/orders/{order_id}")).at("/amount_refunded"), 0);
    }
    post(&mock, "/orders/ord-1/refunds", &format!("unique_request_id=r1&amount=1&txn_id={first}")).ok();
    post(&mock, "/refunds", &format!("unique_request_id=r2&amount=1&order_id=ORD-1&txn_id={first}")).ok();
}
