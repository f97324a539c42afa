//! What holds for every type of both APIs at every version, shown with made-up bodies.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::BTreeSet;

use juspay_codegen::json::{Json, Object};
use juspay_codegen::openapi;
use juspay_runtime::{Anomaly, AnomalyKind, ApiVersion};
use juspay_spec::flat_fields;
use juspay_spec::model::TypeDef;
use juspay_tests::apis::{self, Entry, Generated, Passed, version};
use juspay_tests::conform::{Kept, compare, names};
use juspay_tests::sample::{Sampler, with_nulls};
use juspay_tests::tree::Tree;

/// Bodies of each type at each version.
const BODIES: u64 = 3;

fn generated() -> Vec<Generated> {
    apis::all().unwrap_or_else(|error| panic!("{error}"))
}

/// Calls back with every type, every version in which it exists, and made-up bodies of it.
fn everywhere(check: impl Fn(&Generated, &Entry, &TypeDef, juspay_spec::version::ApiVersion, &Tree)) {
    for generated in &generated() {
        for entry in generated.types {
            let def = generated.api.find_type(entry.name).expect("every generated type is in the model");
            for version in generated.api.all_versions().filter(|version| def.life.range.contains(*version)) {
                for seed in 0..BODIES {
                    let body =
                        Sampler::new(&generated.api, version, seed * 1000 + u64::from(version.packed())).named(def.id);
                    check(generated, entry, def, version, &body);
                }
            }
        }
    }
}

/// Bodies can be long; the type and the version are what one looks for.
fn short(text: &str) -> String {
    text.chars().take(1500).collect()
}

fn pass(entry: &Entry, body: &str, from: ApiVersion, to: ApiVersion) -> Passed {
    (entry.pass)(body, from, to).unwrap_or_else(|error| panic!("{} at {from}: {error}\n{}", entry.name, short(body)))
}

#[test]
fn the_tables_name_every_object() {
    for generated in &generated() {
        let objects = generated.api.types.iter().filter(|def| def.object().is_some()).map(|def| def.name.as_str());
        let listed: BTreeSet<&str> = generated.types.iter().map(|entry| entry.name).collect();
        assert_eq!(objects.collect::<BTreeSet<_>>(), listed, "{}", generated.name);
    }
}

#[test]
fn encoding_brings_back_what_was_decoded() {
    everywhere(|generated, entry, def, at, body| {
        let (text, version) = (body.write(false), version(at));
        let passed = pass(entry, &text, version, version);
        assert_eq!(passed.anomalies, [], "{} at {at}\n{}", entry.name, short(&text));
        let again = Tree::parse(&passed.encoded).expect("what is encoded is JSON");
        for (one, other) in [(body, &again), (&again, body)] {
            let kept = compare(&generated.api, def.id, at, one, other);
            assert_eq!(kept, Kept::default(), "{} at {at}\n{}", entry.name, short(&text));
        }
        // What is written once is written the same ever after.
        assert_eq!(pass(entry, &passed.encoded, version, version).encoded, passed.encoded);
    });
}

#[test]
fn the_order_of_keys_does_not_matter() {
    everywhere(|_, entry, _, at, body| {
        let version = version(at);
        let one = pass(entry, &body.write(false), version, version);
        let other = pass(entry, &body.write(true), version, version);
        let trees = [&one, &other].map(|passed| Tree::parse(&passed.encoded).expect("what is encoded is JSON"));
        assert_eq!(trees[0], trees[1], "{} at {at}", entry.name);
        assert_eq!(one.anomalies.len(), other.anomalies.len(), "{} at {at}", entry.name);
    });
}

#[test]
fn a_pin_is_the_version_as_a_type() {
    everywhere(|_, entry, _, at, body| {
        let pinned = entry.pins.iter().find(|(date, _)| *date == at.packed());
        if let Some((_, pinned)) = pinned {
            let text = body.write(false);
            let pinned = pinned(&text)
                .unwrap_or_else(|error| panic!("{} pinned to {at}: {error}\n{}", entry.name, short(&text)));
            assert_eq!(pinned, pass(entry, &text, version(at), version(at)), "{} at {at}", entry.name);
        }
    });
}

