//! What must hold whatever the spec: the same in, the same out; order matters only where it means something; and the
//! arithmetic of versions agrees with counting.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use juspay_spec::version::{ApiVersion, VersionRange, Window};
use juspay_spec::{Loaded, embedded, embedded_files, load_files};
use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

type Files = Vec<(PathBuf, String)>;

fn files() -> Files {
    embedded_files().map(|(name, text)| (PathBuf::from(name), text.to_owned())).collect()
}

/// The model without places: spans depend on the layout, ids and indices on the order.
fn normal(loaded: &Loaded) -> BTreeMap<String, String> {
    let api = loaded.api.as_ref().unwrap();
    let text = |debug: String| {
        let names = |text: String| -> String {
            let mut out = String::new();
            let mut rest = text.as_str();
            while let Some((before, after)) = rest.split_once("TypeId(") {
                let (number, tail) = after.split_once(')').unwrap();
                out.push_str(before);
                out.push_str(&api.types[number.parse::<usize>().unwrap()].name);
                rest = tail;
            }
            out + rest
        };
        let mut out = String::new();
        let mut rest = debug.as_str();
        while let Some((before, after)) = rest.split_once("origin: Span {") {
            out.push_str(before);
            rest = after.split_once('}').unwrap().1;
        }
        names(out + rest)
    };
    let mut parts = BTreeMap::new();
    for def in &api.types {
        parts.insert(format!("type {}", def.name), text(format!("{def:?}")));
    }
    for endpoint in &api.endpoints {
        parts.insert(format!("endpoint {}", endpoint.name), text(format!("{endpoint:?}")));
    }
    for change in &api.changes {
        let mut change = change.clone();
        change.uses.sort();
        parts.insert(format!("change {}", change.name), text(format!("{change:?}")));
    }
    for reading in &api.readings {
        parts.insert(format!("reading {}", reading.name), text(format!("{reading:?}")));
    }
    for matrix in &api.requirements {
        parts.insert(format!("matrix {}", matrix.by), text(format!("{matrix:?}")));
    }
    let mut pages: Vec<String> = api.pages.iter().map(|page| text(format!("{page:?}"))).collect();
    pages.sort();
    let mut questions: Vec<String> = api.questions.iter().map(|question| text(format!("{question:?}"))).collect();
    questions.sort();
    parts.insert("pages".to_owned(), pages.concat());
    parts.insert("questions".to_owned(), questions.concat());
    parts.insert("webhooks".to_owned(), text(format!("{:?}", api.webhooks)));
    parts.insert("versions".to_owned(), format!("{:?}", api.versions));
    parts.insert("modules".to_owned(), format!("{:?}", api.modules));
    parts
}

#[track_caller]
fn assert_same(a: &Loaded, b: &Loaded) {
    let (a, b) = (normal(a), normal(b));
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    for (name, text) in &a {
        assert_eq!(Some(text), b.get(name), "{name}");
    }
}

/// Reverses, or rotates, the entries of the mappings in which order means nothing: sections and the entries of a
/// section whose model is sorted or looked up by name.
fn shuffled(text: &str, turn: usize) -> String {
    let reorder = |map: &Mapping| -> Mapping {
        let mut entries: Vec<(Value, Value)> = map.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        entries.reverse();
        let middle = turn % entries.len().max(1);
        entries.rotate_left(middle);
        entries.into_iter().collect()
    };
    let root: Mapping = serde_yaml::from_str(text).unwrap();
    let mut root = reorder(&root);
    for (section, value) in &mut root {
        let Value::Mapping(items) = value else { continue };
        let by_name = ["changes", "pages", "types", "enums", "groups", "endpoints", "questions", "readings"];
        if section.as_str().is_some_and(|name| by_name.contains(&name)) {
            *items = reorder(items);
            // The keys of one item.
            for item in items.values_mut() {
                if let Value::Mapping(keys) = item {
                    *keys = reorder(keys);
                }
            }
        }
    }
    serde_yaml::to_string(&root).unwrap()
}

#[test]
fn the_order_of_files_means_nothing() {
    let loaded = embedded();
    let mut reversed = files();
    reversed.reverse();
    let mut rotated = files();
    rotated.rotate_left(5);
    for other in [reversed, rotated] {
        let other = load_files(other);
        assert_eq!(format!("{:?}", loaded.api), format!("{:?}", other.api));
        assert_eq!(loaded.findings, other.findings);
    }
}

#[test]
fn the_order_of_keys_means_nothing_where_names_are_looked_up() {
    let loaded = embedded();
    for turn in 0..3 {
        let files = files().into_iter().map(|(path, text)| (path, shuffled(&text, turn))).collect();
        let other = load_files(files);
        assert!(other.findings.is_empty(), "{:?}", other.findings);
        assert_same(&loaded, &other);
    }
}

#[test]
fn loading_twice_finds_the_same() {
    let broken: Files = files()
        .into_iter()
        .map(|(path, text)| (path, text.replace("type: string", "type: strng").replace("gate: ", "gate: x")))
        .collect();
    let first = load_files(broken.clone());
    assert!(first.findings.len() > 100);
    for _ in 0..3 {
        let again = load_files(broken.clone());
        assert_eq!(first.findings, again.findings);
        assert_eq!(format!("{:?}", first.api), format!("{:?}", again.api));
    }
}

