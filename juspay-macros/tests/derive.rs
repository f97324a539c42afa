//! What the derived impls do.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod parcels;

use juspay_runtime::{
    Amount, AnomalyKind, ApiVersion, DecodeErrorKind, Decoding, Dynamic, Json, OpenEnum, Version, Versioned, Wire,
};
use parcels::versions::{V2019_01_01, V2020_06_15, V2021_03_25, VBase};
use parcels::{Address, Envelope, Lot, Page, Parcel, ParcelStatus, Piece, Shelf};

const BASE: ApiVersion = ApiVersion::BASE;

fn body(fields: &str) -> String {
    format!(r#"{{"id":"p-1","status":"READY","receiver.city":"Pune","tags":[],"owner":null{fields}}}"#)
}

fn at(version: ApiVersion, fields: &str) -> Parcel<Dynamic> {
    Parcel::decode(&body(fields), &Decoding::at(version)).unwrap().value
}

fn anomalies(version: ApiVersion, fields: &str) -> Vec<String> {
    let decoded = Parcel::<Dynamic>::decode(&body(fields), &Decoding::at(version).anomalies(true)).unwrap();
    decoded.anomalies.iter().map(ToString::to_string).collect()
}

const V2019: ApiVersion = ApiVersion::literal(2019, 1, 1);
const V2020: ApiVersion = ApiVersion::literal(2020, 6, 15);
const V2021: ApiVersion = ApiVersion::literal(2021, 3, 25);

#[test]
fn a_body_comes_back_as_it_was() {
    let text = concat!(
        r#"{"id":"p-1","status":"HELD_BACK","sum":10.50,"note":"n","sender_city":"Goa","receiver.city":"Pune","#,
        r#""receiver.street":"Main","receiver.zip":"411","lot:number":7,"lot:ownerName":"me","#,
        r#""pieces":[{"amount":1,"state":"Lost","seal":"s"}],"by_hub":{"a":{"amount":2}},"tags":["x"],"#,
        r#""parent":{"id":"p-0","status":"READY","receiver.city":"Goa","tags":[],"owner":null},"#,
        r#""breakup":"[1,2.5]","owner":"o","weight":3,"grade":"good","scans":[],"quoted":"7","more":[1]}"#
    );
    let parcel = Parcel::<V2020_06_15>::from_json(text).unwrap();
    assert_eq!(parcel.to_json(), text);
    assert_eq!(parcel.weight(), Some(Amount::from(3)));
    assert_eq!(parcel.grade_text(), Some("good"));
    assert_eq!(parcel.pieces[0].seal(), Some("s"));
    assert_eq!(parcel.lot().and_then(Lot::owner_name), Some("me"));
    assert_eq!(parcel.scans().as_option(), Some([].as_slice()));
    assert!(Parcel::<Dynamic>::decode(text, &Decoding::at(V2020).strict(true)).is_ok());
}

#[test]
fn setters_set() {
    let receiver = Address { city: "Pune".to_owned(), ..Address::default() };
    let parcel = Parcel::<V2021_03_25>::new("p", receiver).with_weight(2).with_grade(1).with_scans(vec![]);
    assert_eq!(
        parcel.to_json(),
        r#"{"id":"p","status":"READY","receiver.city":"Pune","tags":[],"owner":null,"weight":2,"grade":1,"scans":[]}"#
    );
    let outer = Parcel::<V2020_06_15>::new("q", Address::default()).with_outer(parcel.cast());
    assert_eq!(outer.outer().map(|parcel| parcel.id.as_str()), Some("p"));
}

#[test]
fn each_version_has_its_fields() {
    let fields = r#","weight":3,"old_hub":"h","price":1,"sum":2,"lot:number":1"#;
    let read = |version| {
        let parcel = at(version, fields);
        (parcel.weight().is_some(), parcel.old_hub().is_some(), parcel.price, parcel.lot().is_some())
    };
    assert_eq!(read(BASE), (false, true, Some(Amount::from(2)), false));
    assert_eq!(read(V2019), (false, true, Some(Amount::from(2)), true));
    assert_eq!(read(V2020), (true, false, Some(Amount::from(2)), true));
    assert_eq!(read(V2021), (true, false, Some(Amount::from(1)), true));
}

#[test]
fn one_key_has_another_type_at_another_version() {
    let parcel = at(V2020, r#","grade":"good""#);
    assert_eq!((parcel.grade_text(), parcel.grade()), (Some("good"), None));
    assert!(parcel.try_encode_at(V2021).unwrap_err().to_string().contains("grade: no form at the version"));
    let parcel = at(V2021, r#","grade":1,"weight":1"#);
    assert_eq!((parcel.grade_text(), parcel.grade()), (None, Some(1)));
    assert!(parcel.encode_at(V2020).contains(r#""grade":"1""#));
}

#[test]
fn what_is_odd_is_told() {
    assert_eq!(
        anomalies(BASE, r#","weight":3,"receiver.zip":"1","lot:number":1,"price":1"#),
        [
            "weight: field of a later version (sent from 2020-06-15)",
            "receiver.zip: field of a later version (sent from 2020-06-15)",
            "lot:number: field of a later version (sent from 2019-01-01)",
            "price: field of a later version (sent from 2021-03-25)",
        ]
    );
    let decoded = Shelf::<Dynamic>::decode(
        r#"{"parcels":[{"id":"p","status":"LOST","receiver.city":"","tags":[],"owner":null,"old_hub":"x"}],"new":1}"#,
        &Decoding::at(BASE).anomalies(true),
    );
    let found = decoded.unwrap().anomalies;
    let found: Vec<_> = found.iter().map(|odd| (odd.path.as_str(), odd.kind, odd.item.as_str())).collect();
    assert_eq!(
        found,
        [
            ("parcels[0].status", AnomalyKind::EarlyValue, "ParcelStatus.LOST"),
            ("new", AnomalyKind::UnknownField, "Shelf"),
        ]
    );
}

#[test]
fn what_must_be_there_is_missed() {
    let kind = |text: &str, version| {
        let error = Parcel::<Dynamic>::decode(text, &Decoding::at(version)).unwrap_err();
        (error.kind(), error.path().to_owned())
    };
    assert_eq!(kind(r#"{"id":"p"}"#, BASE), (DecodeErrorKind::Missing, "status".to_owned()));
    assert_eq!(kind(&body(""), V2021), (DecodeErrorKind::Missing, "weight".to_owned()));
    let without_owner = r#"{"id":"p-1","status":"READY","receiver.city":"Pune","tags":[]}"#;
    assert_eq!(kind(without_owner, BASE), (DecodeErrorKind::Missing, "owner".to_owned()));
    assert_eq!(kind(&body(r#","sender_street":"x""#), BASE), (DecodeErrorKind::Missing, "sender_city".to_owned()));
    assert_eq!(kind(&body(r#","lot:ownerName":"x""#), V2020), (DecodeErrorKind::Missing, "lot:number".to_owned()));
    assert!(Parcel::<Dynamic>::decode(&body(r#","sender_zip":"1""#), &Decoding::at(BASE)).is_ok());
}

#[test]
fn forms_of_values() {
    assert_eq!(at(BASE, r#","note":"""#).note, None);
    assert_eq!(at(BASE, r#","cost":4"#).price, Some(Amount::from(4)));
    assert_eq!(at(BASE, r#","fee":4"#).price, Some(Amount::from(4)));
    assert_eq!(at(BASE, r#","quoted":"4""#).quoted, Some(Amount::from(4)));
    assert_eq!(anomalies(BASE, r#","quoted":4"#), ["quoted: another form of the value (not in a string)"]);
    let empty = "quoted: another form of the value (an empty string for nothing)";
    assert_eq!(anomalies(BASE, r#","quoted":"""#), [empty]);
    let extra = at(BASE, r#","a":{"b":1}"#).extra;
    assert_eq!(extra.get("a").map(Json::as_str), Some(r#"{"b":1}"#));
}

#[test]
fn other_keys_of_a_flattened_object_live_as_long_as_it_does() {
    let marked = r#","lot:number":1,"lot:colour \"x\"":"red","lot:":"own""#;
    let parcel = at(V2019, marked);
    assert_eq!(parcel.extra.iter().map(|(key, _)| key).collect::<Vec<_>>(), ["lot:"]);
    let pinned = parcel.clone().cast::<V2019_01_01>();
    assert_eq!(pinned.lot().and_then(|lot| lot.marks.get("colour \"x\"")).map(String::as_str), Some("red"));
    assert!(parcel.encode_at(V2021).contains(r#""lot:colour \"x\"":"red""#));
    assert!(!parcel.encode_at(BASE).contains("colour"));
    assert!(parcel.check().is_empty());
    // Before the object there are only keys that nobody knows.
    let parcel = at(BASE, r#","lot:colour":"red""#);
    assert_eq!(parcel.extra.iter().map(|(key, _)| key).collect::<Vec<_>>(), ["lot:colour"]);
    assert!(parcel.to_json().contains(r#""lot:colour":"red""#));
    // Such a key makes the object be there.
    let error = Parcel::<Dynamic>::decode(&body(r#","lot:colour":"red""#), &Decoding::at(V2019)).unwrap_err();
    assert_eq!((error.kind(), error.path()), (DecodeErrorKind::Missing, "lot:number"));
}

#[test]
fn a_key_of_a_field_cannot_be_written_twice() {
    let mut lot = Lot::<V2020_06_15>::from_json(r#"{"number":1}"#).unwrap();
    lot.marks.insert("ownerName", "me".to_owned());
    let receiver = Address { city: "Pune".to_owned(), ..Address::default() };
    let parcel = Parcel::<V2020_06_15>::new("p", receiver).with_lot(lot);
    let violations: Vec<_> = parcel.check().iter().map(ToString::to_string).collect();
    assert_eq!(violations.len(), 1, "{violations:?}");
    assert!(violations[0].starts_with("lot:ownerName: "), "{violations:?}");
}

#[test]
fn values_of_an_enum() {
    let status = |text: &str, version| ParcelStatus::parse_at(text, version);
    assert_eq!(status("LOST", V2019), ParcelStatus::Lost);
    assert!(matches!(status("LOST", BASE), ParcelStatus::Other(early) if early.is_early()));
    assert!(matches!(status("NEW", V2021), ParcelStatus::Other(new) if !new.is_early() && new.as_str() == "NEW"));
    assert_eq!(status("gone.", BASE), ParcelStatus::Gone);
    assert_eq!(
        [BASE, V2019, V2020].map(|version| ParcelStatus::HeldBack.text_at(version)),
        ["SENT", "READY", "HELD_BACK"]
    );
    assert_eq!(ParcelStatus::Ready.could_mean(V2019), [ParcelStatus::HeldBack]);
    assert_eq!((ParcelStatus::HeldBack.id(), ParcelStatus::Gone.id()), (Some(-4), None));
    assert_eq!(ParcelStatus::Lost.since(), Some(V2019));
    assert_eq!(ParcelStatus::from("SENT").to_string(), "SENT");
}

#[test]
fn what_is_sensitive_is_not_shown() {
    let piece = Piece::<V2021_03_25>::from_json(r#"{"amount":1,"mail":"me@x.in","token":"t0ken"}"#).unwrap();
    let shown = format!("{piece:?}");
    assert!(shown.contains("amount: ") && !shown.contains("me@x") && !shown.contains("t0ken"), "{shown}");
    let bad = Piece::<Dynamic>::decode(r#"{"amount":1,"mail":"me@x.in","mail":1}"#, &Decoding::new()).unwrap_err();
    assert!(!bad.to_string().contains("me@x"), "{bad}");
}

#[test]
fn a_version_is_shown_as_its_date() {
    let piece = Piece::<V2021_03_25>::from_json(r#"{"amount":1}"#).unwrap();
    assert!(format!("{piece:?}").ends_with("version: 2021-03-25 }"), "{piece:?}");
    let lot = Lot::<V2019_01_01>::from_json(r#"{"number":1}"#).unwrap();
    assert!(format!("{lot:?}").ends_with("pinned: 2019-01-01 }"), "{lot:?}");
    assert!(format!("{:?}", lot.cast::<Dynamic>()).ends_with("pinned: dynamic }"));
    let lot = Lot::<VBase>::from_json(r#"{"number":1}"#).unwrap();
    assert!(format!("{lot:?}").ends_with("pinned: base }"), "{lot:?}");
}

#[test]
fn type_parameters_hold_what_can_be_read() {
    let page = Page::<Parcel<Dynamic>>::from_json(&format!(r#"{{"items":[{}]}}"#, body(""))).unwrap_err();
    assert_eq!(page.path(), "items[0].weight");
    let options = Decoding::at(V2019);
    let page = Page::<Parcel<Dynamic>>::decode(&format!(r#"{{"items":[{}]}}"#, body("")), &options).unwrap().value;
    let page: Page<Parcel<V2019_01_01>> = page.cast();
    assert_eq!(page.items[0].id, "p-1");
    let text = r#"{"body":"b","sent":"s"}"#;
    let envelope = Envelope::<String, V2020_06_15>::from_json(text).unwrap();
    assert_eq!((envelope.sent(), envelope.to_json().as_str()), (Some("s"), text));
    assert_eq!(Envelope::<String, V2019_01_01>::from_json(text).unwrap().to_json(), r#"{"body":"b"}"#);
}

#[test]
fn generic_functions_ask_for_what_they_use() {
    fn weight<V: Version + juspay_runtime::AtLeast<V2020_06_15>>(parcel: &Parcel<V>) -> Option<Amount> {
        parcel.weight()
    }
    let dynamic = at(V2020, r#","weight":1"#);
    assert_eq!(weight(&dynamic), weight(&dynamic.clone().cast::<V2021_03_25>()));
}
