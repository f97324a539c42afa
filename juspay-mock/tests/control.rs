//! What people and other languages tell the double over HTTP.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test ends where it fails")]

mod support;

use juspay_mock::Mock;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use support::{Answer, command, get, order, post, send};

fn state(mock: &Mock) -> Value {
    serde_json::from_str(&get(mock, "/mock/state").ok().body).expect("JSON")
}

fn status(mock: &Mock) -> Value {
    get(mock, "/orders/ord-1").at("/status")
}

/// Does something to a double with one order: a command as JSON, or a call as `/path form`.
fn run(mock: &Mock, step: &str) -> Answer {
    let Some((path, form)) = step.split_once(' ').filter(|_| step.starts_with('/')) else { return command(mock, step) };
    let uuid = get(mock, "/orders/ord-1").at("/txn_uuid");
    post(mock, &path.replace("UUID", uuid.as_str().unwrap_or("none")), form)
}

const PAID: &str = r#"{"do":"pay","order_id":"ord-1","outcome":"charged"}"#;
const REFUND: &str = "/orders/ord-1/refunds unique_request_id=r-1&amount=10";

#[test]
fn every_command_does_what_it_says() {
    let mandate = "&options.create_mandate=REQUIRED&mandate.max_amount=500.00";
    let held = "&metadata.txns.auto_capture=false";
    let cases: [(&str, &[&str], &str, &str, &str); 11] = [
        ("", &[PAID], "", "/status", "CHARGED"),
        (
            "",
            &[r#"{"do":"pay","order_id":"ord-1","outcome":"authentication_failed"}"#],
            "",
            "/status",
            "AUTHENTICATION_FAILED",
        ),
        (
            "",
            &[r#"{"do":"pay","order_id":"ord-1","outcome":"authorization_failed"}"#],
            "",
            "/status",
            "AUTHORIZATION_FAILED",
        ),
        ("", &[r#"{"do":"pay","order_id":"ord-1","outcome":"declined"}"#], "", "/status", "JUSPAY_DECLINED"),
        ("", &[r#"{"do":"pay","order_id":"ord-1","outcome":"pending"}"#], "", "/status", "AUTHORIZING"),
        (
            held,
            &[PAID, "/v2/txns/UUID/capture "],
            r#"{"do":"end_capture","order_id":"ord-1","succeeds":true}"#,
            "/status",
            "CHARGED",
        ),
        (
            held,
            &[PAID, "/v2/txns/UUID/void "],
            r#"{"do":"end_void","order_id":"ord-1","succeeds":false}"#,
            "/status",
            "VOID_FAILED",
        ),
        (
            "",
            &[PAID, REFUND],
            r#"{"do":"end_refund","order_id":"ord-1","unique_request_id":"r-1","outcome":"success"}"#,
            "/refunds/0/status",
            "SUCCESS",
        ),
        ("", &[PAID], r#"{"do":"auto_refund","order_id":"ord-1"}"#, "/status", "AUTO_REFUNDED"),
        (
            mandate,
            &[PAID],
            r#"{"do":"change_mandate","order_id":"ord-1","outcome":"revoked"}"#,
            "/mandate/mandate_status",
            "REVOKED",
        ),
        ("", &[PAID, REFUND], r#"{"do":"advance","seconds":432000}"#, "/refunds/0/status", "MANUAL_REVIEW"),
    ];
    for (more, steps, last, pointer, expected) in cases {
        let mock = Mock::start().expect("a double");
        order(&mock, "ord-1", more);
        for step in steps.iter().chain(Some(&last)).filter(|step| !step.is_empty()) {
            run(&mock, step).ok();
        }
        assert_eq!(get(&mock, "/orders/ord-1").at(pointer), expected, "{steps:?} {last}");
    }
}

#[test]
fn a_fault_is_injected_and_a_reset_forgets() {
    let mock = Mock::start().expect("a double");
    let fault =
        r#"{"do":"inject","fault":{"kind":"status","status":503,"retry_after":2},"on":"order_status","times":2}"#;
    command(&mock, fault).ok();
    order(&mock, "ord-1", "");
    let busy = get(&mock, "/orders/ord-1");
    assert_eq!((busy.status, busy.headers["retry-after"].as_bytes()), (503, b"2".as_slice()));
    assert_eq!(
        state(&mock)["faults"],
        json!([{"fault": {"kind": "status", "status": 503, "retry_after": 2}, "on": "order_status", "times": 1}])
    );
    command(&mock, r#"{"do":"advance","seconds":60}"#).ok();
    assert_eq!(state(&mock)["now"], "2026-01-01T00:01:00Z");
    command(&mock, r#"{"do":"reset"}"#).ok();
    let nothing = json!({"now": "2026-01-01T00:00:00Z", "undelivered": 0, "orders": [], "orders_in_all": 0, "customers": [], "calls": [], "deliveries": [], "faults": []});
    assert_eq!(state(&mock), nothing);
}

#[test]
fn the_state_is_what_happened() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "");
    command(&mock, PAID).ok();
    let state = state(&mock);
    let order = &state["orders"][0];
    assert_eq!((&order["order"]["order_id"], &order["order"]["status"]), (&json!("ord-1"), &json!("CHARGED")));
    assert_eq!(
        (&order["attempts"], &order["commands"]),
        (&json!(1), &json!([{"do": "auto_refund", "order_id": "ord-1"}]))
    );
    let call = json!({"operation": "create_order", "path": "/orders", "version": "2021-03-25", "status": 200});
    assert_eq!(state["calls"], json!([call]));
}

#[test]
fn a_state_can_be_of_the_newest_only() {
    let mock = Mock::start().expect("a double");
    for number in 1..=3 {
        order(&mock, &format!("ord-{number}"), "");
        post(&mock, "/customers", &format!("object_reference_id=customer-{number}&mobile_number=1")).ok();
    }
    let sizes = |query: &str| {
        let answer = get(&mock, &format!("/mock/state{query}")).ok();
        let of = |list: &str| answer.at(list).as_array().map_or(0, Vec::len);
        (of("/orders"), of("/customers"), of("/calls"), answer.at("/orders_in_all"))
    };
    assert_eq!(sizes(""), (3, 3, 6, json!(3)));
    assert_eq!(sizes("?newest=2"), (2, 2, 2, json!(3)));
    assert_eq!(sizes("?newest=0"), (0, 0, 0, json!(3)));
    assert_eq!(sizes("?newest=9"), (3, 3, 6, json!(3)));
    assert_eq!(get(&mock, "/mock/state?newest=1").at("/orders/0/order/order_id"), "ord-3");
    for wrong in ["newest=", "newest=-1", "newest=x", "newest=1&newest=2", "latest=1"] {
        assert_eq!(get(&mock, &format!("/mock/state?{wrong}")).status, 400, "{wrong}");
    }
}

#[test]
fn wrong_commands_are_refused_and_say_why() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "");
    let cases = [
        ("", 400, "EOF"),
        ("[]", 400, "do"),
        ("{}", 400, "missing field `do`"),
        (r#"{"do":"payy"}"#, 400, "unknown variant `payy`, expected one of `pay`"),
        (r#"{"do":"pay","order_id":"ord-1"}"#, 400, "missing field `outcome`"),
        (r#"{"do":"pay","order_id":"ord-1","outcome":"paid"}"#, 400, "unknown variant `paid`"),
        (r#"{"do":"pay","order_id":"ord-1","outcome":"charged","amount":1}"#, 400, "unknown field `amount`"),
        (r#"{"do":"pay","order_id":"ord-2","outcome":"charged"}"#, 404, "There is no order ord-2."),
        (r#"{"do":"end_capture","order_id":"ord-1","succeeds":true}"#, 400, "No capture of order ord-1 is under way."),
        (r#"{"do":"end_void","order_id":"ord-1","succeeds":true}"#, 400, "No release of order ord-1 is under way."),
        (
            r#"{"do":"end_refund","order_id":"ord-1","unique_request_id":"r","outcome":"success"}"#,
            404,
            "There is no refund r.",
        ),
        (r#"{"do":"auto_refund","order_id":"ord-1"}"#, 400, "not successful"),
        (r#"{"do":"change_mandate","order_id":"ord-1","outcome":"paused"}"#, 404, "Order ord-1 has no mandate."),
        (r#"{"do":"advance","seconds":-1}"#, 400, "-1"),
        (r#"{"do":"reset","really":true}"#, 400, "unknown field `really`"),
        (r#"{"do":"inject","fault":{"kind":"gremlin"}}"#, 400, "unknown variant `gremlin`"),
        (r#"{"do":"inject","fault":{"kind":"reset_after"},"on":"create_ordr"}"#, 400, "create_ordr is no operation"),
        (r#"{"do":"inject","fault":{"kind":"reset_after"},"on":"pay"}"#, 400, "pay is no operation"),
        (r#"{"do":"inject","fault":{"kind":"reset_after"},"times":0}"#, 400, "times: is 1 or more"),
        (r#"{"do":"inject","fault":{"kind":"status","status":99}}"#, 400, "status: 99"),
        (r#"{"do":"inject","fault":{"kind":"status","status":600}}"#, 400, "status: 600"),
    ];
    let before = state(&mock);
    for (wrong, status, why) in cases {
        let answer = command(&mock, wrong);
        assert_eq!(answer.status, status, "{wrong}: {}", answer.body);
        let message = answer.at("/message");
        assert!(message.as_str().is_some_and(|text| text.contains(why)), "{wrong}: {message}");
    }
    assert_eq!(state(&mock), before);
    command(&mock, r#"{"do":"inject","fault":{"kind":"duplicate_webhook"},"on":"pay"}"#).ok();
}

/// The order can no longer be paid.
const LATER: &str = r#"{"do":"advance","seconds":901}"#;

/// Ways to a state, and what else the order was created with.
const WAYS: [(&str, &[&str]); 12] = [
    ("", &[]),
    ("", &[LATER]),
    ("", &[r#"{"do":"pay","order_id":"ord-1","outcome":"declined"}"#, LATER]),
    ("", &[r#"{"do":"pay","order_id":"ord-1","outcome":"pending"}"#]),
    ("", &[r#"{"do":"pay","order_id":"ord-1","outcome":"declined"}"#]),
    ("", &[PAID]),
    ("", &[PAID, REFUND]),
    ("", &[PAID, REFUND, r#"{"do":"advance","seconds":432000}"#]),
    ("&metadata.txns.auto_capture=false", &[PAID, "/v2/txns/UUID/capture amount=10"]),
    ("&metadata.txns.auto_capture=false", &[PAID, "/v2/txns/UUID/void "]),
    ("&options.create_mandate=REQUIRED", &[PAID, r#"{"do":"change_mandate","order_id":"ord-1","outcome":"paused"}"#]),
    ("&options.create_mandate=REQUIRED", &[PAID, r#"{"do":"change_mandate","order_id":"ord-1","outcome":"revoked"}"#]),
];

fn at_the_end_of(way: &(&str, &[&str])) -> Mock {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", way.0);
    way.1.iter().for_each(|step| drop(run(&mock, step).ok()));
    mock
}

/// Every command there is about the order.
fn candidates() -> Vec<Value> {
    let mut all = vec![json!({"do": "auto_refund"})];
    for outcome in ["charged", "authentication_failed", "authorization_failed", "declined", "pending"] {
        all.push(json!({"do": "pay", "outcome": outcome}));
    }
    for name in ["end_capture", "end_void"] {
        all.extend([true, false].map(|succeeds| json!({"do": name, "succeeds": succeeds})));
    }
    for outcome in ["success", "failure", "manual_review"] {
        all.push(json!({"do": "end_refund", "unique_request_id": "r-1", "outcome": outcome}));
    }
    for outcome in ["resumed", "paused", "revoked", "expired"] {
        all.push(json!({"do": "change_mandate", "outcome": outcome}));
    }
    for command in &mut all {
        command["order_id"] = "ord-1".into();
    }
    all
}

#[test]
fn what_is_offered_is_what_changes_something() {
    let mut offers = 0;
    for way in &WAYS {
        let offered = state(&at_the_end_of(way))["orders"][0]["commands"].clone();
        let offered = offered.as_array().expect("a list").clone();
        let all = candidates();
        assert!(offered.iter().all(|command| all.contains(command)), "{offered:?}");
        offers += offered.len();
        for candidate in all {
            let mock = at_the_end_of(way);
            let before = get(&mock, "/orders/ord-1");
            let done = command(&mock, &candidate.to_string()).status == 200;
            let changed = get(&mock, "/orders/ord-1").body != before.body;
            assert_eq!(done && changed, offered.contains(&candidate), "{way:?} {candidate}: done {done}");
        }
    }
    assert!(offers > 20, "{offers}");
}

fn with_header(mock: &Mock, path: &str, name: &str, value: &str) -> Answer {
    let mut request = ureq::http::Request::get(format!("{}{path}", mock.url())).header(name, value);
    let reset = r#"{"do":"reset"}"#;
    if path == "/mock/command" {
        request = request.method("POST");
        if name != "content-type" {
            request = request.header("content-type", "application/json");
        }
    }
    send(request.body(reset.to_owned()).expect("a request"))
}

#[test]
fn only_this_machine_by_its_own_name_is_let_in() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "");
    let link = get(&mock, "/orders/ord-1").at("/payment_links/web");
    let link = link.as_str().and_then(|link| link.strip_prefix(mock.url())).expect("a link of the double");
    for path in ["/", "/mock/state", "/mock/command", link] {
        for host in ["evil.example", "evil.example:8080", "127.0.0.1.evil.example"] {
            let refused = with_header(&mock, path, "host", host);
            assert_eq!(refused.status, 403, "{path} {host}");
            assert!(refused.body.contains("this machine only"), "{}", refused.body);
        }
    }
    assert_eq!(status(&mock), "NEW");
    for path in ["/", "/mock/state", link, "/mock/command"] {
        assert_eq!(with_header(&mock, path, "host", "localhost:1").status, 200, "{path}");
    }
}

/// The head of the answer to a request for a whole address, as HTTP/2 has it, beside a header.
fn whole_address(mock: &Mock, address: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(mock.url().trim_start_matches("http://")).expect("it answers");
    let request = format!("GET {address} HTTP/1.1\r\n{host}connection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("it listens");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn the_name_in_a_whole_address_is_the_one_that_counts() {
    let mock = Mock::start().expect("a double");
    let here = "http://127.0.0.1:1/mock/state";
    assert_eq!(whole_address(&mock, here, ""), "HTTP/1.1 200 OK");
    assert_eq!(whole_address(&mock, here, "host: evil.example\r\n"), "HTTP/1.1 200 OK");
    let there = "http://evil.example/mock/state";
    assert_eq!(whole_address(&mock, there, "host: localhost\r\n"), "HTTP/1.1 403 Forbidden");
    assert_eq!(whole_address(&mock, "/mock/state", ""), "HTTP/1.1 403 Forbidden");
}

#[test]
fn a_form_of_another_page_commands_nothing() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "");
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx", ""] {
        let refused = with_header(&mock, "/mock/command", "content-type", kind);
        assert_eq!(refused.status, 415, "{kind}");
        assert!(refused.at("/message").as_str().is_some_and(|text| text.contains("application/json")));
    }
    assert_eq!(status(&mock), "NEW");
    assert_eq!(with_header(&mock, "/mock/command", "content-type", "Application/JSON; charset=utf-8").status, 200);
    assert_eq!(get(&mock, "/orders/ord-1").status, 404);
    // Nobody else's page is told that it may ask.
    let request =
        ureq::http::Request::options(format!("{}/mock/command", mock.url())).header("origin", "http://evil.example");
    let asked = send(request.body(String::new()).expect("a request"));
    assert!(!asked.headers.contains_key("access-control-allow-origin"), "{:?}", asked.headers);
}