#[test]
fn adding_an_item_renames_none() {
    let loaded = embedded();
    let mut more = files();
    let added = "types:\n  Order2: {doc: Another., fields: {order_id2: {type: string, doc: X.}}}\n";
    more.push((PathBuf::from("added.yaml"), added.to_owned()));
    let other = load_files(more);
    let api = other.api.as_ref().unwrap();
    for def in &loaded.api.as_ref().unwrap().types {
        let same = api.find_type(&def.name).unwrap();
        assert_eq!(def.rust, same.rust);
        let names = |def: &juspay_spec::model::TypeDef| -> Vec<String> {
            let fields = def.object().map(|object| object.fields.iter()).into_iter().flatten();
            fields.map(|field| field.rust.clone()).collect()
        };
        assert_eq!(names(def), names(same));
    }
}

/// A few dates, and the base.
fn versions() -> Vec<ApiVersion> {
    let dates = ["base", "2018-01-01", "2018-10-25", "2020-02-29", "2021-03-05", "2021-03-25", "2024-12-31"];
    dates.iter().map(|date| date.parse().unwrap()).collect()
}

fn a_version() -> impl Strategy<Value = ApiVersion> {
    prop::sample::select(versions())
}

fn a_range() -> impl Strategy<Value = VersionRange> {
    (a_version(), prop::option::of(a_version()))
        .prop_filter("a range has versions", |(since, until)| until.is_none_or(|until| *since < until))
        .prop_map(|(since, until)| VersionRange { since, until })
}

fn a_window() -> impl Strategy<Value = Window> {
    (a_version(), prop::option::of(a_version()))
        .prop_filter("first, then last", |(first, last)| last.is_none_or(|last| *first <= last))
        .prop_map(|(first, last)| Window { first, last })
}

/// Every date that could matter, and one after the last.
fn probes() -> Vec<ApiVersion> {
    let mut probes = versions();
    for (year, month, day) in [(2017, 1, 1), (2018, 5, 5), (2019, 9, 9), (2020, 12, 31), (2021, 3, 10), (2025, 1, 1)] {
        probes.push(format!("{year:04}-{month:02}-{day:02}").parse().unwrap());
    }
    probes.sort();
    probes
}

proptest! {
    #[test]
    fn ranges_agree_with_counting(a in a_range(), b in a_range()) {
        let both = a.intersection(b);
        prop_assert_eq!(both, b.intersection(a));
        for probe in probes() {
            let counted = a.contains(probe) && b.contains(probe);
            prop_assert_eq!(both.is_some_and(|range| range.contains(probe)), counted);
        }
        let counted = probes().into_iter().all(|probe| a.contains(probe) || !b.contains(probe));
        prop_assert_eq!(a.covers(b), counted);
        prop_assert_eq!(a.covers(b), both == Some(b));
    }

    #[test]
    fn windows_see_what_they_contain(window in a_window(), range in a_range()) {
        let counted = probes().into_iter().any(|probe| window.contains(probe) && range.contains(probe));
        prop_assert_eq!(window.sees(range), counted);
    }

    #[test]
    fn windows_and_versions_are_read_as_they_are_written(window in a_window(), version in a_version()) {
        prop_assert_eq!(version.to_string().parse::<ApiVersion>(), Ok(version));
        prop_assert_eq!(window.to_string().parse::<Window>(), Ok(window));
    }

    #[test]
    fn only_dates_that_exist_are_versions(year in 0_u32..10_000, month in 0_u32..15, day in 0_u32..35) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = [0, 31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let exists = year > 0 && day > 0 && days.get(month as usize).is_some_and(|days| day <= *days);
        let parsed = text.parse::<ApiVersion>();
        prop_assert_eq!(parsed.is_ok(), exists);
        if let Ok(version) = parsed {
            prop_assert_eq!(version.parts(), (year, month, day));
            prop_assert_eq!(version.to_string(), text);
        }
    }

    #[test]
    fn anything_at_all_gives_findings_or_a_model(text in "[a-z:{}\\[\\]\\-, \n\"'#&*!|>?%@~0-9\\.\t]{0,200}") {
        for text in [text.clone(), format!("api: {{name: x}}\ntypes:\n  A:\n    fields:\n      f: {text}\n")] {
            let loaded = load_files(vec![(PathBuf::from("spec.yaml"), text)]);
            prop_assert!(loaded.api.is_some() || !loaded.findings.is_empty());
            juspay_spec::diagnostic::render(&loaded.sources, &loaded.findings, juspay_spec::diagnostic::Style::Plain);
        }
    }

    #[test]
    fn any_words_in_any_place_give_findings_or_a_model(
        words in prop::collection::vec("[A-Za-z0-9_.<>?|=! -]{0,12}", 12),
    ) {
        let [ty, gate, when, renamed, chars, default, at, call, auth, was, until, rows] = words.as_slice() else {
            unreachable!("twelve words")
        };
        let text = format!(
            "api: {{name: x}}\nchanges:\n  c: {{version: '{at}', kind: added}}\nenums:\n  E:\n    values:\n      A: {{was: {{c: '{was}'}}}}\ntypes:\n  T:\n    until: '{until}'\n    fields:\n      '{gate}': {{type: '{ty}', gate: '{gate}', when: '{when}', renamed: {{c: '{renamed}'}}, chars: '{chars}', default: '{default}', at: '{at}'}}\nendpoints:\n  e: {{call: '{call}', auth: '{auth}', responses: {{'{at}': '{ty}'}}}}\nrequirements:\n  T: {{by: x, columns: ['{rows}'], rows: {{'{rows}': '{was}'}}}}\n"
        );
        let loaded = load_files(vec![(PathBuf::from("spec.yaml"), text)]);
        prop_assert!(loaded.has_errors());
        juspay_spec::diagnostic::render(&loaded.sources, &loaded.findings, juspay_spec::diagnostic::Style::Plain);
    }
}
