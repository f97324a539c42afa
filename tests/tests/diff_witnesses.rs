//! Every major rule of `diff` owns a witness: a program that works with the crate of the old spec and not with that of
//! the new one.
//!
//! A witness is a folder of `tests/diff/witnesses`, named for its rule: `old/` and `new/` hold the two specs, `witness.rs`
//! the program, which knows the generated crate as `client`. Where the rule is major for the compiler, the program must
//! not compile against the new crate, with the error that its first line names; elsewhere it must compile against both
//! and fail when it runs.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use juspay_codegen::Builder;
use juspay_spec::diff::{Diff, Rule, Step, rule, rules};
use juspay_spec::{Loaded, load_dir};
use juspay_tests::workspace;

const SIDES: [&str; 2] = ["old", "new"];

fn folder() -> PathBuf {
    workspace::tests().join("diff/witnesses")
}

/// The rules that have a witness, by name.
fn witnesses() -> Vec<&'static Rule> {
    let entries = fs::read_dir(folder()).expect("there are witnesses");
    let names = entries.map(|entry| entry.expect("can be listed").file_name().to_string_lossy().into_owned());
    let names: BTreeSet<String> = names.collect();
    names.iter().map(|name| rule(name).unwrap_or_else(|| panic!("no rule is called {name}"))).collect()
}

fn load(rule: &Rule, side: &str) -> Loaded {
    let loaded = load_dir(&folder().join(rule.name).join(side));
    let errors: Vec<_> = loaded.findings.iter().filter(|finding| finding.is_error()).collect();
    assert!(errors.is_empty(), "{} {side}: {errors:#?}", rule.name);
    loaded
}

#[test]
fn every_major_rule_has_a_witness_and_no_other_has_one() {
    let major: BTreeSet<&str> = rules().filter(|rule| rule.steps.max() == Step::Major).map(|rule| rule.name).collect();
    let there: BTreeSet<&str> = witnesses().into_iter().map(|rule| rule.name).collect();
    assert_eq!(there, major);
}

#[test]
fn the_specs_of_a_witness_differ_by_its_rule() {
    for rule in witnesses() {
        let [old, new] = SIDES.map(|side| load(rule, side).api.expect("a spec without errors has a model"));
        let diff = Diff::between(&old, &new);
        let found: Vec<_> = diff.differences.iter().map(|it| (it.rule.name, it.step())).collect();
        assert!(found.contains(&(rule.name, Step::Major)), "{}: {found:?}", rule.name);
        let back = Diff::between(&new, &old);
        assert!(back.differences.iter().any(|it| it.rule.name == rule.inverse), "{} has no way back", rule.name);
    }
}

/// Writes a file if it changes, so that a second run compiles nothing.
fn put(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("every path has a folder")).expect("the target folder can be written");
    fs::write(path, text).expect("the target folder can be written");
}

/// A workspace with a package for each witness and side: the generated crate, and the witness as its program.
fn write_crates(home: &Path, rules: &[&'static Rule]) {
    let mut members = Vec::new();
    for rule in rules {
        let witness = fs::read_to_string(folder().join(rule.name).join("witness.rs")).expect("there is a witness");
        for side in SIDES {
            let name = format!("{side}-{}", rule.name);
            let crate_name = format!("{}_client", name.replace('-', "_"));
            let rendered =
                Builder::new().render_loaded(&load(rule, side)).unwrap_or_else(|error| panic!("{name}: {error}"));
            for (path, text) in &rendered.files {
                // The first line names the generator by a hash.
                put(&home.join(&name).join(path), text.split_once('\n').map_or("", |(_, rest)| rest));
            }
            let (doc, code) = witness.split_once('\n').expect("a witness begins with a line about itself");
            put(&home.join(&name).join("src/main.rs"), &format!("{doc}\nextern crate {crate_name} as client;\n{code}"));
            let runtime = workspace::root().join("juspay-runtime").display().to_string();
            let manifest = format!(
                "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\nname = {crate_name:?}\n\
                 doctest = false\n\n[features]\ndefault = [\"client\"]\nclient = []\n\n[dependencies]\n\
                 juspay-runtime = {{ path = {runtime:?}, features = [\"http\"] }}\n"
            );
            put(&home.join(&name).join("Cargo.toml"), &manifest);
            members.push(name);
        }
    }
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n[profile.dev]\ndebug = false\n");
    put(&home.join("Cargo.toml"), &manifest);
}

/// The errors of each package's program; a crate that does not compile is none of ours.
fn errors(output: &Output) -> BTreeMap<String, Vec<String>> {
    let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
        if message["reason"] != "compiler-message" || message["message"]["level"] != "error" {
            continue;
        }
        let rendered = message["message"]["rendered"].as_str().unwrap_or_default();
        assert_eq!(message["target"]["kind"][0], "bin", "a generated crate does not compile:\n{rendered}");
        let name = message["target"]["name"].as_str().unwrap_or_default();
        errors.entry(name.to_owned()).or_default().push(rendered.to_owned());
    }
    errors
}

/// Checks or builds all packages, whatever fails.
fn all(home: &Path, verb: &str) -> Output {
    let mut command = workspace::cargo(home, &workspace::target("diff"));
    let arguments = [verb, "--workspace", "--keep-going", "--quiet", "--message-format=json"];
    let output = command.args(arguments).output().expect("cargo can be started");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(!output.stdout.is_empty(), "cargo compiled nothing: {complaint}");
    output
}

#[test]
fn what_is_major_for_the_compiler_does_not_compile() {
    let rules: Vec<_> = witnesses().into_iter().filter(|rule| rule.steps.rust == Step::Major).collect();
    let home = workspace::target("diff").join("compile");
    write_crates(&home, &rules);
    let errors = errors(&all(&home, "check"));
    let mut wrong = Vec::new();
    for rule in rules {
        let [old, new] = SIDES.map(|side| errors.get(&format!("{side}-{}", rule.name)));
        if let Some(old) = old {
            wrong.push(format!("{}: does not compile against the old crate\n{}", rule.name, old.join("\n")));
        }
        let witness = fs::read_to_string(folder().join(rule.name).join("witness.rs")).expect("there is a witness");
        let line = witness.lines().next().unwrap_or_default();
        let code = line.rsplit_once(": ").map_or("", |(_, code)| code.trim_end_matches('.'));
        match new {
            None => wrong.push(format!("{}: compiles against the new crate", rule.name)),
            Some(new) if new.iter().any(|error| error.starts_with(&format!("error[{code}]"))) => {}
            Some(new) => {
                wrong.push(format!("{}: does not compile, but not with {code}\n{}", rule.name, new.join("\n")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_major_beyond_the_compiler_fails_when_it_runs() {
    let rules: Vec<_> = witnesses().into_iter().filter(|rule| rule.steps.rust != Step::Major).collect();
    let home = workspace::target("diff").join("run");
    write_crates(&home, &rules);
    let errors = errors(&all(&home, "build"));
    assert!(errors.is_empty(), "{errors:#?}");
    let mut wrong = Vec::new();
    for rule in rules {
        let [old, new] = SIDES.map(|side| {
            let program = workspace::target("diff").join("debug").join(format!("{side}-{}", rule.name));
            Command::new(&program).output().unwrap_or_else(|error| panic!("{}: {error}", program.display()))
        });
        if !old.status.success() {
            wrong.push(format!("{}: fails with the old crate\n{}", rule.name, workspace::texts(&old)));
        }
        if new.status.success() || !workspace::texts(&new).contains("assertion") {
            wrong.push(format!("{}: does not fail with the new crate\n{}", rule.name, workspace::texts(&new)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
