//! `conform` and the generated types say the same of a body, whatever stands in it: the command reads by the model, the
//! types by the code that was generated from it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use juspay_codegen::conform::{Conform, Subject};
use juspay_runtime::Anomaly;
use juspay_tests::apis::{self, version};
use juspay_tests::sample::{Random, Sampler};
use juspay_tests::tree::Tree;

/// What is put in the place of any value.
const ODD: &[&str] = &[
    "null",
    "true",
    "7",
    "12.50",
    "-0",
    "1e3",
    r#""""#,
    r#""abc""#,
    r#""7""#,
    r#""true""#,
    r#""2020-01-02T03:04:05Z""#,
    r#""{}""#,
    r#""[]""#,
    r#""[{}]""#,
    "{}",
    r#"{"a": 1}"#,
    "[]",
    "[null]",
    r#"["abc"]"#,
    "[[1], {}]",
    "[{}]",
];

/// Every place in a tree, as the way to it.
fn places(tree: &Tree, way: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    let inner: Vec<&Tree> = match tree {
        Tree::Object(entries) => entries.values().collect(),
        Tree::List(items) => items.iter().collect(),
        Tree::Word(_) | Tree::Text(_) => Vec::new(),
    };
    for (at, tree) in inner.into_iter().enumerate() {
        way.push(at);
        found.push(way.clone());
        places(tree, way, found);
        way.pop();
    }
}

fn at<'t>(tree: &'t mut Tree, way: &[usize]) -> Option<&'t mut Tree> {
    let Some((first, rest)) = way.split_first() else { return Some(tree) };
    let inner = match tree {
        Tree::Object(entries) => entries.values_mut().nth(*first),
        Tree::List(items) => items.get_mut(*first),
        Tree::Word(_) | Tree::Text(_) => None,
    };
    at(inner?, rest)
}

fn told(anomalies: &[Anomaly]) -> Vec<String> {
    anomalies.iter().map(|anomaly| format!("{anomaly} [{}]", anomaly.item)).collect()
}

#[test]
fn the_command_reads_as_the_generated_types_do() {
    for generated in &apis::all().unwrap_or_else(|error| panic!("{error}")) {
        let conform = Conform::new(&generated.api).expect("the spec can be planned");
        let mut refused = 0;
        for entry in generated.types {
            let def = generated.api.find_type(entry.name).expect("every generated type is in the model");
            let subject = Subject::Type(entry.name.to_owned());
            for (seed, date) in (0_u64..).zip(generated.api.all_versions()) {
                let mut random = Random::new(seed + 1);
                let body = Sampler::new(&generated.api, date, seed).named(def.id);
                let mut ways = Vec::new();
                places(&body, &mut Vec::new(), &mut ways);
                for _ in 0..ways.len().min(30) {
                    let mut body = body.clone();
                    for _ in 0..=random.below(2) {
                        let (way, odd) = (&ways[random.below(ways.len())], ODD[random.below(ODD.len())]);
                        if let Some(place) = at(&mut body, way) {
                            *place = Tree::parse(odd).expect("it is JSON");
                        }
                    }
                    let text = body.write(random.chance(50));
                    let command = conform.read(&subject, version(date), text.as_bytes()).expect("the type is known");
                    let command = command.result.map(|anomalies| told(&anomalies)).map_err(|error| error.to_string());
                    let types = (entry.pass)(&text, version(date), version(date));
                    let types = types.map(|passed| told(&passed.anomalies)).map_err(|error| error.to_string());
                    assert_eq!(command, types, "{} at {date}: {text}", entry.name);
                    refused += usize::from(types.is_err());
                }
            }
        }
        assert!(refused > 100, "{refused} bodies were refused");
    }
}

#[test]
fn a_body_is_taken_for_the_type_whose_keys_it_has() {
    let cases = [
        (r#"{"order_id": "o", "status": "NEW", "refunds": []}"#, "Order"),
        // One wrong value, or one that is missing, makes no other type of it.
        (r#"{"order_id": "o", "status": "NEW", "amount": [1], "currency": "INR", "card": {}, "udf1": ""}"#, "Order"),
        (r#"{"status": "NEW", "status_id": 10, "amount": 1, "currency": "INR", "card": {}, "txn_id": "t"}"#, "Order"),
        (r#"{"status": "error", "error_code": "access_denied"}"#, "ErrorBody"),
        (r#"{"list": [], "total": 0, "offset": 0, "count": 0}"#, "ErrorBody"),
        (r#"{"id": "e", "event_name": "ORDER_SUCCEEDED", "content": {"order": {"order_id": "o"}}}"#, "Webhook"),
        ("<html>", ""),
        ("[]", ""),
    ];
    let api = juspay_spec::embedded().api.expect("the spec has no errors");
    let conform = Conform::new(&api).expect("the spec can be planned");
    for (body, ty) in cases {
        let newest = juspay_runtime::ApiVersion::literal(2021, 3, 25);
        assert_eq!(conform.guess(newest, body.as_bytes()).expect("endpoints answer objects").ty, ty, "{body}");
    }
}