#[test]
fn the_newest_form_seen_as_an_older_one_is_sound() {
    everywhere(|generated, entry, def, at, _| {
        let newest = generated.api.latest();
        if !def.life.range.contains(newest) {
            return;
        }
        for seed in 0..BODIES {
            let body = Sampler::new(&generated.api, newest, seed).named(def.id).write(false);
            let older = pass(entry, &body, version(newest), version(at));
            match older.tried {
                Ok(same) => assert_eq!(same, older.encoded, "{} at {at}", entry.name),
                Err(unsaid) => {
                    let retyped = |found: &Anomaly| is_retyped(generated, &found.item);
                    assert!(unsaid.anomalies().iter().all(retyped), "{} at {at}: {unsaid}", entry.name);
                    continue;
                }
            }
            let seen = pass(entry, &older.encoded, version(at), version(at));
            assert_eq!(seen.anomalies, [], "{} at {at}\n{}", entry.name, short(&older.encoded));
        }
    });
}

/// Whether `Type.field` had another type once.
fn is_retyped(generated: &Generated, item: &str) -> bool {
    let (owner, name) = item.split_once('.').unwrap_or_default();
    let object = generated.api.find_type(owner).and_then(TypeDef::object);
    object.is_some_and(|object| object.fields.iter().filter(|field| field.wire == name).count() > 1)
}

