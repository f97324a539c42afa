use juspay_runtime::{AnomalyKind, Answer, ApiVersion, DecodeErrorKind, Decoded, Decoding, Wire};

fn at<T: Wire>(version: ApiVersion, body: &str) -> Decoded<T> {
    T::decode(body, &Decoding::at(version).anomalies(true)).unwrap_or_else(|error| panic!("{body}: {error}"))
}

/// Decodes and encodes a body without finding anything odd, and gives the value.
fn keep<T: Wire>(version: ApiVersion, body: &str) -> T {
    let decoded = at::<T>(version, body);
    assert_eq!(decoded.anomalies, [], "{body}");
    assert_eq!(decoded.value.encode_at(version), body);
    decoded.value
}

const OLD: ApiVersion = ApiVersion::literal(2017, 1, 1);
const NEW: ApiVersion = ApiVersion::NEWEST;

#[test]
fn names_that_mean_something_in_rust_mean_themselves_on_the_wire() {
    use crate::hostile_names::spec::{Option, Result};
    use crate::hostile_names::versions::Dynamic;
    let body = concat!(
        r##"{"self":"s","Self":"t","crate":"c","type":"a\"b\\c","async":["a"],"2nd":"2","new":1,"##,
        r##""version":"v","to_json":"j","shape":"f","blank":{"std":"Unknown"},"reader":"r","writer":"w","##,
        r##""index":"i","value":"u","é-accents":"e","a b\"c":"q","#{not}":"n"}"##,
    );
    let result = keep::<Result<Dynamic>>(NEW, body);
    assert_eq!(result.r#type, Some(Option::ABC));
    assert_eq!(result.blank.and_then(|std| std.std), Some(Option::Unknown_));
    assert_eq!(result.self_, "s");
    for (text, value) in [("self", Option::Self_), ("1", Option::_1), ("String", Option::String)] {
        let body = format!(r#"{{"self":"","type":"{text}"}}"#);
        assert_eq!(keep::<Result<Dynamic>>(OLD, &body).r#type, Some(value));
    }
}

#[test]
fn types_named_like_others_are_types_of_their_own() {
    use crate::hostile_prelude::spec::{Result, Some, Vec};
    use crate::hostile_types::spec::{Dynamic, Into, Record, T, Version};
    use crate::hostile_types::versions;
    keep::<Vec>(NEW, r#"{"vec":[{"inner":{"with_inner":1}}]}"#);
    keep::<Dynamic<versions::Dynamic>>(NEW, r#"{"latest":{"amount":1.50}}"#);
    keep::<T<versions::V2021_12_31>>(NEW, r#"{"t":{"t":{}},"amount":{"i64":-1}}"#);
    keep::<Version<versions::Dynamic>>(NEW, r#"{"v":{"self":{"into":"Err"}}}"#);
    assert_eq!(Record::new().self_, None);
    assert_eq!(Into::from("Ok"), Into::Ok);
    keep::<Some>(NEW, r#"{"none":{"ok":true}}"#);
    assert_eq!(
        keep::<Result<crate::hostile_prelude::versions::V2021_12_31>>(NEW, r#"{"ok":"o","err":{"str":"s"}}"#).ok,
        "o"
    );
}

#[test]
fn types_of_ones_own_are_read_and_written() {
    let body = r#"{"id":"1","weight":2.50,"label":"L","ink":"GREEN","kind":"SOFT","inside":[{"id":"2","label":""}]}"#;
    let packet = keep::<crate::overrides::spec::Packet>(NEW, body);
    assert_eq!((packet.number.as_str(), packet.label), ("1", crate::Label::from("L")));
    assert_eq!(packet.kind, Some(crate::overrides::spec::Kind::Squashy));
    assert_eq!(crate::overrides::spec::Packet::default(), crate::overrides::spec::Packet::new("", "".into()));
}

#[test]
fn a_field_has_the_name_of_its_version() {
    use crate::renamed::spec::Ticket;
    let change = ApiVersion::literal(2020, 2, 29);
    for (version, name) in [(OLD, "sum"), (change, "price"), (NEW, "price")] {
        keep::<Ticket>(version, &format!(r#"{{"{name}":7.5}}"#));
        let odd = at::<Ticket>(version, r#"{"cost":7.5}"#);
        assert_eq!(odd.value.encode_at(version), format!(r#"{{"{name}":7.5}}"#));
    }
    assert!(Ticket::from_json(r#"{"sum":1}"#).is_err());
}

#[test]
fn values_have_the_meaning_of_their_version() {
    use crate::open_enum::spec::{Parcel, Status};
    use crate::open_enum::versions::Dynamic;
    let new = keep::<Parcel<Dynamic>>(NEW, r#"{"status":"WAITING","status_id":2}"#);
    assert_eq!((new.status.id(), new.status.is_final()), (Some(2), Answer::No));
    let old = Parcel::<Dynamic>::decode(&new.encode_at(OLD), &Decoding::at(OLD)).expect("a projection decodes");
    assert_eq!(old.value.status, Status::OnItsWay);
    assert_eq!(old.value.status.could_mean(OLD), [Status::Waiting]);
    // The old version has no such value, so nobody may take it for known, or write it as another one.
    let early = at::<Parcel<Dynamic>>(OLD, r#"{"status":"WAITING"}"#);
    assert_eq!(early.anomalies.iter().map(|found| found.kind).collect::<Vec<_>>(), [AnomalyKind::EarlyValue]);
    assert_eq!(early.value.encode_at(OLD), r#"{"status":"WAITING"}"#);
    assert_eq!(Status::from("delivered-twice").is_final(), Answer::Unknown);
}

#[test]
fn one_version_leaves_one_form() {
    let body = r#"{"weight":1,"sum":2}"#;
    assert_eq!(crate::window_one::spec::Parcel::from_json(body).expect("the body is sound").to_json(), body);
}

#[test]
fn recursion_ends() {
    use crate::recursion::{spec::Tree, versions::Dynamic};
    keep::<Tree<Dynamic>>(NEW, r#"{"left":{"right":{}},"leaves":[{"grown_into":{"left":{}},"label":"x"}]}"#);
}

#[test]
fn what_is_sensitive_is_not_shown() {
    let body = r#"{"name":"canary","email":"canary@x.example","pin":"canary","town":"T","card":{"colour":"red"}}"#;
    let person = keep::<crate::sensitive::spec::Person>(NEW, body);
    let shown = format!("{person:?} {person:#?}");
    assert!(!shown.contains("canary") && shown.contains("red"), "{shown}");
}

#[test]
fn flattened_objects_and_rests_come_back() {
    keep::<crate::flattened_prefix::spec::Order>(
        NEW,
        r#"{"bill_town":"A","bill_street[0]":"B","ship.town":"C","paid":true}"#,
    );
    keep::<crate::rest::spec::Parcel>(NEW, r#"{"id":"1","colour":"red","é":"x"}"#);
    keep::<crate::rest::spec::Box>(NEW, r#"{"owner":"o","a":[1.0,null],"b":{}}"#);
}

#[test]
fn a_request_is_a_form_and_its_violations_come_at_once() {
    use crate::request::spec::{Item, NewParcel, Place};
    let fine = NewParcel::new("Ada").with_express(true).with_items([Item::new("tea")]).with_from(Place::new("B & C"));
    assert_eq!(fine.to_form(), "to=Ada&express=true&items=%5B%7B%22name%22%3A%22tea%22%7D%5D&from.town=B+%26+C");
    assert_eq!(fine.check(), []);
    assert_eq!(NewParcel::new("Ada99").with_page("https://x.example/?q").check().len(), 3);
}

#[test]
fn one_alternative_is_there_or_it_is_unknown() {
    use crate::choice::spec::{News, Payer, Person, Subject, Way};
    use crate::choice::versions::{Dynamic, V2021_03_05};
    let news = keep::<News<V2021_03_05>>(NEW, r#"{"about":{"parcel":{"id":"p","weight":2.5}},"way":{"by-air":true}}"#);
    let Subject::Parcel(parcel) = &news.about else { panic!("{news:?}") };
    assert_eq!(parcel.weight().map(|weight| weight.to_string()).as_deref(), Some("2.5"));
    assert_eq!(news.way, Some(Way::ByAir(true)));
    assert_eq!(keep::<News<Dynamic>>(OLD, r#"{"about":{"unknown":"text"}}"#).about, Subject::Unknown_("text".into()));

    // What is null, empty or of a later version is not there.
    let body = r#"{"about":{"return":{"id":"r"},"parcel":null,"unknown":"u"},"payer":{"sender":{"name":"Bea"},"iban":null}}"#;
    let old = at::<News<Dynamic>>(OLD, body);
    assert_eq!(old.value.about, Subject::Unknown_("u".into()));
    assert_eq!(old.anomalies.iter().map(|anomaly| anomaly.kind).collect::<Vec<_>>(), [AnomalyKind::EarlyField]);
    let error = News::<Dynamic>::decode(body, &Decoding::at(NEW)).unwrap_err();
    assert_eq!((error.kind(), error.path()), (DecodeErrorKind::Several, "about.unknown"));
    for nothing in [r#"{"about":{}}"#, r#"{"about":{"parcel":null}}"#] {
        let decoded = at::<News<Dynamic>>(NEW, nothing);
        assert_eq!((&decoded.value.about, decoded.value.to_json().as_str()), (&Subject::Unknown, r#"{"about":{}}"#));
        assert_eq!(decoded.anomalies.iter().map(|anomaly| anomaly.kind).collect::<Vec<_>>(), [AnomalyKind::NoAlternative]);
        assert_eq!(decoded.value.check().iter().map(ToString::to_string).collect::<Vec<_>>(), [
            "about: one of parcel, return, unknown must be there"
        ]);
    }

    let mut news = News::<V2021_03_05>::new(crate::choice::spec::Return::new("r").into());
    news.payer = Some(Payer::Receiver(Box::new(Person::new())));
    assert_eq!(news.encode_at(OLD), r#"{"about":{},"payer":{"receiver":{}}}"#);
    assert_eq!(news.to_form(), "about=%7B%22return%22%3A%7B%22id%22%3A%22r%22%7D%7D&payer=%7B%22receiver%22%3A%7B%7D%7D");
    assert!(news.check().is_empty());
    assert_eq!(format!("{:?}", Payer::Iban("DE00".into())), "Iban(<redacted>)");
}
