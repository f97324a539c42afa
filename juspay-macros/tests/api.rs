//! `api!` generates a client in place, and types derived by hand do what the generated ones do.
#![allow(missing_docs, clippy::panic)]

use juspay_runtime::{ApiVersion, Decoding, Dynamic, Version, Wire};

mod generated {
    juspay_macros::api! {
        spec = "tests/spec",
        versions = "..",
    }
}

/// The same types by hand.
mod derived {
    use juspay_macros::Versioned;
    use juspay_runtime::{Amount, Json, List, Map, Pinned, UnknownValue, Version};

    use crate::generated::versions::{self, Latest};

    #[derive(Versioned, Clone, Debug, PartialEq)]
    #[versioned(versions = versions, pairs(status = status_id))]
    #[versioned(one_of(note, price), one_of(wages, quoted, weight))]
    pub(crate) struct Parcel<V: Version = Latest> {
        pub(crate) id: String,
        status: ParcelStatus,
        #[versioned(since = "2019-01-01")]
        status_id: Option<i64>,
        #[versioned(rename = "status_id", until = "2019-01-01")]
        status_id_before_2019_01_01: Option<String>,
        #[versioned(renamed("2021-03-25" = "sum"), alias = "cost", decimals = 2, at_least = 0.01, at_most = "5")]
        price: Option<Amount>,
        #[versioned(blank, max_length = 3, min_length = 2, chars = "a-z")]
        note: Option<String>,
        #[versioned(prefix = "sender_")]
        sender: Option<Address<V>>,
        #[versioned(prefix = "receiver:")]
        receiver: Address<V>,
        #[versioned(hidden("2020-06-15" = "amount == 1"), max_items = 1)]
        pieces: List<Piece<V>>,
        #[versioned(since = "2020-06-15", required_since = "2021-03-25")]
        weight: Option<Amount>,
        #[versioned(until = "2020-06-15")]
        hub: Option<String>,
        #[versioned(since = "2021-03-25")]
        grade: Option<i64>,
        #[versioned(rename = "grade", until = "2021-03-25")]
        grade_before_2021_03_25: Option<String>,
        #[versioned(since = "2020-06-15", when = "status in [LOST] and pieces.mail != nobody")]
        searcher: Option<String>,
        #[versioned(as_string)]
        quoted: Option<Amount>,
        #[versioned(json_string)]
        breakup: List<Amount>,
        #[versioned(nullable)]
        owner: Option<String>,
        #[versioned(when = "receiver:city == Goa and sender_city")]
        wages: Option<i64>,
        #[versioned(no_query)]
        page: Option<String>,
        #[versioned(rest)]
        extra: Map<Json>,
        version: Pinned<V>,
    }

    #[derive(Versioned, Clone, Debug, PartialEq)]
    #[versioned(versions = versions, one_of(zip, floor), pairs(state = state_id))]
    pub(crate) struct Address<V: Version = Latest> {
        city: String,
        #[versioned(since = "2019-01-01", when = "city != x", chars = "0-9")]
        zip: Option<String>,
        floor: Option<i64>,
        #[versioned(since = "2021-03-25")]
        door: Option<String>,
        #[versioned(rename = "door", until = "2021-03-25")]
        door_before_2021_03_25: Option<i64>,
        state: Option<ParcelStatus>,
        state_id: Option<i64>,
        #[versioned(hidden("2020-06-15" = "mail"))]
        past: List<Piece<V>>,
        version: Pinned<V>,
    }

    #[derive(Versioned, Clone, PartialEq)]
    pub(crate) struct Piece<V: Version = Latest> {
        amount: Amount,
        #[versioned(sensitive)]
        mail: Option<String>,
        inner: Option<Box<Parcel<V>>>,
        version: Pinned<V>,
    }

    #[derive(Versioned, Clone, Debug, PartialEq, Eq, Hash)]
    #[versioned(rename_all = "SCREAMING_SNAKE_CASE")]
    pub(crate) enum ParcelStatus {
        #[versioned(id = 1)]
        Ready,
        #[versioned(id = 2)]
        Sent,
        #[versioned(id = 9, since = "2019-01-01")]
        Lost,
        #[versioned(id = 4, was("2020-06-15" = "READY"))]
        HeldBack,
        #[versioned(unknown)]
        Unknown(UnknownValue),
    }
}

const VERSIONS: [ApiVersion; 4] = [
    ApiVersion::BASE,
    ApiVersion::literal(2019, 1, 1),
    ApiVersion::literal(2020, 6, 15),
    ApiVersion::literal(2021, 3, 25),
];

/// Everything that can be seen of a body that is decoded at a version.
fn seen<T: Wire + std::fmt::Debug>(body: &str, version: ApiVersion) -> String {
    match T::decode(body, &Decoding::at(version).anomalies(true)) {
        Err(error) => format!("{error:?}"),
        Ok(decoded) => {
            let written = VERSIONS.map(|version| decoded.value.encode_at(version));
            let tried = VERSIONS.map(|version| decoded.value.try_encode_at(version).map_err(|error| error.to_string()));
            let form = decoded.value.to_form();
            // What is said of a flattened object stands among the rest here, and behind it there.
            let mut found: Vec<String> = decoded.anomalies.iter().map(|odd| format!("{odd:?}")).collect();
            found.extend(decoded.value.check().iter().map(|fault| format!("{fault:?}")));
            found.sort();
            format!("{:?}\n{written:?}\n{tried:?}\n{form}\n{}", decoded.value, found.join("\n"))
        }
    }
}

