//! An API that nothing in the generator was written for goes through every command.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use juspay_codegen::cli::{Streams, run};
use juspay_spec::flat_fields;
use juspay_tests::workspace;

/// What a command prints about the library's API, if it ends with this code.
fn printed(code: u8, arguments: &[&str]) -> String {
    let spec = workspace::tests().join("specs/library").display().to_string();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { out: &mut out, err: &mut err, width: Some(120), color: false };
    let given = ["juspay-codegen", "--spec", &spec].into_iter().chain(arguments.iter().copied());
    let ended = run(given, &mut streams);
    let text = format!("{}{}", String::from_utf8_lossy(&out), String::from_utf8_lossy(&err));
    assert_eq!(ended, code, "{arguments:?}\n{text}");
    text
}

fn says(code: u8, arguments: &[&str], words: &[&str]) {
    let text = printed(code, arguments);
    for word in words {
        assert!(text.contains(word), "{arguments:?} says nothing of {word}:\n{text}");
    }
}

#[test]
fn it_is_linted_and_looked_at() {
    says(0, &["lint", "--deny", "warnings"], &[]);
    says(0, &["inspect"], &["list_books", "Loan", "holds"]);
    says(0, &["inspect", "Loan.fine"], &["2019-05-20", "lending:7"]);
    says(0, &["inspect", "LoanStatus.OVERDUE"], &["ON_LOAN"]);
    says(0, &["inspect", "Loan", "--version", "2017-01-01"], &["borrower"]);
    says(0, &["inspect", "--open-questions"], &["night-writes"]);
    says(0, &["inspect", "--readings"], &["L1"]);
}

#[test]
fn it_is_exported_as_each_version_sees_it() {
    let old = printed(0, &["openapi", "--version", "base"]);
    assert!(old.contains("\"/search\"") && !old.contains("cancel_hold") && old.contains("\"borrower\""));
    let new = printed(0, &["openapi", "--version", "2022-11-03"]);
    assert!(!new.contains("\"/search\"") && new.contains("cancel_hold") && !new.contains("\"borrower\""));
}

#[test]
fn its_versions_are_compared() {
    says(0, &["upgrade", "2019-05-20", "2022-11-03"], &["search_books", "waiting", "due"]);
    let other = printed(0, &["upgrade", "2022-11-03", "2023-03-01"]);
    assert!(!other.contains("Loan"), "the last change moves nothing in the data:\n{other}");
}

#[test]
fn it_is_compared_with_itself_and_with_another_state_of_it() {
    let own = workspace::tests().join("specs/library");
    let copy = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(&own).expect("the spec can be read") {
        let path = entry.expect("the spec can be read").path();
        let text = fs::read_to_string(&path).expect("the spec can be read");
        let text = text.replace(
            "      languages: {type: map<string>?, at: catalogue:18, doc: Titles of its translations by language.}\n",
            "",
        );
        fs::write(copy.path().join(path.file_name().expect("files have names")), text).expect("files can be written");
    }
    let (own, copy) = (own.display().to_string(), copy.path().display().to_string());
    says(0, &["diff", &own, &own], &[]);
    let found = printed(0, &["diff", &own, &copy]);
    assert!(found.contains("Book.languages"), "{found}");
}

#[test]
fn its_bodies_are_held_against_it() {
    let body = workspace::tests().join("tests/fixtures/library/loan-2017.json").display().to_string();
    says(0, &["conform", "--version", "2017-01-01", "--endpoint", "get_loan", &body], &[]);
    says(1, &["conform", "--version", "2017-09-01", "--endpoint", "get_loan", &body], &["shelf_mark"]);
}

#[test]
fn it_is_generated_and_checked() {
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().join("client").display().to_string();
    let generate = ["generate", "--out", &folder, "--versions", "2019-05-20..=2022-11-03"];
    printed(0, &generate);
    printed(0, &[&generate[..], &["--check"]].concat());
    let lending = fs::read_to_string(Path::new(&folder).join("src/lending.rs")).expect("lending is generated");
    assert!(lending.contains("pub struct Loan<V: Version = Latest>") && !lending.contains("borrower"));
    fs::write(Path::new(&folder).join("src/lending.rs"), lending.replace("pub struct Loan<", "pub struct Lend<"))
        .expect("a file");
    says(1, &[&generate[..], &["--check"]].concat(), &["Loan"]);
}

/// What stands between quotes in the code of a file, comments and tests aside.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| line.split('"').skip(1).step_by(2))
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_stem().is_some_and(|stem| stem != "tests")
        {
            found.push((path.display().to_string(), fs::read_to_string(&path).expect("sources can be read")));
        }
    }
}

#[test]
fn no_stage_knows_the_names_of_an_api() {
    let api = juspay_spec::embedded().api.expect("the spec holds");
    let mut names: BTreeSet<String> = api.types.iter().map(|def| def.name.clone()).collect();
    names.extend(api.endpoints.iter().map(|endpoint| endpoint.name.clone()));
    names.extend(api.modules.iter().map(|module| module.name.clone()));
    for object in api.types.iter().filter_map(|def| def.object()) {
        // A word alone may be a word of the language; two words are a name.
        names.extend(flat_fields(&api, object).into_iter().map(|flat| flat.wire).filter(|wire| wire.contains('_')));
    }
    // What the language itself has: its sections, and the id of a call by which one asks about it.
    for own in ["webhooks", "errors", "versions", "request_id"] {
        names.remove(own);
    }
    let mut files = Vec::new();
    for folder in ["juspay-spec/src/raw", "juspay-spec/src/resolve", "juspay-spec/src/diff", "juspay-runtime/src"] {
        sources(&workspace::root().join(folder), &mut files);
    }
    for folder in ["plan", "item", "emit", "output", "openapi", "inspect", "upgrade"] {
        sources(&workspace::root().join("juspay-codegen/src").join(folder), &mut files);
    }
    assert!(files.len() > 60, "{} files", files.len());
    for (path, text) in &files {
        for literal in literals(text) {
            assert!(!names.contains(literal), "{path} knows {literal:?}");
        }
    }
}
