//! Neighbouring versions answer and post the same but for what the changelog says.

use crate::differ::Differ;
use crate::{API, events, life, versions};
use juspay_spec::model::{ChangeKind, Type};
use std::collections::{BTreeMap, BTreeSet};

/// What the changes move that the double has no way to show, and why.
const NOT_SHOWN: [(&str, &str); 8] = [
    ("OrderTxn.captured_amount", PARTS),
    ("OrderTxn.gateway_reference_id", PARTS),
    ("OrderTxn.metadata", PARTS),
    ("OrderTxn.refundable_amount", PARTS),
    ("OrderTxn.refunds", PARTS),
    ("TxnSubDetail.surcharge_amount", SURCHARGE),
    ("TxnSubDetail.tax_amount", SURCHARGE),
    ("Chargeback", "a type, seen by the field that holds it"),
];
const PARTS: &str = "an order that is paid in parts is not doubled";
const SURCHARGE: &str = "captures are listed from a later version on";

#[test]
fn neighbours_differ_as_the_changelog_says() {
    let versions = versions();
    let mut unseen: BTreeMap<String, &str> = NOT_SHOWN.into_iter().map(|(item, why)| (item.to_owned(), why)).collect();
    unseen.insert("RewardsBreakup".to_owned(), "a type, seen by the field that holds it");
    for pair in versions.windows(2) {
        let mut differ = Differ::new(pair[1]);
        let (before, after) = (life::answers(pair[0]), life::answers(pair[1]));
        assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            assert_eq!((&before.operation, before.status), (&after.operation, after.status), "{}", after.step);
            let endpoint = API.endpoint(&after.operation).expect("an operation");
            let response = endpoint.responses.iter().find(|response| response.status == after.status);
            let ty = response.and_then(|response| response.body.as_ref()).expect("a body");
            differ.compare(ty, &before.json(), &after.json(), &after.step);
        }
        compare_posts(&mut differ, pair[0], pair[1]);
        let missed: BTreeSet<&String> =
            differ.moved.difference(&differ.seen).filter(|item| unseen.remove(*item).is_none()).collect();
        assert_eq!(missed, BTreeSet::new(), "the changes of {} are not all seen", pair[1]);
    }
    assert_eq!(unseen, BTreeMap::new(), "these are seen, or no change moves them");
}

/// Posts of the same life, at two versions that the dashboard is set to.
fn compare_posts(differ: &mut Differ, before: super::ApiVersion, after: super::ApiVersion) {
    let hooks = API.webhooks.as_ref().expect("webhooks");
    let posts = (events::posts(before), events::posts(after));
    let mut older = posts.0.iter().peekable();
    for (event, body) in &posts.1 {
        let Some((_, before)) = older.next_if(|(other, _)| other == event) else {
            assert!(differ.moved.contains(event), "{event} is posted from {after} on, and no change says so");
            differ.seen.insert(event.clone());
            continue;
        };
        differ.compare(&Type::Named(hooks.envelope), before, body, event);
    }
    assert_eq!(older.next().map(|(event, _)| event), None, "an event is no longer posted at {after}");
}

/// The double shows every change that a version makes to bodies and events; none is of another kind.
#[test]
fn every_kind_of_change_can_be_shown() {
    for change in &API.changes {
        let shown = matches!(
            change.kind,
            ChangeKind::Added
                | ChangeKind::Value
                | ChangeKind::Remap
                | ChangeKind::Filter
                | ChangeKind::Condition
                | ChangeKind::Delivery
        );
        assert!(shown, "{} is a change of a kind that the double was never asked to show", change.name);
    }
}
