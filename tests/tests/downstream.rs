//! Three ways to a client, each as a complete crate of a user; and what happens there when something changes.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use juspay_tests::workspace;

fn target() -> PathBuf {
    workspace::target("downstream")
}

/// Builds and runs a crate of `tests/downstream`, and gives what it printed.
fn printed(name: &str) -> String {
    let folder = workspace::tests().join("downstream").join(name);
    let output = workspace::cargo(&folder, &target()).args(["run", "--quiet"]).output().expect("cargo can be started");
    assert!(output.status.success(), "{}", workspace::texts(&output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_build_script_generates_a_part_for_a_window() {
    let expected = "tea-1 at Some(\"second-shop\")\nrefund of Some(49.5) failed: Some(\"E1\"), shelf Some(\"3\")\n";
    assert_eq!(printed("build-script"), expected);
}

#[test]
fn another_api_is_another_folder_of_yaml() {
    let printed = printed("library-build");
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(
        lines.get(..3),
        Some(
            &[
                "create_loan: not sent: isbn: at least 10 characters; isbn: only the characters 0-9X",
                "answered 201 Created at 2022-11-03",
                r#"asked POST /v1/loans HTTP/1.1 {"isbn":"0000000000","member_id":"m-1","receipt":"r-1"}"#
            ][..]
        )
    );
    assert!(
        lines.contains(&"2017-09-01: ON_LOAN, perhaps [Overdue, Lost]")
            && lines.contains(&"2022-11-03: LOST, perhaps []"),
        "{printed}"
    );
}

#[test]
fn the_published_client_works_as_it_is() {
    let printed = printed("client");
    assert!(printed.starts_with("tea-1 is STEEPING\npaid: Unknown\n"), "{printed}");
    assert!(printed.contains("rewards_breakup: field of a later version (sent from 2021-03-05)"), "{printed}");
}

#[test]
fn a_macro_generates_in_place() {
    let expected = "GET https://practice.shelf.example/loans/l%2F1\nl-1 is over: Yes\nnone: true\n";
    assert_eq!(printed("macro"), expected);
}

/// A copy of a crate and of the library's spec, which may be changed.
struct Copy {
    home: PathBuf,
}

impl Copy {
    fn new(name: &str, package: &str) -> Self {
        let home = target().join(format!("{name}-copy"));
        let from = workspace::tests().join("downstream").join(name);
        for file in ["Cargo.toml", "build.rs", "src/main.rs"] {
            let Ok(text) = fs::read_to_string(from.join(file)) else { continue };
            let text = text.replace("../../../juspay", &format!("{}/juspay", workspace::root().display()));
            let text = text
                .replace("../../specs/library", "spec")
                .replace(&format!("\"{package}\""), &format!("\"{package}-copy\""));
            let path = home.join("crate").join(file);
            fs::create_dir_all(path.parent().expect("every path has a folder")).expect("folders can be made");
            fs::write(path, text).expect("files can be written");
        }
        let copy = Self { home };
        let _ = fs::remove_dir_all(copy.spec());
        fs::create_dir_all(copy.spec()).expect("folders can be made");
        for entry in fs::read_dir(workspace::tests().join("specs/library")).expect("the spec can be read") {
            let path = entry.expect("the spec can be read").path();
            fs::copy(&path, copy.spec().join(path.file_name().expect("files have names")))
                .expect("files can be copied");
        }
        copy
    }

    fn folder(&self) -> PathBuf {
        self.home.join("crate")
    }

    fn spec(&self) -> PathBuf {
        self.folder().join("spec")
    }

    fn build(&self) -> Result<String, String> {
        workspace::run(workspace::cargo(&self.folder(), &target()).arg("build"))
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.spec().join(file);
        let text = fs::read_to_string(&path).expect("the spec can be read");
        assert!(text.contains(from), "{file} has {from}");
        fs::write(path, text.replace(from, to)).expect("the spec can be written");
    }
}

/// The generated file and when it was written.
fn output() -> (PathBuf, SystemTime) {
    let builds = fs::read_dir(target().join("debug/build")).expect("there are builds");
    let files = builds
        .flatten()
        .map(|build| build.path())
        .filter(|path| path.to_string_lossy().contains("library-build-copy-"));
    let files = files.map(|path| path.join("out/shelf.rs"));
    let dated = files.filter_map(|path| Some((path.clone(), fs::metadata(&path).ok()?.modified().ok()?)));
    dated.max_by_key(|(_, time)| *time).expect("something was generated")
}

const COMPILED: &str = "-copy v0.0.0";

#[test]
fn a_build_reruns_for_the_spec_and_for_nothing_else() {
    let copy = Copy::new("library-build", "library-build");
    copy.build().unwrap_or_else(|error| panic!("{error}"));
    let (_, first) = output();

    let again = copy.build().unwrap_or_else(|error| panic!("{error}"));
    assert!(!again.contains(COMPILED), "nothing changed:\n{again}");

    fs::write(copy.folder().join("notes.txt"), format!("{:?}", SystemTime::now())).expect("files can be written");
    let unrelated = copy.build().unwrap_or_else(|error| panic!("{error}"));
    assert!(!unrelated.contains(COMPILED), "an unrelated file changed:\n{unrelated}");

    // Saved again, with the same text: the script runs, and leaves its output alone.
    copy.edit("lending.yaml", "A loan to be made.", "A loan to be made.");
    let saved = copy.build().unwrap_or_else(|error| panic!("{error}"));
    assert!(saved.contains(COMPILED), "a file of the spec was saved:\n{saved}");
    assert_eq!(output().1, first, "the output did not change, so it is not written");

    copy.edit("lending.yaml", "A loan to be made.", "A loan that is wanted.");
    copy.build().unwrap_or_else(|error| panic!("{error}"));
    let (path, second) = output();
    assert!(second > first && fs::read_to_string(path).is_ok_and(|text| text.contains("A loan that is wanted.")));

    // A file that comes counts, too.
    fs::write(copy.spec().join("desks.yaml"), "enums:\n  Desk: {doc: A desk., values: {MAIN: The main one.}}\n")
        .expect("files can be written");
    let added = copy.build().unwrap_or_else(|error| panic!("{error}"));
    assert!(added.contains(COMPILED) && fs::read_to_string(output().0).is_ok_and(|text| text.contains("enum Desk")));

    is_told_where_it_is(&copy);
}

/// What is wrong is told with its place, in the words of the generator.
fn is_told_where_it_is(copy: &Copy) {
    copy.edit("lending.yaml", "type: LoanStatus,", "type: LoanStatsu,");
    let wrong = copy.build().expect_err("a broken spec does not build");
    let text = fs::read_to_string(copy.spec().join("lending.yaml")).expect("the spec can be read");
    let line = text.lines().position(|line| line.contains("LoanStatsu")).expect("the mistake is there") + 1;
    assert!(wrong.contains(&format!("spec/lending.yaml:{line}:")), "{wrong}");
    assert!(wrong.contains("unknown type `LoanStatsu`") && wrong.contains("did you mean `LoanStatus`?"), "{wrong}");
    assert!(!wrong.contains("panicked"), "{wrong}");
}

#[test]
fn a_macro_looks_again_when_the_spec_changes() {
    let copy = Copy::new("macro", "in-place");
    copy.build().unwrap_or_else(|error| panic!("{error}"));
    let again = copy.build().unwrap_or_else(|error| panic!("{error}"));
    assert!(!again.contains(COMPILED), "nothing changed:\n{again}");
    copy.edit("lending.yaml", "Where a loan stands.", "Where a loan is.");
    let changed = copy.build().unwrap_or_else(|error| panic!("{error}"));
    assert!(changed.contains(COMPILED), "the spec changed:\n{changed}");
    is_told_where_it_is(&copy);
}
