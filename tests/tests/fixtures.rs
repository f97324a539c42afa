//! Made-up bodies of both APIs: what decoding finds odd about each, and that encoding brings back the rest.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use juspay_runtime::ApiVersion;
use juspay_tests::apis::{self, Generated, version};
use juspay_tests::conform::compare;
use juspay_tests::tree::Tree;
use juspay_tests::workspace;

/// A body: its file, its type, the version that sends it, and what is odd about it.
struct Fixture {
    file: &'static str,
    ty: &'static str,
    at: &'static str,
    odd: &'static [&'static str],
}

const fn sound(file: &'static str, ty: &'static str, at: &'static str) -> Fixture {
    Fixture { file, ty, at, odd: &[] }
}

const FIXTURES: &[Fixture] = &[
    sound("juspay/order-created", "Order", "base"),
    sound("juspay/order-created", "Order", "2021-03-25"),
    sound("juspay/order-card", "Order", "2021-03-25"),
    Fixture {
        file: "juspay/order-card",
        ty: "Order",
        at: "base",
        odd: &[
            "gateway_reference_id: field of a later version (sent from 2018-10-25)",
            "txn_detail.surcharge_amount: field of a later version (sent from 2018-07-16)",
            "txn_detail.tax_amount: field of a later version (sent from 2018-07-16)",
            "payment_gateway_response.offer_type: field of a later version (sent from 2017-05-25)",
            "payment_gateway_response.offer_availed: field of a later version (sent from 2017-05-25)",
            "payment_gateway_response.discount_amount: field of a later version (sent from 2017-05-25)",
            "refunds[0].initiated_by: field of a later version (sent from 2018-09-20)",
            "refunds[0].refund_source: field of a later version (sent from 2019-03-12)",
            "refunds[0].refund_type: field of a later version (sent from 2019-03-12)",
            "refunds[0].error_code: field of a later version (sent from 2020-11-20)",
            "refunds[0].metadata: field of a later version (sent from 2021-03-25)",
            "metadata: field of a later version (sent from 2020-03-14)",
        ],
    },
    Fixture {
        file: "juspay/order-preauth",
        ty: "Order",
        at: "2020-10-31",
        // Null or not: the key itself is early.
        odd: &["rewards_breakup: field of a later version (sent from 2021-03-05)"],
    },
    Fixture {
        file: "juspay/order-mandate",
        ty: "Order",
        at: "2021-03-25",
        odd: &["mandate.rule_value: another form of the value (a string for a number)"],
    },
    sound("juspay/order-parts", "Order", "2021-03-25"),
    Fixture {
        file: "juspay/order-odd",
        ty: "Order",
        at: "2021-03-25",
        odd: &[
            "status: unknown value (STEEPING)",
            "status_id: another form of the value (a string for a number)",
            "amount: another form of the value (a string for a number)",
            "refunded: another form of the value (a string for a boolean)",
            "gateway_id: another form of the value (a string for a number)",
            "brewed_by: unknown field",
            "card.card_type: another form of the value (an empty string for nothing)",
            "card.using_saved_card: another form of the value (a string for a boolean)",
            "card.colour: unknown field",
            "refunds[0].status: unknown value (Success)",
        ],
    },
    sound("juspay/order-auto-refunded", "Order", "2019-11-11"),
    Fixture {
        file: "juspay/order-auto-refunded",
        ty: "Order",
        at: "2019-11-10",
        odd: &["status: value of another version (AUTO_REFUNDED)"],
    },
    sound("juspay/session", "Session", "2021-03-25"),
    sound("juspay/error-parameter", "ErrorBody", "2021-03-25"),
    sound("juspay/error-key", "ErrorBody", "base"),
    sound("juspay/webhook-order", "Webhook", "2021-03-25"),
    Fixture {
        file: "juspay/webhook-mandate",
        ty: "Webhook",
        at: "2021-03-25",
        odd: &["content.mandate.max_amount: another form of the value (a string for a number)"],
    },
    sound("library/member-2022", "Member", "2022-11-03"),
    sound("library/loan-2017", "Loan", "base"),
    sound("library/problem", "Problem", "base"),
    sound("library/page", "BookPage", "2022-11-03"),
];

fn folder() -> PathBuf {
    workspace::tests().join("tests/fixtures")
}

fn read(fixture: &Fixture) -> String {
    let path = folder().join(format!("{}.json", fixture.file));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn fixtures_decode_as_expected_and_come_back() {
    let generated = apis::all().unwrap_or_else(|error| panic!("{error}"));
    for fixture in FIXTURES {
        let home = |generated: &&Generated| fixture.file.starts_with(generated.name);
        let generated = generated.iter().find(home).expect("every fixture is of an API");
        let entry = generated.types.iter().find(|entry| entry.name == fixture.ty).expect("every type is generated");
        let at: juspay_spec::version::ApiVersion = fixture.at.parse().expect("every version is one");
        let (text, at) = (read(fixture), (at, version(at)));
        let name = format!("{} at {}", fixture.file, fixture.at);
        let passed = (entry.pass)(&text, at.1, at.1).unwrap_or_else(|error| panic!("{name}: {error}"));
        let odd: Vec<String> = passed.anomalies.iter().map(ToString::to_string).collect();
        assert_eq!(odd, fixture.odd, "{name}");
        let [before, after] = [&text, &passed.encoded].map(|text| Tree::parse(text).expect("bodies are JSON"));
        let ty = generated.api.find_type(fixture.ty).expect("every type is in the model");
        let kept = compare(&generated.api, ty.id, at.0, &before, &after);
        assert_eq!(kept.lost, [""; 0], "{name}");
        let told = |end: &str| {
            odd.iter().filter_map(|odd| odd.split_once(": ")).filter(|(_, kind)| kind.starts_with(end)).count()
        };
        assert_eq!((kept.unknown.len(), kept.elsewhere.len()), (told("unknown field"), told("field of")), "{name}");
    }
}

#[test]
fn every_fixture_is_used() {
    let used: BTreeSet<&str> = FIXTURES.iter().map(|fixture| fixture.file).collect();
    for api in ["juspay", "library"] {
        for entry in fs::read_dir(folder().join(api)).expect("fixtures can be listed") {
            let path = entry.expect("fixtures can be listed").path();
            let name = format!("{api}/{}", path.file_stem().expect("fixtures have names").to_string_lossy());
            assert!(used.contains(name.as_str()), "{name} is used by no test");
        }
    }
}

#[test]
fn an_old_body_misses_what_a_newer_version_calls_otherwise() {
    let text = read(&sound("library/loan-2017", "Loan", ""));
    let entry = apis::LIBRARY.iter().find(|entry| entry.name == "Loan").expect("loans are generated");
    let error = (entry.pass)(&text, ApiVersion::NEWEST, ApiVersion::NEWEST).expect_err("the member is missing");
    assert_eq!(error.path(), "member_id");
}
