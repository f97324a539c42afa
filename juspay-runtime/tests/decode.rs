//! What is accepted, what is refused, and where errors point.
#![allow(clippy::unwrap_used, reason = "tests")]

mod parcels;

use juspay_runtime::{ApiVersion, DecodeError, DecodeErrorKind as Kind, Decoding, Dynamic, Wire};
use parcels::versions::VBase;
use parcels::{Parcel, ParcelStatus};

type Any = Parcel<Dynamic>;

/// A body with the required fields and these.
fn with(fields: &str) -> String {
    format!(r#"{{"id":"p1","status":"SENT","receiver.city":"Pune","tags":[],"weight":1{fields}}}"#)
}

fn error(text: &str) -> DecodeError {
    Any::from_json(text).unwrap_err()
}

#[test]
fn a_whole_body_comes_back_as_it_was() {
    let text = with(
        r#","status_id":2,"price":10.50,"note":"n\u0000\"é😀","fragile":true,"sender_city":"Agra","sender_street":"x","pieces":[{"amount":1,"token":"t"},{"amount":2.0,"state":"FINE","seal":"s"}],"parent":null,"labels":{"b":"1","a":"2"},"breakup":[1,2.5],"grade":3,"quoted":"12.30","sent":"2024-01-01T00:00:00Z","details":{"x": [1.0, 1e400]},"other":[1],"more":null"#,
    );
    let parcel = Any::from_json(&text).unwrap();
    assert_eq!(parcel.status, ParcelStatus::Sent);
    assert_eq!(parcel.price.unwrap().to_string(), "10.50");
    assert_eq!(parcel.note.as_deref(), Some("n\0\"é😀"));
    assert_eq!(parcel.sender.as_ref().unwrap().city, "Agra");
    assert_eq!(parcel.pieces.len(), 2);
    assert_eq!(parcel.breakup.len(), 2);
    assert_eq!(parcel.details.as_ref().unwrap().as_str(), r#"{"x": [1.0, 1e400]}"#);
    assert_eq!(parcel.extra.get("other").unwrap().as_str(), "[1]");
    assert_eq!(Any::from_json(&parcel.to_json()).unwrap(), parcel);
    assert!(parcel.to_json().contains(r#""breakup":"[1,2.5]","#));
    assert!(parcel.to_json().contains(r#""quoted":"12.30""#));
}

#[test]
fn bodies_that_are_no_json_say_so() {
    for (text, kind, line, column) in [
        ("", Kind::Empty, 1, 1),
        (" \n ", Kind::Empty, 2, 2),
        ("<html><body>502</body>", Kind::Html, 1, 1),
        ("\n<!doctype html>", Kind::Html, 2, 1),
        (r#"{"id":"p1""#, Kind::Truncated, 1, 11),
        (r#"{"id":"p1","#, Kind::Truncated, 1, 12),
        (r#"{"id":"#, Kind::Truncated, 1, 7),
        (r#"{"id"#, Kind::Truncated, 1, 5),
        (r#"{"id":"p\u00"#, Kind::Truncated, 1, 9),
        (r#"{"fragile":tru"#, Kind::Truncated, 1, 12),
        ("[]", Kind::Type { expected: "an object", found: "an array" }, 1, 1),
        ("null", Kind::Type { expected: "an object", found: "null" }, 1, 1),
        ("12", Kind::Type { expected: "an object", found: "a number" }, 1, 1),
        (r#""{}""#, Kind::Type { expected: "an object", found: "a string" }, 1, 1),
        ("{,}", Kind::Syntax("a key in quotes"), 1, 2),
        ("{id:1}", Kind::Syntax("a key in quotes"), 1, 2),
        (r#"{"id" "x"}"#, Kind::Syntax("`:`"), 1, 7),
        (r#"{"id":"x" "status":1}"#, Kind::Syntax("`,` or `}`"), 1, 11),
        (r#"{"id":"x",}"#, Kind::Syntax("a key in quotes"), 1, 11),
        (r#"{"id":01}"#, Kind::Syntax("`,` or `}`"), 1, 8),
        (r#"{"id":-}"#, Kind::Syntax("a digit"), 1, 8),
        (r#"{"id":1.}"#, Kind::Syntax("a digit"), 1, 9),
        (r#"{"id":1e+}"#, Kind::Syntax("a digit"), 1, 10),
        (r#"{"id":.5}"#, Kind::Syntax("a value"), 1, 7),
        (r#"{"id":'x'}"#, Kind::Syntax("a value"), 1, 7),
        (r#"{"id":"\ud83d"}"#, Kind::LoneSurrogate, 1, 8),
        (r#"{"id":"\ud83d\u0041"}"#, Kind::LoneSurrogate, 1, 8),
        (r#"{"id":"\ude00"}"#, Kind::LoneSurrogate, 1, 8),
        (r#"{"id":"\x"}"#, Kind::BadEscape, 1, 8),
        (r#"{"id":"\u00g0"}"#, Kind::BadEscape, 1, 8),
        ("{\"id\":\"a\nb\"}", Kind::ControlCharacter, 1, 9),
        ("{\"note\":\"long enough for words\u{1}\"}", Kind::ControlCharacter, 1, 31),
        ("{\"unknown\":{\"x\":\"a\tb\"}}", Kind::ControlCharacter, 1, 19),
        ("{\"unknown\":[1,]}", Kind::Syntax("a value"), 1, 15),
        ("{\"unknown\":nul}", Kind::Syntax("a value"), 1, 12),
    ] {
        let error = error(text);
        assert_eq!((error.kind(), error.line(), error.column()), (kind, line, column), "{text}: {error}");
    }
}

#[test]
fn what_follows_the_body_is_an_error() {
    assert_eq!(error(&(with("") + " {}")).kind(), Kind::Trailing);
    assert_eq!(error(&(with("") + "\0")).kind(), Kind::Trailing);
    assert!(Any::from_json(&format!(" \r\n\t{} ", with(""))).is_ok());
}

#[test]
fn bytes_must_be_utf8() {
    let error = Any::from_json_bytes(b"{\n\"id\":\"\xff\"}").unwrap_err();
    assert_eq!((error.kind(), error.offset(), error.line(), error.column()), (Kind::NotUtf8, 8, 2, 7));
    assert!(Any::from_json_bytes(with("").as_bytes()).is_ok());
}

#[test]
fn a_byte_order_mark_is_odd_and_no_error() {
    let body = format!("\u{feff} {}", with(""));
    let decoded = Any::decode(&body, &Decoding::new().anomalies(true)).unwrap();
    assert_eq!(decoded.value, Any::from_json(&with("")).unwrap());
    let odd: Vec<String> = decoded.anomalies.iter().map(ToString::to_string).collect();
    assert_eq!(odd, ["another form of the value (a byte order mark before it)"]);
    assert_eq!(error("\u{feff}").kind(), Kind::Empty);
    assert_eq!(error("\u{feff}<html>").kind(), Kind::Html);
    assert_eq!(error("\u{feff}{\"id\":[]}").path(), "id");
}

#[test]
fn errors_say_where() {
    for (fields, path, kind) in [
        (
            r#","pieces":[{"amount":1},{"amount":"12,50"}]"#,
            "pieces[1].amount",
            Kind::Type { expected: "an amount", found: "a string that is no number" },
        ),
        (r#","pieces":[{"amount":"1e99"}]"#, "pieces[0].amount", Kind::OutOfRange("an amount")),
        (
            r#","pieces":[{"amount":1},{"amount":{}}]"#,
            "pieces[1].amount",
            Kind::Type { expected: "an amount", found: "an object" },
        ),
        (r#","pieces":[{"amount":1},{"state":"FINE"}]"#, "pieces[1].amount", Kind::Missing),
        (r#","pieces":[{"amount":null}]"#, "pieces[0].amount", Kind::Null),
        (r#","pieces":[{"amount":1,"amount":2}]"#, "pieces[0].amount", Kind::Duplicate),
        (r#","pieces":[[]]"#, "pieces[0]", Kind::Type { expected: "an object", found: "an array" }),
        (r#","note":["a"]"#, "note", Kind::Type { expected: "a string", found: "an array" }),
        (r#","fragile":"maybe1""#, "fragile", Kind::Type { expected: "a boolean", found: "a string" }),
        (r#","status_id":1.5"#, "status_id", Kind::OutOfRange("an integer")),
        (r#","status_id":99999999999999999999"#, "status_id", Kind::OutOfRange("an integer")),
        (r#","labels":{"a":"1","b":[]}"#, "labels.b", Kind::Type { expected: "a string", found: "an array" }),
        (
            r#","status_id":"1 2""#,
            "status_id",
            Kind::Type { expected: "an integer", found: "a string that is no number" },
        ),
        (r#","labels":{"a":"1","a":"2"}"#, "labels.a", Kind::Duplicate),
        (r#","zzz":1,"zzz":2"#, "zzz", Kind::Duplicate),
        (
            r#","parent":{"id":"p0","status":"SENT","receiver.city":"","tags":[],"weight":1,"y":1,"x":1,"y":2}"#,
            "parent.y",
            Kind::Duplicate,
        ),
        (r#","sender_street":"x""#, "sender_city", Kind::Missing),
        (r#","parent":{"id":"p0"}"#, "parent.status", Kind::Missing),
        (r#","breakup":"[1,{}]""#, "breakup[1]", Kind::Type { expected: "an amount", found: "an object" }),
        (r#","breakup":"[1"#, "breakup", Kind::Truncated),
        (r#","breakup":"[1]]""#, "breakup", Kind::Trailing),
    ] {
        let error = error(&with(fields));
        assert_eq!((error.path(), error.kind()), (path, kind), "{fields}");
    }
    assert_eq!(
        error(&with(r#","status_id":[]"#)).to_string(),
        "status_id: expected an integer, found an array (line 1, column 84)"
    );
}

#[test]
fn errors_show_nothing_of_the_body() {
    let error = error(&with(r#","status_id":"4111111111111111x""#));
    assert!(!error.to_string().contains("4111") && !format!("{error:?}").contains("4111"), "{error:?}");
}

#[test]
fn null_for_a_required_field_is_no_value() {
    let text = with("").replace(r#""SENT""#, "null");
    assert_eq!((error(&text).path(), error(&text).kind()), ("status", Kind::Null));
    // Null in a flattened object that is absent says that it is absent.
    assert_eq!(Any::from_json(&with(r#","sender_city":null"#)).unwrap().sender, None);
    assert_eq!(error(&with(r#","sender_city":null,"sender_street":"x""#)).path(), "sender_city");
}

#[test]
fn absent_and_empty_lists_differ() {
    let absent = Any::from_json(&with("")).unwrap();
    let null = Any::from_json(&with(r#","pieces":null"#)).unwrap();
    let empty = Any::from_json(&with(r#","pieces":[]"#)).unwrap();
    assert!(absent.pieces.is_absent() && null.pieces.is_absent() && !empty.pieces.is_absent());
    assert!(absent.pieces.is_empty() && empty.pieces.is_empty());
    assert_eq!(empty.to_json(), with("").replace(r#","tags"#, r#","pieces":[],"tags"#));
}

#[test]
fn an_empty_text_is_absent_where_the_table_says_so() {
    assert_eq!(Any::from_json(&with(r#","note":"""#)).unwrap().note, None);
    assert_eq!(Any::from_json(&with(r#","lost_on":"""#)).unwrap().lost_on.as_deref(), Some(""));
}

#[test]
fn depth_is_limited() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let deep = |levels: usize| format!(r#","x":{}1{}"#, open.repeat(levels), close.repeat(levels));
        assert!(Any::from_json(&with(&deep(127))).is_ok());
        assert_eq!(error(&with(&deep(128))).kind(), Kind::TooDeep);
        assert_eq!(error(&with(&deep(100_000))).kind(), Kind::TooDeep);
    }
    let nested = |levels: usize| (0..levels).fold(with(""), |inner, _| with(&format!(r#","parent":{inner}"#)));
    assert!(Any::from_json(&nested(126)).is_ok());
    assert_eq!(error(&nested(127)).kind(), Kind::TooDeep);
}

#[test]
fn many_unknown_keys_are_read_in_time() {
    let many = (0..20_000).fold(String::new(), |keys, i| keys + &format!(r#","k{i}":{i}"#));
    let started = std::time::Instant::now();
    let options = Decoding::new().anomalies(true);
    let decoded = Any::decode(&with(&format!(r#","pieces":[{{"amount":1{many}}}]"#)), &options).unwrap();
    assert_eq!(decoded.anomalies.len(), 1001);
    assert!(Any::from_json(&with(&many)).unwrap().extra.len() == 20_000);
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn a_pin_wins_over_the_asked_version() {
    let text = r#"{"id":"p1","status":"SENT","receiver.city":"Pune","tags":[],"sum":3}"#;
    let decoded = Parcel::<VBase>::decode(text, &Decoding::at(ApiVersion::NEWEST)).unwrap();
    assert_eq!(decoded.version, ApiVersion::BASE);
    assert_eq!(decoded.value.price, Some(3.into()));
}

#[test]
fn debug_redacts() {
    let text = with(r#","pieces":[{"amount":1,"mail":"me@x.example","token":"tkn_canary"}],"details":"canary""#);
    let shown = format!("{:?}", Any::from_json(&text).unwrap());
    assert!(!shown.contains("canary") && !shown.contains("me@x.example"), "{shown}");
    assert!(shown.contains("<redacted>") && shown.contains("bytes of JSON"), "{shown}");
}
