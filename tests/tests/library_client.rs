//! The client of another API: other methods, another way to authenticate, other answers.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use http::Response;
use juspay_runtime::http::{Bytes, Detached, HeaderMap};
use juspay_runtime::{ApiVersion, Secret};
use juspay_tests::apis::library::api::{Notice, NoticeContent};
use juspay_tests::apis::library::client::{Client, ListBooksParameters, UpdateLoanParameters};
use juspay_tests::apis::library::lending::LoanPatch;
use juspay_tests::apis::library::versions::{Dynamic, V2018_02_15, V2022_11_03, VBase};

fn newest() -> Client<V2022_11_03, Detached> {
    let builder = Client::<V2022_11_03>::builder().base_url("http://localhost:1/v1/").token("t0k");
    builder.x_branch("north").build_detached().expect("the settings are fine")
}

#[test]
fn parameters_go_where_they_belong() {
    let parameters = ListBooksParameters::new().author("Ω & co".to_owned()).available(true);
    let call = newest().list_books().with(parameters).prepare().expect("it is fine");
    assert_eq!(call.request().uri(), "http://localhost:1/v1/books?author=%CE%A9%20%26%20co&available=true");
    assert_eq!(call.request().headers()["x-branch"], "north");

    let call =
        newest().update_loan("l/1", LoanPatch::new()).with(UpdateLoanParameters::new().if_match("\"7\"".to_owned()));
    let call = call.prepare().expect("it is fine");
    assert_eq!((call.request().method().as_str(), call.request().uri().path()), ("PATCH", "/v1/loans/l%2F1"));
    let headers = call.request().headers();
    assert_eq!(
        (&headers["authorization"], &headers["if-match"]),
        (&"Bearer t0k".parse().expect("a header"), &"\"7\"".parse().expect("a header"))
    );
    assert_eq!(
        (call.request().body().as_ref(), headers["content-type"].as_bytes()),
        (&b"{}"[..], &b"application/json"[..])
    );
    assert!(!call.may_repeat() && newest().get_book("i").prepare().expect("it is fine").may_repeat());
}

#[test]
fn answers_may_be_empty_or_no_object() {
    let call = newest().cancel_hold("m", 7).prepare().expect("it is fine");
    assert_eq!(call.request().uri().path(), "/v1/members/m/holds/7");
    let empty = Response::builder().status(204).body(Bytes::new()).expect("an answer");
    let answer: juspay_runtime::http::Response<()> = call.receive(empty).expect("nothing is an answer");
    assert_eq!(answer.status(), 204);

    let old =
        Client::<V2018_02_15>::builder().base_url("http://localhost:1").build_detached().expect("no token is needed");
    let call = old.search_books("tea").prepare().expect("it is fine");
    let list = Response::new(Bytes::from_static(b"[{}]"));
    assert_eq!(call.receive(list).expect("any JSON").as_str(), "[{}]");
}

#[test]
fn a_version_without_the_operation_sends_nothing() {
    let at = |version| {
        let builder = Client::<Dynamic>::builder().version(version).base_url("http://localhost:1").token("t");
        let client = builder.build_detached().expect("the settings are fine");
        client.search_books("tea").prepare().map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(at(ApiVersion::literal(2019, 1, 1)), Ok(()));
    let late = "search_books: not sent: version 2021-01-01 does not have it";
    assert_eq!(at(ApiVersion::literal(2021, 1, 1)), Err(late.to_owned()));
    // Nor does a parameter get lost that came later.
    let list = |version| {
        let builder = Client::<Dynamic>::builder().version(version).base_url("http://localhost:1").token("t");
        let client = builder.build_detached().expect("the settings are fine");
        let call = client.list_books().with(ListBooksParameters::new().available(true)).prepare();
        call.map(|call| call.request().uri().to_string()).map_err(|error| error.to_string())
    };
    let early = "list_books: not sent: available is not there in the version of the call";
    assert_eq!(list(ApiVersion::literal(2018, 2, 15)), Err(early.to_owned()));
    assert_eq!(list(ApiVersion::literal(2022, 11, 3)), Ok("http://localhost:1/books?available=true".to_owned()));
    // Without a version's header this API answers as the newest, so the base cannot be asked for.
    assert!(Client::<VBase>::builder().base_url("http://localhost:1").build_detached().is_err());
}

#[test]
fn posts_may_tell_about_nothing() {
    let mut headers = HeaderMap::new();
    headers.insert("authorization", "Basic c2hvcDpy".parse().expect("a header"));
    let credentials = juspay_runtime::http::BasicCredentials::new("shop", &Secret::from("r"));
    let closed = br#"{"id": "n", "event": "CLOSED"}"#;
    let notice = Notice::<V2022_11_03>::receive(&headers, closed, &credentials).expect("it is taken");
    assert!(notice.content.is_none() && notice.event == "CLOSED");
    let ready = br#"{"id": "n", "event": "HOLD_READY", "content": {"hold": {"hold_id": 7, "place": 1, "ready": "true",
        "book": {"isbn": "0000000000", "title": "On Shelves", "authors": []}}}}"#;
    let notice = Notice::<V2022_11_03>::receive(&headers, ready, &credentials).expect("it is taken");
    let Some(NoticeContent::Hold(hold)) = &notice.content else { panic!("{notice:?}") };
    assert_eq!(hold.ready, Some(true));
    // A version without holds posts none; one that comes all the same is told.
    let notice = Notice::<V2018_02_15>::receive(&headers, ready, &credentials).expect("it is taken");
    assert!(matches!(notice.content, Some(NoticeContent::Unknown)) && !notice.anomalies.is_empty(), "{notice:?}");
}