#[test]
fn values_that_came_later_are_seen_as_what_was_sent_before() {
    let generated = generated();
    let juspay = generated.iter().find(|generated| generated.name == "juspay").expect("there are two APIs");
    let order = juspay.types.iter().find(|entry| entry.name == "Order").expect("orders are generated");
    let refunds = ["PENDING", "MANUAL_REVIEW", "FAILURE"].map(|status| format!(r#"{{"status":"{status}"}}"#)).join(",");
    let newest = format!(r#"{{"order_id":"o","status":"AUTO_REFUNDED","status_id":36,"refunds":[{refunds}]}}"#);
    for at in juspay.api.all_versions() {
        let from = |date: &str| at >= date.parse().expect("a version");
        let older = pass(order, &newest, ApiVersion::NEWEST, version(at));
        assert_eq!(pass(order, &older.encoded, version(at), version(at)).anomalies, [], "{at}\n{}", older.encoded);
        let tree = Tree::parse(&older.encoded).expect("what is encoded is JSON");
        let seen = ["status", "status_id"].map(|key| tree.get(key).and_then(Tree::scalar));
        let expected = if from("2019-11-11") { ["AUTO_REFUNDED", "36"] } else { ["CHARGED", "21"] };
        assert_eq!(seen, expected.map(Some), "{at}");
        let refunds = tree.get("refunds").map_or(0, |refunds| refunds.write(false).matches("status").count());
        assert_eq!(refunds, if from("2015-08-18") { 3 } else { 2 }, "{at}");
    }
}

#[test]
fn a_field_of_another_type_keeps_its_value() {
    let generated = generated();
    let library = generated.iter().find(|generated| generated.name == "library").expect("there are two APIs");
    let seen = |name: &str, body: &str, from: &str, to: &str| {
        let entry = library.types.iter().find(|entry| entry.name == name).expect("the type is generated");
        let [from, to] = [from, to].map(|date| version(date.parse().expect("a version")));
        let passed = pass(entry, body, from, to);
        assert_eq!(passed.anomalies, [], "{body}");
        match passed.tried {
            Ok(same) => {
                assert_eq!(pass(entry, &same, to, to).anomalies, [], "{same}");
                same
            }
            Err(unsaid) => format!("{unsaid} {}", passed.encoded),
        }
    };
    let book = |fields: &str| format!(r#"{{"isbn":"1","title":"t","authors":[]{fields}}}"#);
    let [old, new] = [r#","pages":"312","price":"19.90""#, r#","pages":312,"price":19.90"#].map(book);
    assert_eq!(seen("Book", &new, "2022-11-03", "2018-02-15"), old);
    assert_eq!(seen("Book", &old, "2018-02-15", "2022-11-03"), new);
    let light = book(r#","weight":"0.4""#);
    assert_eq!(seen("Book", &light, "2018-02-15", "2018-02-15"), light);
    assert_eq!(seen("Book", &light, "2018-02-15", "2022-11-03"), light);
    assert_eq!(seen("Book", &light, "2022-11-03", "2018-02-15"), light);
    assert_eq!(
        seen("Book", &book(r#","pages":"some","price":"1e3""#), "2018-02-15", "2022-11-03"),
        format!(
            "version 2022-11-03 cannot say this: pages: no form at the version (a string where the version has an \
             integer); price: no form at the version (a string where the version has a decimal) {}",
            book(r#","pages":"some","price":"1e3""#)
        )
    );
    let member = |fields: &str| format!(r#"{{"member_id":"m","name":"n",{fields}}}"#);
    assert_eq!(seen("Member", &member(r#""card":"CHILD""#), "2022-11-03", "base"), member(r#""card":1"#));
    assert_eq!(seen("Member", &member(r#""card":"GUEST""#), "2022-11-03", "2021-06-01"), member(r#""card":3"#));
    assert_eq!(seen("Member", &member(r#""card":"GUEST""#), "2022-11-03", "base"), member(r#""card":2"#));
    assert_eq!(seen("Member", &member(r#""card":3"#), "2021-06-01", "2022-11-03"), member(r#""card":"GUEST""#));
    let loan = |fields: &str| format!(r#"{{"loan_id":"l","status":{fields}}}"#);
    assert_eq!(
        seen(
            "Loan",
            &loan(
                r#""LOST","status_id":4,"book":{"isbn":"1","title":"t","authors":[]},"member_id":"m","due":"2021-07-01","fine":2,"notes":["one"]"#
            ),
            "2021-06-01",
            "base"
        ),
        loan(
            r#""ON_LOAN","status_id":"1","book":{"isbn":"1","title":"t","authors":[]},"borrower":"m","due":"2021-07-01","notes":"one""#
        )
    );
}

#[test]
fn answers_are_careful_with_values_that_stood_for_others() {
    use juspay_client::Answer::{No, Unknown, Yes};
    use juspay_client::{orders::OrderStatus, refunds::RefundStatus};
    let at = |date: &str| version(date.parse().expect("a version"));
    let (before, from) = (at("2019-11-10"), at("2019-11-11"));
    assert_eq!([OrderStatus::Charged.is_paid_at(before), OrderStatus::Charged.is_paid_at(from)], [Unknown, Yes]);
    // Whatever it stands for, it has come to its end.
    assert_eq!(OrderStatus::Charged.is_final_at(before), Yes);
    assert_eq!(OrderStatus::New.is_paid_at(before), No);
    assert_eq!(OrderStatus::from("NOVEL").is_paid_at(from), Unknown);
    let (before, from) = (at("2015-01-08"), at("2015-01-09"));
    assert_eq!([RefundStatus::Success.is_final_at(before), RefundStatus::Success.is_final_at(from)], [Unknown, Yes]);
    assert_eq!(RefundStatus::Pending.is_final_at(from), No);
}

/// The properties of a schema in an export; those of a flattened object are among them.
fn exported(document: &Json, name: &str) -> Option<BTreeSet<String>> {
    let schema = document.get("components")?.get("schemas")?.get(name)?;
    let properties = schema.get("properties").and_then(Json::as_object);
    Some(properties.into_iter().flat_map(Object::iter).map(|(key, _)| key.to_owned()).collect())
}

#[test]
fn a_version_has_the_fields_that_its_export_has() {
    for generated in &generated() {
        for at in generated.api.all_versions() {
            let document = openapi::export(&generated.api, at);
            for entry in generated.types {
                let Some(properties) = exported(&document, entry.name) else { continue };
                let def = generated.api.find_type(entry.name).expect("every generated type is in the model");
                let object = def.object().expect("every entry is an object");
                let all: BTreeSet<String> = flat_fields(&generated.api, object)
                    .iter()
                    .flat_map(|flat| {
                        let aliases: Vec<_> =
                            flat.field.aliases.iter().map(|alias| format!("{}{alias}", flat.prefix)).collect();
                        names(flat).filter(|name| !aliases.contains(name)).collect::<Vec<_>>()
                    })
                    .collect();
                let body = Sampler::new(&generated.api, at, 1).named(def.id);
                let missing = all.iter().filter(|name| body.get(name).is_none()).cloned();
                let passed = pass(entry, &with_nulls(&body, missing), version(at), version(at));
                let other = |kind| matches!(kind, AnomalyKind::EarlyField | AnomalyKind::LateField);
                let hidden: BTreeSet<String> =
                    passed.anomalies.into_iter().filter(|found| other(found.kind)).map(|found| found.path).collect();
                let seen: BTreeSet<String> = all.into_iter().filter(|name| !hidden.contains(name)).collect();
                assert_eq!(seen, properties, "{} of {} at {at}", entry.name, generated.name);
            }
        }
    }
}
