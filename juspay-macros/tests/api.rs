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
    use std::marker::PhantomData;

    use juspay_macros::Versioned;
    use juspay_runtime::{Amount, Json, List, Map, UnknownValue, Version};

    use crate::generated::versions::{self, Latest};

    #[derive(Versioned, Clone, Debug, PartialEq)]
    #[versioned(versions = versions)]
    pub(crate) struct Parcel<V: Version = Latest> {
        pub(crate) id: String,
        status: ParcelStatus,
        #[versioned(renamed("2021-03-25" = "sum"), alias = "cost")]
        price: Option<Amount>,
        #[versioned(blank)]
        note: Option<String>,
        #[versioned(prefix = "sender_")]
        sender: Option<Address<V>>,
        #[versioned(prefix = "receiver:")]
        receiver: Address<V>,
        pieces: List<Piece<V>>,
        #[versioned(since = "2020-06-15", required_since = "2021-03-25")]
        weight: Option<Amount>,
        #[versioned(until = "2020-06-15")]
        hub: Option<String>,
        #[versioned(since = "2021-03-25")]
        grade: Option<i64>,
        #[versioned(rename = "grade", until = "2021-03-25")]
        grade_before_2021_03_25: Option<String>,
        #[versioned(as_string)]
        quoted: Option<Amount>,
        #[versioned(json_string)]
        breakup: List<Amount>,
        #[versioned(nullable)]
        owner: Option<String>,
        #[versioned(rest)]
        extra: Map<Json>,
        version: PhantomData<V>,
    }

    #[derive(Versioned, Clone, Debug, PartialEq)]
    #[versioned(versions = versions)]
    pub(crate) struct Address<V: Version = Latest> {
        city: String,
        #[versioned(since = "2019-01-01")]
        zip: Option<String>,
        version: PhantomData<V>,
    }

    #[derive(Versioned, Clone, PartialEq)]
    pub(crate) struct Piece<V: Version = Latest> {
        amount: Amount,
        #[versioned(sensitive)]
        mail: Option<String>,
        inner: Option<Box<Parcel<V>>>,
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
            format!("{:?}\n{:?}\n{written:?}\n{}", decoded.value, decoded.anomalies, decoded.value.to_form())
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
    "\"READY\"",
    "\"[1,2]\"",
    r#"[{"amount":1,"mail":"a@b.c","inner":null}]"#,
    r#"[{"amount":"2","inner":{"id":"i","status":"LOST","receiver:city":"x","owner":null,"weight":1,"hub":"h"}}]"#,
];

/// A whole body with one key that has another value, or is not there.
fn body(key: &str, value: Option<&str>) -> String {
    let whole =
        [("id", "\"p\""), ("status", "\"SENT\""), ("receiver:city", "\"Goa\""), ("weight", "1"), ("owner", "\"o\"")];
    let others = whole.iter().filter(|(name, _)| *name != key).copied();
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
