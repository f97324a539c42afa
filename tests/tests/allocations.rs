//! How often memory is asked for, by an allocator that counts; in a binary of its own, for it is that of the whole binary.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

use std::collections::BTreeMap;

use allocation_counter::measure;
use juspay_client::Wire;
use juspay_client::orders::CreateOrder;
use juspay_spec::flat_fields;
use juspay_tests::apis;
use juspay_tests::sample::Sampler;
use juspay_tests::tree::Tree;

/// A request with everything in it that the newest version has.
fn full() -> (CreateOrder, usize) {
    let generated = apis::all().expect("the specs are fine");
    let api = &generated.iter().find(|generated| generated.name == "juspay").expect("it is there").api;
    let def = api.find_type("CreateOrder").expect("it is in the spec");
    let newest = api.all_versions().max().expect("there are versions");
    let mut all = BTreeMap::new();
    for seed in 0..200 {
        let Tree::Object(entries) = Sampler::new(api, newest, seed).named(def.id) else { continue };
        all.extend(entries);
    }
    let live =
        flat_fields(api, def.object().expect("an object")).iter().filter(|flat| flat.range.contains(newest)).count();
    let body = Tree::Object(all).write(false);
    (CreateOrder::from_json(&body).expect("the body is fine"), live)
}

#[test]
fn a_form_takes_one_allocation() {
    let (order, fields) = full();
    let mut form = String::new();
    let counted = measure(|| form = order.to_form());
    assert!(form.split('&').count() >= fields, "{} of {fields} fields: {form}", form.split('&').count());
    assert_eq!(counted.count_total, 1, "{counted:?} for {} bytes", form.len());
}
