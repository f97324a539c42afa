//! The pages that answers link to, without a browser.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test ends where it fails")]

mod support;

use juspay_mock::{Mock, PaymentOutcome};
use support::{Answer, call, get, order, post, send};

/// An order's link.
fn link(mock: &Mock, order_id: &str) -> String {
    get(mock, &format!("/orders/{order_id}")).at("/payment_links/web").as_str().expect("a link").to_owned()
}

fn choose(url: &str, outcome: &str) -> Answer {
    call("POST", url, "application/x-www-form-urlencoded", outcome)
}

fn location(answer: &Answer) -> &str {
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.headers["location"].to_str().expect("text")
}

#[test]
fn the_customer_goes_back_to_the_shop_with_what_became_of_the_order() {
    let cases = [
        ("https://shop.example/thanks", "https://shop.example/thanks?"),
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000/?"),
    ];
    for (number, (back, expected)) in cases.into_iter().enumerate() {
        let mock = Mock::start().expect("a double");
        let order_id = format!("ord-{number}");
        order(&mock, &order_id, &format!("&return_url={back}"));
        let answer = choose(&link(&mock, &order_id), "outcome=authorization_failed");
        assert_eq!(
            location(&answer),
            format!("{expected}order_id={order_id}&status=AUTHORIZATION_FAILED&status_id=27")
        );
    }
}

#[test]
fn what_stands_in_a_return_address_cannot_become_anything_else() {
    let mock = Mock::start().expect("a double");
    order(&mock, "a%26status%3DCHARGED%0D%0Ax%3A1", "&return_url=https://shop.example/");
    let answer = choose(&link(&mock, "a%26status%3DCHARGED%0D%0Ax%3A1"), "outcome=declined");
    assert_eq!(
        location(&answer),
        "https://shop.example/?order_id=a%26status%3DCHARGED%0D%0Ax%3A1&status=JUSPAY_DECLINED&status_id=22"
    );
    assert!(!answer.headers.contains_key("x"));
    for (number, back) in
        ["javascript:alert(1)", "data:text/html,x", "file:///etc/hosts", "shop:", "ftp://shop.example/"]
            .into_iter()
            .enumerate()
    {
        let order_id = format!("ord-{number}");
        order(&mock, &order_id, &format!("&return_url={back}"));
        let page = link(&mock, &order_id);
        let answer = choose(&page, "outcome=charged");
        assert_eq!(Some(location(&answer)), page.strip_prefix(mock.url()), "{back}");
        assert!(call("GET", &format!("{page}/state"), "text/plain", "").at("/back").is_null(), "{back}");
    }
}

#[test]
fn a_mandate_goes_back_with_the_order() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "&return_url=https://shop.example/&options.create_mandate=REQUIRED");
    let answer = choose(&link(&mock, "ord-1"), "outcome=charged");
    let back = location(&answer);
    for part in ["&mandate_id=mand_", "&mandate_token=mtk_", "&mandate_status=ACTIVE"] {
        assert!(back.contains(part), "{back}");
    }
}

#[test]
fn a_choice_that_the_order_does_not_have_is_refused() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "&return_url=https://shop.example/");
    let page = link(&mock, "ord-1");
    for (wrong, why) in [
        ("", "missing field `outcome`"),
        ("outcome=paid", "unknown variant `paid`"),
        ("outcome=charged&outcome=declined", "expected"),
    ] {
        let refused = choose(&page, wrong);
        assert_eq!(refused.status, 400, "{wrong}");
        assert!(refused.body.contains(why), "{wrong}: {}", refused.body);
    }
    assert_eq!(get(&mock, "/orders/ord-1").at("/status"), "NEW");
    mock.pay("ord-1", PaymentOutcome::Charged).expect("it can be paid");
    let refused = choose(&page, "outcome=charged");
    assert_eq!(refused.status, 400);
    assert!(refused.body.contains("The order is CHARGED"), "{}", refused.body);
    for path in ["/merchant/pay/none", "/merchant/ipay/none", "/v2/pay/start/shop/none"] {
        assert_eq!(choose(&format!("{}{path}", mock.url()), "outcome=charged").status, 404, "{path}");
    }
}

#[test]
fn the_page_of_an_attempt_is_over_with_it() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "");
    let start = "order_id=ord-1&merchant_id=shop&payment_method_type=NB&payment_method=NB_DUMMY&format=json";
    let page = post(&mock, "/txns", start).ok().at("/payment/authentication/url");
    let page = page.as_str().expect("an address");
    assert!(page.starts_with(&format!("{}/v2/pay/start/shop/", mock.url())), "{page}");
    location(&choose(page, "outcome=pending"));
    location(&choose(page, "outcome=authentication_failed"));
    assert_eq!(choose(page, "outcome=charged").status, 400);
    // The link of the order begins another attempt.
    location(&choose(&link(&mock, "ord-1"), "outcome=charged"));
    let order = get(&mock, "/orders/ord-1");
    assert_eq!((order.at("/status"), order.at("/txn_id")), ("CHARGED".into(), "shop-ord-1-2".into()));
}

#[test]
fn a_page_runs_nothing_but_its_own() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "");
    let mut seen = Vec::new();
    for url in [format!("{}/", mock.url()), format!("{}/", mock.url()), link(&mock, "ord-1")] {
        let page = call("GET", &url, "text/plain", "").ok();
        let policy = page.headers["content-security-policy"].to_str().expect("text").to_owned();
        let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce");
        assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(page.body.matches(&format!("nonce=\"{nonce}\"")).count(), 2);
        assert!(!page.body.contains("{nonce}") && !page.body.contains("http://") && !page.body.contains("https://"));
        seen.push((nonce.to_owned(), policy.contains("frame-ancestors 'none'")));
    }
    assert!(seen[0].0 != seen[1].0, "a nonce is used once");
    assert_eq!(seen.iter().map(|(_, alone)| *alone).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn a_form_of_another_site_pays_nothing() {
    let mock = Mock::start().expect("a double");
    order(&mock, "ord-1", "");
    let page = link(&mock, "ord-1");
    let from = |site: &str| {
        let request = ureq::http::Request::post(&page)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", site);
        send(request.body("outcome=charged".to_owned()).expect("a request")).status
    };
    assert_eq!(from("cross-site"), 403);
    assert_eq!(get(&mock, "/orders/ord-1").at("/status"), "NEW");
    assert_eq!(from("same-origin"), 303);
    assert_eq!(get(&mock, "/orders/ord-1").at("/status"), "CHARGED");
    // Somebody may come from anywhere to look.
    let look = ureq::http::Request::get(&page).header("sec-fetch-site", "cross-site");
    assert_eq!(send(look.body(String::new()).expect("a request")).status, 200);
}
