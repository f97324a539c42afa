//! The embedded spec: nothing is wrong with it, and nothing that the documentation says was forgotten.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::BTreeSet;

use juspay_spec::diagnostic::{Style, render};
use juspay_spec::model::{Api, ChangeKind, Need};
use juspay_spec::{embedded, embedded_files, load_files};

fn api() -> Api {
    embedded().api.unwrap()
}

#[test]
fn it_has_no_findings() {
    let loaded = embedded();
    assert!(loaded.findings.is_empty(), "{}", render(&loaded.sources, &loaded.findings, Style::Plain));
    let api = loaded.api.unwrap();
    assert!(api.types.iter().all(|def| !def.stub));
    assert_eq!(api.environments.len(), 3);
}

#[test]
fn the_dates_are_those_of_the_changelog() {
    let api = api();
    assert_eq!(api.versions.len(), 17);
    let dates: BTreeSet<String> = api.versions.iter().map(|version| version.version.to_string()).collect();
    assert_eq!(dates.len(), 17);
    assert_eq!(dates.last().map(String::as_str), Some("2021-03-25"));
    let counted: usize = api.versions.iter().map(|version| version.changes.len()).sum();
    assert_eq!(counted, api.changes.len(), "every change belongs to a version");
}

#[test]
fn every_change_has_a_use_or_moves_nothing() {
    let api = api();
    for change in &api.changes {
        let quiet = matches!(change.kind, ChangeKind::Doc | ChangeKind::Unresolved);
        assert!(quiet || !change.uses.is_empty(), "{}", change.name);
        assert_eq!(change.question.is_some(), change.kind == ChangeKind::Unresolved, "{}", change.name);
        assert!(!change.meta.at.is_empty(), "{} says where it stands", change.name);
    }
}

#[test]
fn every_known_oddity_has_one_answer() {
    let api = api();
    let names: Vec<&str> = api.readings.iter().map(|reading| reading.name.as_str()).collect();
    let expected = [("V", 20), ("T", 33), ("E", 17), ("X", 44)];
    let all: Vec<String> =
        expected.iter().flat_map(|(letter, last)| (1..=*last).map(move |n| format!("{letter}{n}"))).collect();
    assert_eq!(all.len(), 114);
    for name in &all {
        assert_eq!(names.iter().filter(|known| *known == name).count(), 1, "{name}");
    }
    let places = api.readings.iter().filter(|reading| reading.at.is_empty());
    assert_eq!(places.map(|reading| reading.name.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn the_matrix_is_complete() {
    let api = api();
    let matrix = api.requirements.iter().find(|matrix| matrix.columns.len() == 9).unwrap();
    assert_eq!(matrix.rows.len(), 29);
    assert!(matrix.rows.iter().all(|row| row.needs.len() == 9));
    let cells = matrix.rows.iter().flat_map(|row| &row.needs);
    let (mut yes, mut no, mut optional) = (0, 0, 0);
    for need in cells {
        match need {
            Need::Yes => yes += 1,
            Need::No => no += 1,
            Need::Optional => optional += 1,
        }
    }
    assert_eq!(yes + no + optional, 29 * 9);
    assert!(yes > 0 && no > 0 && optional > 0);
}

#[test]
fn everything_documented_says_where_it_comes_from() {
    let api = api();
    for def in &api.types {
        assert!(!def.meta.doc.is_empty(), "{}", def.name);
        for field in def.object().map(|object| object.fields.iter()).into_iter().flatten() {
            assert!(!field.meta.doc.is_empty(), "{}.{}", def.name, field.rust);
        }
    }
}

#[test]
fn a_mistake_anywhere_in_it_is_found() {
    // Each line of the spec in turn loses its last letter; most of these are mistakes, none may be a panic.
    let mut found = 0;
    let files: Vec<(&str, &str)> = embedded_files().collect();
    for (at, (name, text)) in files.iter().enumerate() {
        for line in (0..text.lines().count()).step_by(60) {
            let mangle = |(number, text): (usize, &str)| match (number == line, text.char_indices().next_back()) {
                (true, Some((end, _))) => format!("{}\n", &text[..end]),
                _ => format!("{text}\n"),
            };
            let mangled: String = text.lines().enumerate().map(mangle).collect();
            let all = files.iter().enumerate().map(|(other, (name, text))| {
                ((*name).into(), if other == at { mangled.clone() } else { (*text).to_owned() })
            });
            let loaded = load_files(all.collect());
            found += usize::from(!loaded.findings.is_empty());
            let text = render(&loaded.sources, &loaded.findings, Style::Plain);
            assert_eq!(text.is_empty(), loaded.findings.is_empty(), "{name}:{line}");
        }
    }
    assert!(found > 20, "{found}");
}
