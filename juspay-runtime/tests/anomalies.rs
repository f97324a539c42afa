//! What is odd about bodies that can be decoded.
#![allow(clippy::unwrap_used, reason = "tests")]

mod parcels;

use juspay_runtime::{AnomalyKind as Kind, ApiVersion, DecodeErrorKind, Decoding, Dynamic, Wire};
use parcels::{Parcel, ParcelStatus, Piece};

type Any = Parcel<Dynamic>;

fn at(version: &str) -> Decoding {
    Decoding::at(version.parse().unwrap()).anomalies(true)
}

fn with(fields: &str) -> String {
    format!(r#"{{"id":"p1","status":"SENT","receiver.city":"Pune","tags":[],"weight":1{fields}}}"#)
}

/// The anomalies of a body at the newest version: path, kind, item.
fn odd(fields: &str) -> Vec<(String, Kind, String)> {
    let found = Any::decode(&with(fields), &at("2030-01-01")).unwrap().anomalies;
    found.into_iter().map(|anomaly| (anomaly.path, anomaly.kind, anomaly.item)).collect()
}

fn one(path: &str, kind: Kind, item: &str) -> Vec<(String, Kind, String)> {
    vec![(path.to_owned(), kind, item.to_owned())]
}

#[test]
fn a_clean_body_has_none() {
    assert_eq!(odd(r#","status_id":2,"price":1.5,"quoted":"1","breakup":"[1]","note":"","fragile":null"#), []);
}

#[test]
fn texts_that_are_no_values_are_dropped() {
    for (fields, path) in [
        (r#","parent":"FILTERED""#, "parent"),
        (r#","price":"FILTERED""#, "price"),
        (r#","status_id":"hidden""#, "status_id"),
        (r#","fragile":"hidden""#, "fragile"),
    ] {
        assert_eq!(odd(fields), one(path, Kind::Dropped, &format!("Parcel.{path}")), "{fields}");
    }
}

#[test]
fn forms_that_mean_the_same_are_repaired() {
    for (fields, path) in [
        (r#","status_id":"2""#, "status_id"),
        (r#","status_id":2.0"#, "status_id"),
        (r#","status_id":"""#, "status_id"),
        (r#","status_id":{}"#, "status_id"),
        (r#","price":"10.50""#, "price"),
        (r#","price":{}"#, "price"),
        (r#","note":12.50"#, "note"),
        (r#","note":true"#, "note"),
        (r#","note":{ }"#, "note"),
        (r#","fragile":"True""#, "fragile"),
        (r#","fragile":"""#, "fragile"),
        (r#","sent":1700000000"#, "sent"),
        (r#","sent":"""#, "sent"),
        (r#","pieces":"""#, "pieces"),
        (r#","pieces":{}"#, "pieces"),
        (r#","pieces":[null]"#, "pieces[0]"),
        (r#","pieces":"[{\"amount\":1}]""#, "pieces"),
        (r#","quoted":12.30"#, "quoted"),
        (r#","price":1,"cost":2"#, "cost"),
    ] {
        let item = format!(
            "Parcel.{}",
            match path {
                "pieces[0]" => "pieces",
                "cost" => "price",
                path => path,
            }
        );
        assert_eq!(odd(fields), one(path, Kind::Repaired, &item), "{fields}");
    }
    let parcel =
        Any::from_json(&with(r#","status_id":"2","price":"10.50","fragile":"true","sent":1700000000,"note":12.50"#))
            .unwrap();
    assert_eq!((parcel.status_id, parcel.fragile, parcel.note.as_deref()), (Some(2), Some(true), Some("12.50")));
    assert_eq!(parcel.price.unwrap().to_string(), "10.50");
    assert_eq!(parcel.sent.unwrap().unix_seconds(), Some(1_700_000_000));
}

#[test]
fn a_text_with_digits_is_never_taken_for_nothing() {
    for fields in [r#","price":"12,50""#, r#","status_id":"2b""#, r#","fragile":"1x""#] {
        let error = Any::decode(&with(fields), &at("2030-01-01")).unwrap_err();
        assert_ne!(error.kind(), DecodeErrorKind::Missing, "{fields}: {error}");
    }
    let required = r#"{"id":"p1","status":"SENT","receiver.city":"Pune","tags":[],"pieces":[{"amount":"FILTERED"}]}"#;
    assert!(Any::from_json(required).is_err(), "a required amount is never made up");
}

#[test]
fn unknown_things_are_named_and_kept() {
    let text = with(r#","pieces":[{"amount":1,"new":{"a":[]}},{"amount":2,"state":"BURNT"}]"#);
    let decoded = Any::decode(&text, &at("2030-01-01")).unwrap();
    let seen: Vec<_> = decoded.anomalies.iter().map(|a| (a.path.as_str(), a.kind, a.item.as_str())).collect();
    assert_eq!(
        seen,
        [("pieces[0].new", Kind::UnknownField, "Piece"), ("pieces[1].state", Kind::UnknownValue, "PieceState"),]
    );
    assert_eq!(decoded.value.pieces.last().unwrap().state.as_ref().unwrap().as_str(), "BURNT");
    assert!(decoded.anomalies.last().unwrap().to_string().contains("BURNT"));
    assert_eq!(Any::from_json(&text).unwrap(), decoded.value);
}

#[test]
fn only_what_looks_like_a_value_is_quoted() {
    for (value, quoted) in
        [("BURNT_2", true), ("burnt", true), ("4000123412341234", false), ("a@b.c", false), ("a b", false)]
    {
        let text = with(&format!(r#","pieces":[{{"amount":1,"state":"{value}"}}]"#));
        let decoded = Any::decode(&text, &at("2030-01-01")).unwrap();
        assert_eq!(decoded.anomalies.last().unwrap().detail.contains(value), quoted, "{value}");
    }
}

#[test]
fn versions_decide_what_is_early_and_late() {
    let text = with(r#","price":3,"old_hub":"h","grade":3"#).replace("SENT", "LOST");
    let found = Any::decode(&text, &at("2018-01-01")).unwrap();
    let seen: Vec<_> =
        found.anomalies.iter().map(|a| (a.path.as_str(), a.kind, a.item.as_str(), a.detail.as_ref())).collect();
    assert_eq!(
        seen,
        [
            ("lost_on", Kind::MissingConditional, "Parcel.lost_on", ""),
            ("status", Kind::EarlyValue, "ParcelStatus.LOST", "LOST"),
            ("weight", Kind::EarlyField, "Parcel.weight", "sent from 2020-06-15"),
            ("price", Kind::EarlyField, "Parcel.price", "sent from 2021-03-25"),
            ("grade", Kind::Repaired, "Parcel.grade", "a number for a string"),
        ]
    );
    assert!(
        matches!(&found.value.status, ParcelStatus::Unknown(value) if value.is_early() && value.as_str() == "LOST")
    );
    assert_eq!((found.value.weight(), found.value.price), (None, None));
    assert_eq!((found.value.grade_text(), found.value.grade()), (Some("3"), None));

    let found = Any::decode(&text, &at("2022-01-01")).unwrap();
    let seen: Vec<_> = found.anomalies.iter().map(|a| (a.path.as_str(), a.kind)).collect();
    assert_eq!(seen, [("lost_on", Kind::MissingConditional), ("old_hub", Kind::LateField)]);
    assert_eq!((found.value.old_hub(), found.value.grade()), (None, Some(3)));
}

#[test]
fn conditions_are_checked() {
    assert_eq!(odd(r#","lost_on":"2024""#), one("lost_on", Kind::Unexpected, "Parcel.lost_on"));
    let text = with(r#","lost_on":"2024""#).replace("SENT", "LOST");
    assert_eq!(Any::decode(&text, &at("2030-01-01")).unwrap().anomalies, []);
}

#[test]
fn ids_must_agree_with_their_values() {
    assert_eq!(odd(r#","status_id":9"#), one("status_id", Kind::Contradiction, "Parcel.status_id"));
    assert_eq!(odd(r#","status_id":null"#), []);
    assert_eq!(odd(r#","status_id":"X""#), one("status_id", Kind::Dropped, "Parcel.status_id"));
    let text = with(r#","status_id":77"#).replace("SENT", "NOVEL");
    let found = Any::decode(&text, &at("2030-01-01")).unwrap().anomalies;
    assert_eq!(found.iter().map(|a| a.kind).collect::<Vec<_>>(), [Kind::UnknownValue]);
}

#[test]
fn anomalies_inside_of_strings_have_their_path() {
    assert_eq!(odd(r#","breakup":"[1, \"2\"]""#), one("breakup[1]", Kind::Repaired, "Parcel.breakup"));
}

#[test]
fn nothing_sensitive_is_quoted() {
    let text = r#"{"amount":1,"mail":123,"state":"my address is 12 Main Road"}"#;
    let found = Piece::<Dynamic>::decode(text, &at("2030-01-01")).unwrap().anomalies;
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|a| !a.to_string().contains("Main") && !a.to_string().contains("123")), "{found:?}");
}

#[test]
fn strict_decoding_lists_them_all() {
    let text = with(r#","status_id":"2","price":"1","pieces":[{"amount":1,"x":1}]"#);
    let error = Any::decode(&text, &at("2030-01-01").strict(true)).unwrap_err();
    assert_eq!((error.kind(), error.anomalies().len()), (DecodeErrorKind::Strict, 3));
    assert!(error.to_string().contains("status_id") && error.to_string().contains("pieces[0].x"), "{error}");
    assert!(Any::decode(&with(""), &Decoding::new().strict(true)).is_ok());
}

#[test]
fn long_and_strange_keys_fit_a_line() {
    let key = "k\\n".repeat(500);
    let text = with(&format!(r#","pieces":[{{"amount":1,"{key}":1}}]"#));
    let found = Any::decode(&text, &Decoding::at(ApiVersion::NEWEST).anomalies(true)).unwrap().anomalies;
    assert!(found[0].path.chars().count() < 90 && !found[0].path.contains('\n'), "{}", found[0].path);
}
