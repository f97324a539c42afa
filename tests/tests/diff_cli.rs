//! `juspay-codegen diff` as its callers see it: folders, revisions, exit codes, JSON, Markdown and the table of rules.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::Command;

use juspay_codegen::cli::{Streams, run};
use juspay_tests::workspace;
use serde_json::Value;

struct Ran {
    code: u8,
    out: String,
    err: String,
}

impl Ran {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}

fn diff(args: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { out: &mut out, err: &mut err, width: Some(100), color: false };
    let code = run(["juspay-codegen", "diff"].iter().chain(args), &mut streams);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran { code, out: text(out), err: text(err) }
}

fn witness(rule: &str, side: &str) -> String {
    workspace::tests().join("diff/witnesses").join(rule).join(side).display().to_string()
}

#[test]
fn people_get_a_group_for_each_operation_with_both_places() {
    let (old, new) = (witness("field-type-changed", "old"), witness("field-type-changed", "new"));
    let ran = diff(&[&old, &new]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let expected = format!(
        "from {old} to {new}: major (1 major)\n\
         send none, read major, rust major, meaning none, docs none\n\n\
         shared by get_parcel, send_parcel\n  \
         major  `Parcel.price` is now amount, was string\n         \
         read major, rust major\n         \
         {new}/spec.yaml:29, was {old}/spec.yaml:29  [field-type-changed]\n"
    );
    assert_eq!(ran.out.replace('\\', "/"), expected.replace('\\', "/"));
}

#[test]
fn programs_get_every_axis_and_every_place() {
    let ran = diff(&[&witness("field-gated", "old"), &witness("field-gated", "new"), "--format", "json"]);
    let json = ran.json();
    assert_eq!(json["step"], "major");
    assert_eq!(json["counts"]["major"], 1);
    let difference = &json["differences"][0];
    assert_eq!(difference["rule"], "field-gated");
    assert_eq!(difference["item"], "Parcel.height");
    assert_eq!(difference["axes"]["rust"], "major");
    assert_eq!(difference["endpoints"][0]["name"], "get_parcel");
    assert_eq!(difference["endpoints"][0]["call"], "GET /parcels/{id}");
    assert_eq!(difference["new"]["line"], difference["old"]["line"]);
}

#[test]
fn the_exit_code_follows_the_step() {
    let major = [witness("type-removed", "old"), witness("type-removed", "new")];
    let minor = [witness("type-removed", "new"), witness("type-removed", "old")];
    for (sides, limit, code) in
        [(&major, "major", 1), (&major, "patch", 1), (&minor, "major", 0), (&minor, "minor", 1), (&minor, "patch", 1)]
    {
        let ran = diff(&[&sides[0], &sides[1], "--fail-on", limit]);
        assert_eq!(ran.code, code, "{limit}: {}{}", ran.out, ran.err);
    }
    let same = diff(&[&major[0], &major[0], "--fail-on", "patch"]);
    assert_eq!((same.code, same.out.ends_with("say the same\n")), (0, true));
    assert_eq!(diff(&[&major[0], &major[1], "--fail-on", "none"]).code, 2);
}

#[test]
fn markdown_tells_the_gravest_first_and_texts_in_one_line() {
    let ran = diff(&[&witness("field-retyped", "old"), &witness("field-retyped", "new"), "--markdown"]);
    let headings: Vec<&str> = ran.out.lines().filter(|line| line.starts_with("###")).collect();
    assert_eq!(headings, ["### Breaking", "### New, or to be looked at"]);
    assert!(ran.out.contains("- `Parcel.shelf` was string and is int from a declared change on. "), "{}", ran.out);
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "user.name=t", "-c", "user.email=t@t.example"]).args(arguments);
    workspace::run(&mut command).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn revisions_are_read_through_git() {
    let home = tempfile::tempdir().expect("a folder");
    let spec = home.path().join("api/spec");
    fs::create_dir_all(&spec).expect("a folder");
    git(home.path(), &["init", "--quiet"]);
    for side in ["old", "new"] {
        let text = fs::read_to_string(Path::new(&witness("value-removed", side)).join("spec.yaml")).expect("a spec");
        fs::write(spec.join("spec.yaml"), text).expect("written");
        git(home.path(), &["add", "."]);
        git(home.path(), &["commit", "--quiet", "-m", side]);
    }
    git(home.path(), &["tag", "v2"]);
    let repository = home.path().display().to_string();
    let run = |arguments: &[&str]| diff(&[&["--repo", &repository], arguments].concat());
    let ran = run(&["HEAD~1", "v2", "--path", "api/spec", "--fail-on", "major"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("`State.LOST` is gone: no number"), "{}", ran.out);
    assert!(ran.out.contains("was HEAD~1:api/spec/spec.yaml:"), "{}", ran.out);
    let folder = spec.display().to_string();
    assert_eq!(run(&["v2:api/spec", &folder, "--fail-on", "patch"]).code, 0);
    for (arguments, what, remedy) in [
        (
            ["nowhere", "v2"],
            "`nowhere` is neither a folder nor a revision: no revision of this repository",
            "name a folder",
        ),
        (["v2", "HEAD"], "the revision `v2` has no folder `juspay-spec/spec`", "--path"),
        (["v2:api", "HEAD"], "the revision `v2` has no *.yaml file in `api`", "--path"),
        (["--upload-pack=x", "HEAD"], "unexpected argument", "--help"),
    ] {
        let ran = run(&arguments);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(what) && ran.err.contains(remedy), "{}", ran.err);
    }
    let elsewhere = tempfile::tempdir().expect("a folder");
    let ran = diff(&["--repo", &elsewhere.path().display().to_string(), "HEAD", "HEAD~1"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("this is no git repository"), "{}", ran.err);
}

#[test]
fn a_broken_spec_cannot_be_compared() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(
        home.path().join("spec.yaml"),
        "api: {name: P, doc: D.}\ntypes: {A: {doc: A., fields: {b: {type: Nope}}}}\n",
    )
    .expect("written");
    let ran = diff(&[&home.path().display().to_string(), &witness("value-removed", "old")]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("and cannot be compared"), "{}", ran.err);
}

#[test]
fn the_table_in_the_documentation_is_the_table_of_the_command() {
    let page = fs::read_to_string(workspace::root().join("docs/diff.md")).expect("there is a page");
    let (_, table) = page.split_once("## The rules\n\n").expect("the page has a table");
    assert_eq!(
        table.replace("\r\n", "\n"),
        diff(&["--rules"]).out,
        "write `diff --rules` below `## The rules` of docs/diff.md"
    );
    let json = diff(&["--rules", "--format", "json"]).json();
    assert_eq!(json.as_array().map(Vec::len), Some(table.lines().count() - 2));
}
