//! How often memory is asked for, by an allocator that counts; in a binary of its own, for it is that of the whole binary.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

use std::collections::BTreeMap;

use allocation_counter::measure;
use juspay_client::orders::{CreateOrder, Order};
use juspay_client::{Dynamic, V2021_03_25, Wire};
use juspay_spec::flat_fields;
use juspay_tests::apis;
use juspay_tests::sample::Sampler;
use juspay_tests::tree::Tree;

/// A body with everything in it that the newest version has, and how many fields it has.
fn full(name: &str) -> (String, usize) {
    let generated = apis::all().expect("the specs are fine");
    let api = &generated.iter().find(|generated| generated.name == "juspay").expect("it is there").api;
    let def = api.find_type(name).expect("it is in the spec");
    let newest = api.all_versions().max().expect("there are versions");
    let mut all = BTreeMap::new();
    for seed in 0..200 {
        let Tree::Object(entries) = Sampler::new(api, newest, seed).named(def.id) else { continue };
        all.extend(entries);
    }
    let live =
        flat_fields(api, def.object().expect("an object")).iter().filter(|flat| flat.range.contains(newest)).count();
    (Tree::Object(all).write(false), live)
}

#[test]
fn a_form_takes_one_allocation() {
    let (body, fields) = full("CreateOrder");
    let order = CreateOrder::from_json(&body).expect("the body is fine");
    let mut form = String::new();
    let counted = measure(|| form = order.to_form());
    assert!(form.split('&').count() >= fields, "{} of {fields} fields: {form}", form.split('&').count());
    assert_eq!(counted.count_total, 1, "{counted:?} for {} bytes", form.len());
}

/// A value that is read is put where a placeholder was, which is not dropped; so a placeholder may hold no memory.
#[test]
fn a_body_that_was_read_and_dropped_leaves_no_memory_behind() {
    for (name, read) in [
        ("CreateOrder", (|body| CreateOrder::from_json(body).is_ok()) as fn(&str) -> bool),
        ("Order", |body| Order::<Dynamic>::from_json(body).is_ok()),
        ("Order", |body| Order::<V2021_03_25>::from_json(body).is_ok()),
    ] {
        let (body, _) = full(name);
        // What is worked out when a type is first met stays, once.
        assert!(read(&body), "{name}");
        let counted = measure(|| assert!(read(&body), "{name}"));
        assert!(counted.count_total > 100, "{name}: {counted:?}");
        assert_eq!((counted.count_current, counted.bytes_current), (0, 0), "{name}: {counted:?}");
    }
}
