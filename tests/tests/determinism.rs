//! The same input gives the same bytes: again, in another process, with files and keys in another order.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test ends where it fails")]

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use juspay_codegen::Builder;
use juspay_codegen::openapi;
use juspay_codegen::options::Layout;
use juspay_codegen::output::hash;
use juspay_spec::{Loaded, load_files};
use juspay_tests::workspace;

type Files = Vec<(PathBuf, String)>;

fn specs() -> Vec<Files> {
    let folder = workspace::tests().join("specs/library");
    let library = std::fs::read_dir(folder).expect("the spec can be read").map(|entry| {
        let path = entry.expect("the spec can be read").path();
        let text = std::fs::read_to_string(&path).expect("the spec can be read");
        (PathBuf::from(path.file_name().expect("files have names")), text)
    });
    let juspay = juspay_spec::embedded_files().map(|(name, text)| (PathBuf::from(name), text.to_owned()));
    vec![library.collect(), juspay.collect()]
}

/// What is made of a spec: a crate, a part of it as one file, and the exports of all versions.
fn everything(loaded: &Loaded) -> Vec<String> {
    let api = loaded.api.as_ref().expect("the specs hold");
    let part = Builder::new().layout(Layout::Single).versions("2018-02-15"..="2020-10-31");
    let files = [Builder::new(), part]
        .into_iter()
        .flat_map(|builder| builder.render_loaded(loaded).expect("the specs hold").files);
    // The first line holds a hash of the inputs, down to their comments.
    let texts =
        files.map(|(path, text)| format!("{}\n{}", path.display(), text.split_once('\n').map_or("", |(_, rest)| rest)));
    texts.chain(api.all_versions().map(|version| openapi::export(api, version).pretty())).collect()
}

/// The same for all specs, made once for all tests.
fn expected() -> &'static [Vec<String>] {
    static ONCE: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    ONCE.get_or_init(|| specs().into_iter().map(|files| everything(&load_files(files))).collect())
}

fn expected_hash() -> String {
    format!("hash {:x}", hash(expected().iter().flatten().map(String::as_str)))
}

#[test]
fn twice_in_one_process() {
    for (files, expected) in specs().into_iter().zip(expected()) {
        assert!(everything(&load_files(files)) == *expected);
    }
}

const CHILD: &str = "JUSPAY_TESTS_CHILD";

/// What the other process does; without its variable it is no test at all.
#[test]
fn child() {
    if std::env::var_os(CHILD).is_some() {
        println!("{}", expected_hash());
    }
}

#[test]
fn once_more_in_another_process() {
    let mut command = Command::new(std::env::current_exe().expect("a test is a program"));
    command.args(["--exact", "child", "--nocapture"]).env(CHILD, "1");
    let output = workspace::run(&mut command).unwrap_or_else(|error| panic!("{error}"));
    assert!(output.contains(&expected_hash()), "{} is not in\n{output}", expected_hash());
}

#[test]
fn with_files_in_another_order() {
    for (files, expected) in specs().into_iter().zip(expected()) {
        let backwards = files.into_iter().rev().collect();
        assert!(everything(&load_files(backwards)) == *expected);
    }
}

/// Where names stand in order: there, the output follows the order of the file.
const NAMED: &[&str] = &[
    "types",
    "enums",
    "groups",
    "endpoints",
    "fields",
    "values",
    "answers",
    "events",
    "environments",
    "auth",
    "headers",
    "query",
    "path",
    "responses",
    "changes",
    "pages",
    "requirements",
    "rows",
    "questions",
    "readings",
    "failures",
];

/// Turns the order of keys around wherever it has no meaning.
fn turned(value: serde_yaml::Value, named: bool) -> serde_yaml::Value {
    let serde_yaml::Value::Mapping(mapping) = value else { return value };
    let entries = mapping.into_iter().map(|(key, inner)| {
        // What stands under a name are keys again, even if the name is that of a section.
        let inside = !named && key.as_str().is_some_and(|key| NAMED.contains(&key));
        (key, turned(inner, inside))
    });
    let mut entries: Vec<_> = entries.collect();
    if !named {
        entries.reverse();
    }
    serde_yaml::Value::Mapping(entries.into_iter().collect())
}

#[test]
fn with_keys_in_another_order() {
    for (files, expected) in specs().into_iter().zip(expected()) {
        let turn = |(path, text): (PathBuf, String)| {
            let value = serde_yaml::from_str(&text).expect("specs are YAML");
            (path, serde_yaml::to_string(&turned(value, false)).expect("YAML can be written"))
        };
        let loaded = load_files(files.into_iter().map(turn).collect());
        assert!(!loaded.has_errors(), "{:?}", loaded.findings.first());
        for (one, other) in everything(&loaded).iter().zip(expected) {
            let line = one.lines().zip(other.lines()).find(|(one, other)| one != other);
            assert!(one == other, "{:?}: {line:?}", one.lines().next());
        }
    }
}
