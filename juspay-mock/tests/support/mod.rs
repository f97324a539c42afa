//! What the tests of the double share: a way to call it, and somebody who takes its posts.
#![allow(dead_code, unreachable_pub, reason = "each test takes what it needs")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

pub mod target;

use juspay_mock::Mock;

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub body: String,
}

impl Answer {
    /// The value at a JSON pointer.
    pub fn at(&self, pointer: &str) -> serde_json::Value {
        let body: serde_json::Value = serde_json::from_str(&self.body).expect(&self.body);
        body.pointer(pointer).cloned().unwrap_or_default()
    }

    /// Fails unless the call was answered with 200.
    pub fn ok(self) -> Self {
        assert_eq!(self.status, 200, "{}", self.body);
        self
    }
}

/// Sends a request as it is.
pub fn send(request: ureq::http::Request<String>) -> Answer {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
    let mut answer = ureq::Agent::new_with_config(config).run(request).expect("an answer");
    let body = answer.body_mut().read_to_string().expect("a body");
    Answer { status: answer.status().as_u16(), headers: answer.headers().clone(), body }
}

/// Calls with the credentials of a merchant, at the newest version.
pub fn call(method: &str, url: &str, kind: &str, body: &str) -> Answer {
    call_as("shop", method, url, kind, body)
}

/// The same for any merchant.
pub fn call_as(merchant: &str, method: &str, url: &str, kind: &str, body: &str) -> Answer {
    let request = ureq::http::Request::builder()
        .method(method)
        .uri(url)
        .header("authorization", "Basic a2V5Og==")
        .header("x-merchantid", merchant)
        .header("version", "2021-03-25")
        .header("content-type", kind);
    send(request.body(body.to_owned()).expect("a request"))
}

/// Calls the API with a form, at the newest version.
pub fn post(mock: &Mock, path: &str, form: &str) -> Answer {
    call("POST", &format!("{}{path}", mock.url()), "application/x-www-form-urlencoded", form)
}

/// Calls the API without a body, at the newest version.
pub fn get(mock: &Mock, path: &str) -> Answer {
    let request = ureq::http::Request::get(format!("{}{path}", mock.url()))
        .header("authorization", "Basic a2V5Og==")
        .header("x-merchantid", "shop")
        .header("version", "2021-03-25");
    send(request.body(String::new()).expect("a request"))
}

/// Tells the double what to do.
pub fn command(mock: &Mock, json: &str) -> Answer {
    call("POST", &format!("{}/mock/command", mock.url()), "application/json", json)
}

/// Creates an order of 100, with more of a form.
pub fn order(mock: &Mock, order_id: &str, more: &str) {
    post(mock, "/orders", &format!("order_id={order_id}&amount=100{more}")).ok();
}
