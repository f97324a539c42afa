//! The client of another API: other methods, another way to authenticate, other answers.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use http::Response;
use juspay_runtime::http::{Bytes, Detached, HeaderMap};
use juspay_runtime::{ApiVersion, Secret, Versioned, Wire};
use juspay_tests::apis::library::api::{Notice, NoticeContent};
use juspay_tests::apis::library::client::{Client, ListBooksParameters, UpdateLoanParameters};
use juspay_tests::apis::library::lending::{LoanPatch, NewLoan};
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

    let call = newest()
        .update_loan("l/1", LoanPatch::<V2022_11_03>::new())
        .with(UpdateLoanParameters::new().if_match("\"7\"".to_owned()));
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
fn what_a_version_has_no_place_for_is_not_left_out_silently() {
    let at = |version, patch: &LoanPatch<Dynamic>| {
        let builder = Client::<Dynamic>::builder().version(version).base_url("http://localhost:1").token("t");
        let call = builder.build_detached().expect("the settings are fine").update_loan("l", patch).prepare();
        call.map(|call| call.request().body().clone()).map_err(|error| error.to_string())
    };
    let (early, late) = (ApiVersion::literal(2020, 1, 10), ApiVersion::literal(2022, 11, 3));
    let new = LoanPatch::new().with_shelf("A").with_note("n");
    assert_eq!(at(late, &new), Ok(Bytes::from_static(br#"{"note":"n","shelf":"A"}"#)));
    let not = |field| Err(format!("update_loan: not sent: {field}: not there in the version that is spoken"));
    assert_eq!(at(early, &new), not("shelf"));
    let old = LoanPatch::new().with_stamp("7");
    assert_eq!(at(early, &old), Ok(Bytes::from_static(br#"{"stamp":"7"}"#)));
    assert_eq!(at(late, &old), not("stamp"));
    // The same is said of a request that was moved to a version, and nothing of one that nobody speaks yet.
    assert_eq!(new.clone().cast::<V2018_02_15>().check().len(), 1);
    assert_eq!((new.check().len(), old.check().len()), (0, 0));
    // A name of another time is no other field.
    let builder = Client::<Dynamic>::builder().version(ApiVersion::literal(2017, 9, 1)).base_url("http://localhost:1");
    let client = builder.token("t").build_detached().expect("the settings are fine");
    let loan = client.create_loan(NewLoan::new("m", "r").with_isbn("0123456789")).prepare().expect("it is fine");
    let body: &[u8] = br#"{"isbn":"0123456789","borrower":"m","receipt":"r"}"#;
    assert_eq!(loan.request().body().as_ref(), body);
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
