//! Two specs compared: the table of rules, symmetry, and what must not be seen as a difference.
#![expect(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use juspay_spec::diff::{Action, Axis, Diff, Difference, Step, rule, rules};
use juspay_spec::model::Api;
use juspay_spec::{embedded_files, load_files};

const HEAD: &str = "\
api:
  name: Parcel
  doc: Ships parcels.
  version-header: parcel-version
  unversioned: oldest
  environments: {live: {url: https://parcel.example, doc: Live.}}
  auth: {open: {scheme: none, doc: Nothing.}}
changes:
  weights: {version: 2022-03-01, kind: added, doc: Parcels are weighed.}
  later: {version: 2023-03-01, kind: added, doc: Parcels are measured.}
endpoints:
  get_parcel: {call: 'GET /parcels/{id}', doc: Looks., auth: open, path: {id: {type: string, doc: Id.}}, responses: {200: {type: Parcel, doc: It.}}}
  send_parcel: {call: POST /parcels, doc: Sends., auth: open, json: NewParcel, responses: {200: {type: Parcel, doc: It.}}}
";

const NEW_PARCEL: &str = "  NewParcel: {doc: A parcel to send., fields: {to: {type: string, doc: Who.}, size: {type: Size?, gate: later, doc: How large.}}}\n  Size: {doc: How large., fields: {width: {type: int?, doc: Wide.}}}\n";

fn load(files: Vec<(PathBuf, String)>) -> Api {
    let loaded = load_files(files);
    let errors: Vec<_> = loaded.findings.iter().filter(|finding| finding.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    loaded.api.expect("a spec without errors has a model")
}

/// A spec with these fields in the type that is read.
fn parcel(fields: &[&str]) -> Api {
    let mut text = format!("{HEAD}types:\n{NEW_PARCEL}  Parcel:\n    doc: A parcel.\n    fields:\n");
    for field in ["mass: {type: int?, gate: weights, doc: Weight.}"].iter().chain(fields) {
        text.push_str("      ");
        text.push_str(field);
        text.push('\n');
    }
    load(vec![(PathBuf::from("parcel.yaml"), text)])
}

fn names(diff: &Diff) -> Vec<(&'static str, String)> {
    diff.differences.iter().map(|difference| (difference.rule.name, difference.item().to_owned())).collect()
}

fn only(old: &Api, new: &Api) -> Difference {
    let diff = Diff::between(old, new);
    let [difference] = diff.differences.as_slice() else { panic!("{:#?}", names(&diff)) };
    difference.clone()
}

#[test]
fn every_rule_has_its_way_back() {
    let mut seen = BTreeSet::new();
    for one in rules() {
        assert!(seen.insert(one.name), "{} stands twice", one.name);
        let back = rule(one.inverse).unwrap_or_else(|| panic!("{} leads back to {}", one.name, one.inverse));
        assert_eq!(back.inverse, one.name, "{} and {} are no pair", one.name, back.name);
        assert_eq!(back.kind, one.kind, "{} and {} are of two kinds", one.name, back.name);
        let action = match one.action {
            Action::Added => Action::Removed,
            Action::Removed => Action::Added,
            Action::Changed => Action::Changed,
        };
        assert_eq!(back.action, action, "{} and {}", one.name, back.name);
    }
    assert!(seen.len() > 100);
}

#[test]
fn rules_speak_of_the_states_they_have() {
    for one in rules() {
        let both = [one.sentence.contains("{before}"), one.sentence.contains("{after}")];
        match one.action {
            Action::Added => assert!(!both[0], "{} has no state before", one.name),
            Action::Removed => assert!(!both[1], "{} has no state after", one.name),
            Action::Changed => {}
        }
        assert!(one.why.ends_with('.') && !one.sentence.ends_with('.'), "{}", one.name);
        assert!(one.steps.max() > Step::None, "{} has no step", one.name);
        if one.steps.docs > Step::None {
            assert_eq!(one.steps.max(), Step::Patch, "{} is about more than docs", one.name);
        }
        if one.steps.meaning > Step::None {
            assert!(one.steps.meaning >= Step::Minor, "{} changes a meaning", one.name);
        }
    }
}

#[test]
fn what_is_removed_is_never_less_grave_for_the_compiler_than_what_is_added() {
    for one in rules().filter(|one| one.action == Action::Added) {
        let back = rule(one.inverse).expect("every rule has its way back");
        let constructor = one.name == "required-field-added";
        assert!(constructor || back.steps.rust >= one.steps.rust, "{} and {}", one.name, back.name);
    }
}

#[test]
fn a_spec_does_not_differ_from_itself() {
    let files = || embedded_files().map(|(name, text)| (PathBuf::from(name), text.to_owned()));
    let spec = load(files().collect());
    let diff = Diff::between(&spec, &load(files().rev_order()));
    assert!(diff.is_empty(), "{:#?}", names(&diff));
    assert_eq!(diff.step(), Step::None);
}

/// The files the other way round.
trait Backwards: Iterator + Sized {
    fn rev_order(self) -> Vec<Self::Item> {
        let mut items: Vec<Self::Item> = self.collect();
        items.reverse();
        items
    }
}

impl<I: Iterator> Backwards for I {}

#[test]
fn the_order_of_what_is_optional_plays_no_part() {
    let one = parcel(&["a: {type: int?, doc: A.}", "b: {type: string?, doc: B.}"]);
    let other = parcel(&["b: {doc: B., type: string?}", "a: {type: int?, doc: A.}"]);
    assert!(Diff::between(&one, &other).is_empty());
}

#[test]
fn the_order_of_arguments_does() {
    let one = parcel(&["a: {type: int, doc: A.}", "b: {type: string, doc: B.}"]);
    let other = parcel(&["b: {type: string, doc: B.}", "a: {type: int, doc: A.}"]);
    let difference = only(&one, &other);
    assert_eq!(difference.rule.name, "arguments-reordered");
    assert_eq!(difference.sentence(), "takes `b, a` in its constructor, was `a, b`");
}

#[test]
fn a_new_argument_between_two_others_does_not_reorder_them() {
    let one = parcel(&["a: {type: int, doc: A.}", "b: {type: int, doc: B.}"]);
    let other = parcel(&["a: {type: int, doc: A.}", "c: {type: int, doc: C.}", "b: {type: int, doc: B.}"]);
    assert_eq!(only(&one, &other).rule.name, "required-field-added");
}

#[test]
fn each_aspect_of_a_field_has_its_rule() {
    let cases: &[(&str, &str, &str, Step)] = &[
        ("f: {type: string?, doc: F.}", "f: {type: amount?, doc: F.}", "field-type-changed", Step::Major),
        ("f: {type: string?, doc: F.}", "f: {type: url?, doc: F.}", "field-format-changed", Step::Minor),
        ("f: {type: string?, doc: F.}", "f: {type: string, doc: F.}", "field-became-required", Step::Major),
        ("f: {type: string?, doc: F.}", "f: {type: string?, gate: weights, doc: F.}", "field-gated", Step::Major),
        (
            "f: {type: int?, gate: weights, doc: F.}",
            "f: {type: int?, gate: later, doc: F.}",
            "field-in-fewer-versions",
            Step::Major,
        ),
        ("f: {type: string?, doc: F.}", "f: {type: string?, aliases: [g], doc: F.}", "alias-added", Step::Minor),
        ("f: {type: string?, doc: F.}", "f: {type: string?, rust: g, doc: F.}", "field-renamed-in-rust", Step::Major),
        ("f: {type: string?, doc: F.}", "f: {type: string?, sensitive: true, doc: F.}", "sensitive-added", Step::Minor),
        ("f: {type: string?, doc: F.}", "f: {type: string?, blank: true, doc: F.}", "blank-means-absent", Step::Minor),
        ("f: {type: string?, doc: F.}", "f: {type: string?, default: X, doc: F.}", "default-changed", Step::Minor),
        ("f: {type: string?, doc: F.}", "f: {type: string?, doc: G.}", "field-docs-changed", Step::Patch),
        ("f: {type: string?, doc: F.}", "f: {type: string?, doc: F., note: N.}", "field-docs-changed", Step::Patch),
        (
            "f: {type: string?, doc: F.}",
            "f: {type: string?, doc: F., documented: int}",
            "field-docs-changed",
            Step::Patch,
        ),
        ("f: {type: int?, doc: F.}", "f: {type: int?, as: string, doc: F.}", "written-otherwise", Step::None),
        // Nobody sends this type, so that a stricter limit is nothing to anybody.
        (
            "f: {type: string?, doc: F.}",
            "f: {type: string?, max-length: 9, doc: F.}",
            "constraint-tightened",
            Step::None,
        ),
        (
            "f: {type: string?, max-length: 9, doc: F.}",
            "f: {type: string?, doc: F.}",
            "constraint-loosened",
            Step::Minor,
        ),
    ];
    for (old, new, name, step) in cases {
        let difference = only(&parcel(&[old]), &parcel(&[new]));
        assert_eq!((difference.rule.name, difference.step()), (*name, *step), "{old} and {new}");
        assert_eq!(difference.item(), "Parcel.f");
        let back = only(&parcel(&[new]), &parcel(&[old]));
        assert_eq!(back.rule.name, difference.rule.inverse);
    }
}

#[test]
fn a_rename_counts_only_where_it_is_declared() {
    let change = "  moved: {version: 2024-01-01, kind: renamed, doc: Renamed.}\n";
    let text = |field: &str, change: &str| {
        let head = HEAD.replace("endpoints:", &format!("{change}endpoints:"));
        let text = format!(
            "{head}types:\n{NEW_PARCEL}  Parcel: {{doc: P., fields: {{mass: {{type: int?, gate: weights, doc: W.}}, {field}}}}}\n"
        );
        load(vec![(PathBuf::from("parcel.yaml"), text)])
    };
    let old = text("town: {type: string?, doc: Where.}", "");
    let diff = Diff::between(&old, &text("city: {type: string?, doc: Where.}", ""));
    let expected =
        [("optional-field-added", "Parcel.city".to_owned()), ("optional-field-removed", "Parcel.town".to_owned())];
    assert_eq!(names(&diff), expected);
    let declared = text("city: {type: string?, renamed: {moved: town}, doc: Where.}", change);
    let diff = Diff::between(&old, &declared);
    let expected = [("version-added", "version 2024-01-01".to_owned()), ("field-renamed", "Parcel.city".to_owned())];
    assert_eq!(names(&diff), expected);
}

#[test]
fn a_declared_retype_is_one_difference() {
    let text = |field: &str, change: &str| {
        let head = HEAD.replace("endpoints:", &format!("{change}endpoints:"));
        let text = format!(
            "{head}types:\n{NEW_PARCEL}  Parcel: {{doc: P., fields: {{mass: {{type: int?, gate: weights, doc: W.}}, {field}}}}}\n"
        );
        load(vec![(PathBuf::from("parcel.yaml"), text)])
    };
    let old = text("seat: {type: string?, doc: Where.}", "");
    let change = "  numbers: {version: 2024-01-01, kind: retyped, doc: Numbered.}\n";
    let new = text("seat: {type: int?, retyped: {numbers: string}, doc: Where.}", change);
    let found: Vec<_> = Diff::between(&old, &new).differences.iter().map(|it| it.rule.name).collect();
    assert_eq!(found, ["version-added", "field-retyped"]);
    let found: Vec<_> = Diff::between(&new, &old).differences.iter().map(|it| it.rule.name).collect();
    assert_eq!(found, ["version-removed", "field-retype-withdrawn"]);
}

#[test]
fn a_first_gate_gives_every_holder_a_parameter() {
    let spec = |gate: &str| {
        let head = HEAD.replace(", gate: later", "");
        let text = format!(
            "{head}types:\n  NewParcel: {{doc: N., fields: {{inner: {{type: Inner?, doc: I.}}}}}}\n  \
             Inner: {{doc: I., fields: {{deep: {{type: Deep?, doc: D.}}, size: {{type: int?, doc: S.}}}}}}\n  \
             Deep: {{doc: D., fields: {{a: {{type: int?, {gate}doc: A.}}, b: {{type: int?, doc: B.}}}}}}\n  \
             Parcel: {{doc: P., fields: {{m: {{type: int?, gate: weights, doc: W.}}, n: {{type: int?, gate: later, doc: W.}}}}}}\n"
        );
        load(vec![(PathBuf::from("parcel.yaml"), text)])
    };
    let diff = Diff::between(&spec(""), &spec("gate: weights, "));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for difference in &diff.differences {
        *counts.entry(difference.rule.name).or_default() += 1;
    }
    assert_eq!(counts, BTreeMap::from([("field-gated", 1), ("type-became-versioned", 3)]));
}

#[test]
fn a_shared_type_names_the_operations_it_reaches_and_their_versions() {
    let old = parcel(&[]);
    let text = format!("{HEAD}types:\n{NEW_PARCEL}").replace("doc: Wide.", "doc: Very wide.");
    let text = format!(
        "{text}  Parcel:\n    doc: A parcel.\n    fields:\n      mass: {{type: int?, gate: weights, doc: Weight.}}\n"
    );
    let difference = only(&old, &load(vec![(PathBuf::from("parcel.yaml"), text)]));
    assert_eq!((difference.rule.name, difference.item()), ("field-docs-changed", "Size.width"));
    let [reached] = difference.reached.as_slice() else { panic!("{:?}", difference.reached) };
    assert_eq!((reached.name.as_str(), reached.call.as_str()), ("send_parcel", "POST /parcels"));
    assert!(reached.sends && !reached.reads);
    assert_eq!(reached.versions.since.to_string(), "2023-03-01");
    assert_eq!(difference.steps.of(Axis::Docs), Step::Patch);
}

/// What a type holds that is one thing or another.
fn content(choice: &str) -> Api {
    let types = format!(
        "types:\n{NEW_PARCEL}  Parcel: {{doc: A parcel., fields: {{mass: {{type: int?, gate: weights, doc: Weight.}}, content: {{type: Content, doc: What.}}}}}}\n  \
         Content: {{doc: One thing or another., {choice}fields: {{book: {{type: Book?, doc: A book.}}, jar: {{type: int?, doc: A jar.}}}}}}\n  \
         Book: {{doc: A book., fields: {{title: {{type: string?, doc: Its title.}}}}}}\n"
    );
    load(vec![(PathBuf::from("parcel.yaml"), format!("{HEAD}{types}"))])
}

#[test]
fn fields_that_become_variants_are_one_difference() {
    let (plain, choice) = (content(""), content("choice: true, "));
    assert_eq!(only(&plain, &choice).rule.name, "became-choice");
    assert_eq!(only(&choice, &plain).rule.name, "no-longer-choice");
}

#[test]
fn limits_of_a_header_are_told_in_the_words_of_the_language() {
    let header = |limits: &str| {
        let header = format!("  headers: {{x-shop: {{type: string?, {limits}doc: Who.}}}}\n");
        let text = HEAD.replacen("changes:\n", &format!("{header}changes:\n"), 1);
        let parcel = "types:\n  Parcel: {doc: A parcel., fields: {mass: {type: int?, gate: weights, doc: Weight.}}}\n";
        load(vec![(PathBuf::from("parcel.yaml"), format!("{text}{parcel}{NEW_PARCEL}"))])
    };
    let difference = only(&header(""), &header("min-length: 1, chars: a-z, "));
    assert_eq!(difference.sentence(), "is now min-length 1, chars a-z, was as its type says");
}

/// What two carriers need of a new parcel.
fn carriers(rows: &[&str]) -> Api {
    let types = format!("types:\n{NEW_PARCEL}  Parcel: {{doc: A parcel., fields: {{mass: {{type: int?, gate: weights, doc: Weight.}}, size: {{type: Size?, doc: How large.}}}}}}\n")
        .replace("size: {type: Size?, gate: later", "note: {type: string?, doc: A note.}, size: {type: Size?, gate: later");
    let rows = rows.join("\n      ");
    let matrix = format!(
        "requirements:\n  NewParcel:\n    by: carrier\n    doc: Needs.\n    columns: [Air, Sea]\n    rows:\n      {rows}\n"
    );
    load(vec![(PathBuf::from("parcel.yaml"), format!("{HEAD}{types}{matrix}"))])
}

#[test]
fn a_column_that_needs_a_field_is_stricter_unless_the_field_is_always_there() {
    let old = carriers(&["to: no yes", "note: yes no"]);
    let told = |rows: &[&str]| {
        let differences = Diff::between(&old, &carriers(rows)).differences;
        differences.iter().map(|it| format!("{} {} {}", it.rule.name, it.steps.of(Axis::Send), it.sentence())).collect()
    };
    let told: &dyn Fn(&[&str]) -> Vec<String> = &told;
    assert_eq!(told(&["to: no yes", "note: yes yes"]), ["row-needed-by-more major is needed now by Sea"]);
    assert_eq!(told(&["to: no yes", "note: no no"]), ["row-needed-by-fewer minor is no longer needed by Air"]);
    assert_eq!(
        told(&["to: no yes", "note: yes optional"]),
        ["row-changed minor is asked for otherwise: Sea: optional, was Sea: no"]
    );
    assert_eq!(
        told(&["to: yes yes", "note: yes no"]),
        ["row-changed minor is asked for otherwise: Air: yes, was Air: no"]
    );
    let gone = told(&["to: no yes"]);
    assert!(gone.len() == 2 && gone.iter().any(|it| it.starts_with("row-needed-by-fewer")), "{gone:?}");
    let back = Diff::between(&carriers(&["to: no yes"]), &old);
    assert_eq!(back.step(), Step::Major, "a new row may need what was not needed");
}
