//! What conditions look at: through lists, maps, objects and any JSON.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a test")]
#![allow(clippy::inconsistent_digit_grouping, reason = "dates")]

use juspay_runtime as rt;
use juspay_runtime::{Amount, AnomalyKind, ApiVersion, Decoding, Json, List, Map, Shape, Test, Wire, field};

#[derive(Clone, Debug, PartialEq)]
pub struct Crate {
    pub state: Option<String>,
    pub weight: Option<Amount>,
    pub count: Option<i64>,
    pub fragile: Option<bool>,
    pub tags: List<String>,
    pub labels: Option<Map<String>>,
    pub details: Option<Json>,
    pub inner: List<Crate>,
    pub grade_text: Option<String>,
    pub grade: Option<i64>,
    pub if_lost: Option<String>,
    pub if_not_lost: Option<String>,
    pub if_heavy: Option<String>,
    pub if_two: Option<String>,
    pub if_fragile: Option<String>,
    pub if_red: Option<String>,
    pub if_tagged: Option<String>,
    pub if_label: Option<String>,
    pub if_detail: Option<String>,
    pub if_inner: Option<String>,
    pub if_inner_lost: Option<String>,
    pub if_inner_tagged: Option<String>,
    pub if_graded: Option<String>,
    pub if_both: Option<String>,
}

const FIELDS: &[rt::Field] = &[
    field("state", 0),
    field("weight", 1),
    field("count", 2),
    field("fragile", 3),
    field("tags", 4),
    field("labels", 5),
    field("details", 6),
    field("inner", 7),
    field("grade", 8).until(2021_03_25),
    field("grade", 9).since(2021_03_25),
    field("if_lost", 10),
    field("if_not_lost", 11),
    field("if_heavy", 12),
    field("if_two", 13),
    field("if_fragile", 14),
    field("if_red", 15),
    field("if_tagged", 16),
    field("if_label", 17),
    field("if_detail", 18),
    field("if_inner", 19),
    field("if_inner_lost", 20),
    field("if_inner_tagged", 21),
    field("if_graded", 22),
    field("if_both", 23),
];
static SHAPE: Shape = Shape::new("Crate", FIELDS).retyped(&[&[9, 8]]).when(&[
    (10, &[Test::is(&["state"], &["LOST", "GONE"])]),
    (11, &[Test::is_not(&["state"], &["LOST"])]),
    (12, &[Test::is(&["weight"], &["1.50"])]),
    (13, &[Test::is(&["count"], &["2"])]),
    (14, &[Test::is(&["fragile"], &["true"])]),
    (15, &[Test::is(&["tags"], &["red"])]),
    (16, &[Test::there(&["tags"])]),
    (17, &[Test::is(&["labels", "lid"], &["shut"])]),
    (18, &[Test::is(&["details", "a", "b"], &["x\"y", "7"])]),
    (19, &[Test::there(&["inner"])]),
    (20, &[Test::is(&["inner", "state"], &["LOST"])]),
    (21, &[Test::there(&["inner", "inner", "tags"])]),
    (22, &[Test::is(&["grade"], &["3"])]),
    (23, &[Test::is(&["count"], &["2"]), Test::there(&["details", "b"])]),
]);

rt::record! {
    Crate SHAPE;
    plain: 0 state, 1 weight, 2 count, 3 fragile, 4 tags, 5 labels, 6 details, 7 inner, 8 grade_text, 9 grade, 10 if_lost, 11 if_not_lost, 12 if_heavy, 13 if_two, 14 if_fragile, 15 if_red, 16 if_tagged, 17 if_label, 18 if_detail, 19 if_inner, 20 if_inner_lost, 21 if_inner_tagged, 22 if_graded, 23 if_both;
}

/// The conditions that hold for a body, by the fields that are missed in it.
fn due(body: &str, version: &str) -> Vec<String> {
    let options = Decoding::at(version.parse::<ApiVersion>().unwrap()).anomalies(true);
    let anomalies = Crate::decode(body, &options).unwrap().anomalies;
    let missed = anomalies.into_iter().filter(|anomaly| anomaly.kind == AnomalyKind::MissingConditional);
    missed.map(|anomaly| anomaly.path).filter(|path| !path.contains('[')).collect()
}

#[test]
fn conditions_look_at_whatever_a_path_leads_to() {
    for (body, expected) in [
        ("{}", &["if_not_lost"][..]),
        (r#"{"state":"LOST"}"#, &["if_lost"]),
        (r#"{"state":"GONE"}"#, &["if_lost", "if_not_lost"]),
        (r#"{"state":null,"weight":1.50}"#, &["if_not_lost", "if_heavy"]),
        (r#"{"state":"LOST","weight":"1.50","count":2}"#, &["if_lost", "if_heavy", "if_two"]),
        (r#"{"state":"LOST","fragile":true}"#, &["if_lost", "if_fragile"]),
        (r#"{"state":"LOST","fragile":false,"count":22}"#, &["if_lost"]),
        (r#"{"state":"LOST","tags":[]}"#, &["if_lost"]),
        (r#"{"state":"LOST","tags":["blue"]}"#, &["if_lost", "if_tagged"]),
        (r#"{"state":"LOST","tags":["blue","red"]}"#, &["if_lost", "if_red", "if_tagged"]),
        (r#"{"state":"LOST","labels":{"side":"shut","lid":"open"}}"#, &["if_lost"]),
        (r#"{"state":"LOST","labels":{"side":"open","lid":"shut"}}"#, &["if_lost", "if_label"]),
        (r#"{"state":"LOST","details":{"a":{"c":7},"b":7}}"#, &["if_lost"]),
        (r#"{"state":"LOST","details":{"a":[{"c":1},{"b":7}],"c":{}}}"#, &["if_lost", "if_detail"]),
        (r#"{"state":"LOST","details":[{"a":{"b":"x\"y"}}]}"#, &["if_lost", "if_detail"]),
        (r#"{"state":"LOST","count":2,"details":{"b":7}}"#, &["if_lost", "if_two", "if_both"]),
        (r#"{"state":"LOST","count":2,"details":{"b":null,"c":7}}"#, &["if_lost", "if_two"]),
        (r#"{"state":"LOST","details":{"b":7}}"#, &["if_lost"]),
        (r#"{"state":"LOST","details":null}"#, &["if_lost"]),
        (r#"{"state":"LOST","inner":[]}"#, &["if_lost"]),
        (r#"{"state":"LOST","inner":[{}]}"#, &["if_lost", "if_inner"]),
        (
            r#"{"state":"OLD","inner":[{"state":"OLD"},{"state":"LOST"}]}"#,
            &["if_not_lost", "if_inner", "if_inner_lost"],
        ),
        (r#"{"state":"LOST","inner":[{"tags":["x"]}]}"#, &["if_lost", "if_inner"]),
        (
            r#"{"state":"LOST","inner":[{"inner":[{}]},{"inner":[{"tags":["x"]}]}]}"#,
            &["if_lost", "if_inner", "if_inner_tagged"],
        ),
    ] {
        assert_eq!(due(body, "2022-01-01"), expected, "{body}");
    }
}

#[test]
fn a_field_that_changed_its_type_is_looked_at_as_either() {
    for version in ["2020-01-01", "2022-01-01"] {
        assert_eq!(due(r#"{"state":"LOST","grade":3}"#, version), ["if_lost", "if_graded"], "{version}");
        assert_eq!(due(r#"{"state":"LOST","grade":4}"#, version), ["if_lost"], "{version}");
    }
}
