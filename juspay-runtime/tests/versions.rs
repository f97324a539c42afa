//! Encoding and decoding at versions, pins, and markers.
#![allow(clippy::unwrap_used, reason = "tests")]

mod parcels;

use juspay_runtime::{
    Amount, AnomalyKind, ApiVersion, AtLeast, DecodeErrorKind, Decoding, Dynamic, List, OpenEnum, Shape, Version,
    Versioned, Wire, field,
};
use parcels::versions::{self, V2019_01_01, V2020_06_15, V2021_03_25, VBase};
use parcels::{Address, Parcel, ParcelStatus, Piece, PieceState};

fn newest() -> Parcel {
    let mut parcel =
        Parcel::new("p1", ParcelStatus::Held, Address { city: "Pune".into(), street: None }).with_weight(7);
    parcel.price = Some("9.90".parse().unwrap());
    let mut lost = Piece::new(2);
    lost.state = Some(PieceState::Lost);
    parcel.pieces = [Piece::new(1).with_seal("s"), lost].into();
    parcel.extra.insert("other", "[1]".parse().unwrap());
    parcel
}

fn version(text: &str) -> ApiVersion {
    text.parse().unwrap()
}

#[test]
fn each_version_is_written_its_way() {
    let parcel = newest();
    let tail = r#""receiver.city":"Pune""#;
    assert_eq!(
        parcel.encode_at(version("2021-03-25")),
        format!(
            r#"{{"id":"p1","status":"HELD","price":9.90,{tail},"pieces":[{{"amount":1,"seal":"s"}},{{"amount":2,"state":"LOST"}}],"tags":[],"weight":7,"other":[1]}}"#
        )
    );
    assert_eq!(
        parcel.encode_at(version("2020-06-15")),
        format!(
            r#"{{"id":"p1","status":"HELD","sum":9.90,{tail},"pieces":[{{"amount":1,"seal":"s"}},{{"amount":2,"state":"LOST"}}],"tags":[],"weight":7,"other":[1]}}"#
        )
    );
    assert_eq!(
        parcel.encode_at(version("2019-12-31")),
        format!(
            r#"{{"id":"p1","status":"READY","sum":9.90,{tail},"pieces":[{{"amount":1}},{{"amount":2,"state":"LOST"}}],"tags":[],"other":[1]}}"#
        )
    );
    assert_eq!(
        parcel.encode_at(ApiVersion::BASE),
        format!(r#"{{"id":"p1","status":"SENT","sum":9.90,{tail},"pieces":[{{"amount":1}}],"tags":[],"other":[1]}}"#)
    );
    assert_eq!(parcel.to_json(), parcel.encode_at(version("2021-03-25")));
}

#[test]
fn redacted_json_keeps_everything_but_what_is_sensitive_or_may_be() {
    let mut parcel = newest();
    let mut piece = Piece::new(3).with_seal("s");
    piece.mail = Some("canary".into());
    piece.token = Some("canary".into());
    parcel.pieces = [piece].into();
    parcel.extra.insert("other", r#"{"x": "canary"}"#.parse().unwrap());
    let word = "\"<redacted>\"";
    assert_eq!(
        parcel.redacted_at(version("2021-03-25")),
        format!(
            r#"{{"id":"p1","status":"HELD","price":9.90,"receiver.city":"Pune","pieces":[{{"amount":3,"mail":{word},"token":{word},"seal":"s"}}],"tags":[],"weight":7,"other":{word}}}"#
        )
    );
    for at in ["2018-01-01", "2019-01-01", "2020-06-15"] {
        let shown = parcel.redacted_at(version(at));
        assert!(!shown.contains("canary") && shown.contains("p1"), "{shown}");
    }
}

#[test]
fn an_id_follows_its_value_into_an_older_version() {
    let mut parcel = newest();
    parcel.status_id = Some(4);
    for (at, expected) in [("2021-03-25", ("HELD", 4)), ("2019-12-31", ("READY", 1)), ("2018-12-31", ("SENT", 2))] {
        let (status, id) = expected;
        let text = parcel.encode_at(version(at));
        assert!(text.contains(&format!(r#""status":"{status}","status_id":{id},"#)), "{at}: {text}");
    }
    parcel.status_id = None;
    assert!(!parcel.encode_at(ApiVersion::BASE).contains("status_id"));
}

#[test]
fn a_projection_is_clean_at_every_version() {
    let mut parcel = newest();
    parcel.status_id = Some(4);
    for at in [ApiVersion::BASE, version("2016-02-03")].iter().chain(versions::VERSIONS) {
        let decoded = Parcel::<Dynamic>::decode(&parcel.encode_at(*at), &Decoding::at(*at).strict(true)).unwrap();
        assert_eq!(decoded.value.encode_at(*at), parcel.encode_at(*at));
    }
}

#[test]
fn a_field_of_another_type_is_converted_or_stays_itself() {
    let body =
        |grade: &str| format!(r#"{{"id":"p1","status":"SENT","receiver.city":"Pune","tags":[],"weight":1{grade}}}"#);
    let read = |grade: &str, at| Parcel::<Dynamic>::decode(&body(grade), &Decoding::at(at)).unwrap().value;
    let (old, new) = (version("2020-06-15"), version("2021-03-25"));
    let newer = read(r#","grade":3"#, new);
    assert_eq!((newer.grade(), newer.grade_text()), (Some(3), None));
    assert_eq!(newer.encode_at(old), body(r#","grade":"3""#));
    assert!(newer.clone().cast::<V2020_06_15>().to_form().ends_with("&grade=3"));
    let older = read(r#","grade":"3""#, old);
    assert_eq!(older.try_encode_at(new).unwrap(), body(r#","grade":3"#));
    let mut outer = newer.clone();
    outer.parent = Some(Box::new(read(r#","grade":"a b""#, old)));
    let error = outer.try_encode_at(new).unwrap_err();
    let odd = &error.anomalies()[0];
    assert_eq!((odd.path.as_str(), odd.kind, odd.item.as_str()), ("parent.grade", AnomalyKind::NoForm, "Parcel.grade"));
    assert_eq!((odd.version, error.anomalies().len()), (new, 1));
    assert!(!error.to_string().contains("a b"), "{error}");
    assert!(outer.encode_at(new).contains(r#""grade":"a b""#));
    assert!(read(r#","grade":"a b""#, old).to_form().ends_with("&grade=a+b"));
    assert!(outer.try_encode_at(old).is_ok());
}

#[test]
fn values_without_a_word_are_told() {
    let mut parcel = newest();
    parcel.pieces = List::ABSENT;
    parcel.status = ParcelStatus::Lost;
    parcel.status_id = Some(9);
    assert!(parcel.try_encode_at(version("2019-01-01")).is_ok());
    let error = parcel.try_encode_at(ApiVersion::BASE).unwrap_err();
    assert_eq!(error.to_string(), "version base cannot say this: status: value of another version (LOST)");
    assert_eq!(error.anomalies()[0].item, "ParcelStatus.LOST");
}

#[test]
fn required_depends_on_the_version() {
    let text = r#"{"id":"p1","status":"SENT","receiver.city":"Pune","tags":[]}"#;
    assert!(Parcel::<VBase>::from_json(text).is_ok());
    assert!(Parcel::<V2020_06_15>::from_json(text).is_ok());
    assert_eq!(Parcel::<V2021_03_25>::from_json(text).unwrap_err().path(), "weight");
    assert_eq!(Parcel::<Dynamic>::from_json(text).unwrap_err().path(), "weight");
}

#[test]
fn pins_give_what_they_have() {
    let body = newest().encode_at(version("2020-06-15"));
    let parcel = Parcel::<V2020_06_15>::from_json(&body).unwrap();
    assert_eq!((parcel.weight(), parcel.price), (Some(Amount::from(7)), Some("9.9".parse().unwrap())));
    assert_eq!(parcel.pieces[0].seal(), Some("s"));
    assert_eq!(parcel.grade_text(), None);
    let older = Parcel::<V2019_01_01>::from_json(&newest().encode_at(version("2019-01-01"))).unwrap();
    assert_eq!((older.old_hub(), &older.status), (None, &ParcelStatus::Ready));
    let oldest =
        Parcel::<VBase>::new("p", ParcelStatus::Ready, Address { city: "x".into(), street: None }).with_old_hub("h");
    assert!(oldest.to_json().contains(r#""old_hub":"h""#));
}

#[test]
fn nested_values_are_cast_with_their_holder() {
    let mut parcel = newest();
    parcel.parent = Some(Box::new(newest()));
    let again = Parcel::<V2021_03_25>::from_json(&parcel.to_json()).unwrap();
    assert_eq!(again.parent.as_ref().unwrap().pieces[0].seal(), Some("s"));
    assert_eq!(again, parcel);
}

#[test]
fn markers_are_ordered() {
    fn has_weight<V: AtLeast<V2020_06_15>>() -> Option<ApiVersion> {
        V::PINNED
    }
    assert_eq!(has_weight::<V2021_03_25>(), Some(version("2021-03-25")));
    assert_eq!(has_weight::<Dynamic>(), None);
    assert_eq!(VBase::PINNED, Some(ApiVersion::BASE));
    assert_eq!(versions::VERSIONS, [version("2019-01-01"), version("2020-06-15"), version("2021-03-25")]);
}

#[test]
fn enums_know_their_values() {
    assert_eq!(ParcelStatus::Held.as_str(), "HELD");
    assert_eq!(ParcelStatus::Held.number(), Some(4));
    assert_eq!(ParcelStatus::Held.text_at(version("2019-06-01")), "READY");
    assert_eq!(ParcelStatus::Held.first_version(), Some(version("2020-06-15")));
    assert_eq!(ParcelStatus::from("LOST"), ParcelStatus::Lost);
    let (early, novel) = (ParcelStatus::parse_at("LOST", ApiVersion::BASE), ParcelStatus::from("NOVEL"));
    assert!(matches!(&early, ParcelStatus::Unknown(value) if value.is_early()));
    assert!(matches!(&novel, ParcelStatus::Unknown(value) if !value.is_early()));
    assert_eq!((early.number(), novel.first_version(), novel.to_string()), (None, None, "NOVEL".to_owned()));
}

/// A type of its own that holds objects of one version.
#[derive(Clone, Debug, PartialEq)]
struct Load {
    pieces: Vec<Piece<V2019_01_01>>,
}

static LOAD: Shape = Shape::new("Load", const { &[field("pieces", 0).required()] });

juspay_runtime::record! {
    Load LOAD;
    plain: 0 pieces;
}

#[test]
fn what_is_pinned_is_not_read_from_a_body_of_another_version() {
    let body = r#"{"pieces": [{"amount": 1, "seal": "s"}]}"#;
    let error = Load::from_json(body).unwrap_err();
    assert_eq!((error.kind(), error.path()), (DecodeErrorKind::Pinned, "pieces[0]"));
    let load = Load::decode(body, &Decoding::at(version("2019-01-01"))).unwrap().value;
    assert_eq!(
        load.pieces,
        Piece::<V2019_01_01>::from_json(r#"{"amount": 1, "seal": "s"}"#).map(|piece| vec![piece]).unwrap()
    );
    assert!(Load::from_json(r#"{"pieces": []}"#).unwrap().pieces.is_empty());
}