const KEYS: &[&str] = &[
    "id",
    "status",
    "price",
    "sum",
    "cost",
    "note",
    "sender_city",
    "sender_zip",
    "receiver:city",
    "receiver:zip",
    "pieces",
    "weight",
    "hub",
    "grade",
    "quoted",
    "breakup",
    "owner",
    "new",
    "status_id",
    "searcher",
    "wages",
    "page",
    "receiver:floor",
    "receiver:door",
    "receiver:state",
    "receiver:state_id",
    "receiver:past",
    "sender_state_id",
    "sender_past",
];

const VALUES: &[&str] = &[
    "null",
    "\"\"",
    "\"x\"",
    "\"1.50\"",
    "7",
    "true",
    "{}",
    "[]",
    "\"LOST\"",
    "\"HELD_BACK\"",
    "9",
    "\"4\"",
    "\"a1?b\"",
    "\"READY\"",
    "\"[1,2]\"",
    r#"[{"amount":1,"mail":"a@b.c","inner":null}]"#,
    r#"[{"amount":"2","inner":{"id":"i","status":"LOST","receiver:city":"x","owner":null,"weight":1,"hub":"h"}}]"#,
];

/// A whole body with one key that has another value, or is not there.
fn body(key: &str, value: Option<&str>) -> String {
    fuller(key, value, &[])
}

/// The same with further keys.
fn fuller(key: &str, value: Option<&str>, more: &[(&str, &str)]) -> String {
    let whole =
        [("id", "\"p\""), ("status", "\"SENT\""), ("receiver:city", "\"Goa\""), ("weight", "1"), ("owner", "\"o\"")];
    let more_has = |name: &str| more.iter().any(|(other, _)| *other == name);
    let others = whole.iter().filter(|(name, _)| !more_has(name)).chain(more).filter(|(name, _)| *name != key).copied();
    let entries: Vec<String> =
        others.chain(value.map(|value| (key, value))).map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", entries.join(","))
}

#[test]
fn derived_types_do_what_generated_ones_do() {
    let mut different = std::collections::HashSet::new();
    for version in VERSIONS {
        for key in KEYS {
            for value in VALUES.iter().copied().map(Some).chain([None]) {
                let body = body(key, value);
                let expected = seen::<generated::parcels::Parcel<Dynamic>>(&body, version);
                assert_eq!(seen::<derived::Parcel<Dynamic>>(&body, version), expected, "{body} at {version}");
                different.insert(expected);
            }
        }
    }
    assert!(different.len() > 300, "{} outcomes are too few to prove anything", different.len());
}

/// Bodies in which conditions hold, ids follow their values and flattened objects are there.
const FULLER: &[&[(&str, &str)]] = &[
    &[("status", "\"LOST\""), ("status_id", "9"), ("searcher", "\"s\""), ("sender_city", "\"x\""), ("wages", "1")],
    &[("status", "\"HELD_BACK\""), ("status_id", "4"), ("receiver:state", "\"HELD_BACK\""), ("receiver:state_id", "4")],
    &[
        ("receiver:city", "\"x\""),
        ("receiver:zip", "\"12a\""),
        ("sender_city", "\"x\""),
        ("sender_past", r#"[{"amount":1,"mail":"m"},{"amount":2}]"#),
        ("receiver:past", r#"[{"amount":1,"mail":"m"},{"amount":2}]"#),
    ],
];

#[test]
fn derived_types_see_conditions_as_generated_ones_do() {
    let mut different = std::collections::HashSet::new();
    for (version, more) in VERSIONS.into_iter().flat_map(|version| FULLER.iter().map(move |more| (version, more))) {
        for key in KEYS {
            for value in VALUES.iter().copied().map(Some).chain([None]) {
                let body = fuller(key, value, more);
                let expected = seen::<generated::parcels::Parcel<Dynamic>>(&body, version);
                assert_eq!(seen::<derived::Parcel<Dynamic>>(&body, version), expected, "{body} at {version}");
                different.insert(expected);
            }
        }
    }
    assert!(different.len() > 1000, "{} outcomes are too few to prove anything", different.len());
    let told = |kind: &str| different.iter().any(|outcome| outcome.contains(kind));
    for kind in ["Unexpected", "MissingConditional", "Contradiction", "no form at", "OneOfGroup", "receiver:zip"] {
        assert!(told(kind), "nothing is {kind}");
    }
}

#[test]
fn pinned_types_do_what_generated_ones_do() {
    fn pinned<V: Version>() -> (String, String) {
        let body = body("pieces", Some(VALUES[VALUES.len() - 1]));
        let derived = derived::Parcel::<V>::from_json(&body).map(|parcel| parcel.to_json());
        let generated = generated::parcels::Parcel::<V>::from_json(&body).map(|parcel| parcel.to_json());
        (format!("{derived:?}"), format!("{generated:?}"))
    }
    use generated::versions::{V2019_01_01, V2020_06_15, V2021_03_25, VBase};
    for (derived, generated) in
        [pinned::<VBase>(), pinned::<V2019_01_01>(), pinned::<V2020_06_15>(), pinned::<V2021_03_25>()]
    {
        assert!(derived.starts_with("Ok"), "{derived}");
        assert_eq!(derived, generated);
    }
}

#[test]
fn generated_types_stand_in_derived_ones() -> Result<(), juspay_runtime::DecodeError> {
    #[derive(juspay_macros::Versioned, Clone, Debug, PartialEq)]
    struct Shelf<V: Version> {
        parcels: Vec<generated::parcels::Parcel<V>>,
    }
    let text = format!("{{\"parcels\":[{}]}}", body("", None));
    let shelf = Shelf::<generated::versions::V2021_03_25>::from_json(&text)?;
    assert_eq!(shelf.parcels.first().and_then(generated::parcels::Parcel::weight), Some(1.into()));
    Ok(())
}
