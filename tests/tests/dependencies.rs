//! What users have to compile: counted, so that nobody adds to it by accident.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::BTreeSet;
use std::path::Path;

use juspay_tests::workspace;

/// The packages that a package compiles, itself included, by name.
fn tree(folder: &Path, arguments: &[&str]) -> BTreeSet<String> {
    let mut command = workspace::cargo(folder, &workspace::target("tree"));
    let output = workspace::run(command.args(["tree", "--prefix", "none", "--format", "{p}"]).args(arguments));
    let output = output.unwrap_or_else(|error| panic!("{error}"));
    output.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

fn foreign(tree: &BTreeSet<String>) -> Vec<&str> {
    tree.iter().map(String::as_str).filter(|name| !name.starts_with("juspay-") && !name.is_empty()).collect()
}

/// What macros are made of, and what reads YAML.
const MACROS: &[&str] = &["syn", "quote", "proc-macro2", "serde_derive"];
const YAML: &[&str] = &["granit-parser", "yaml_serde", "annotate-snippets"];

fn has_none(tree: &BTreeSet<String>, names: &[&str]) {
    for name in names {
        assert!(!tree.contains(*name), "{name} is among {tree:?}");
    }
}

#[test]
fn whoever_only_decodes_compiles_next_to_nothing() {
    let tree = tree(workspace::root(), &["-p", "juspay-client", "-e", "normal", "--no-default-features"]);
    assert!(foreign(&tree).len() <= 12, "{tree:?}");
    has_none(&tree, MACROS);
    has_none(&tree, YAML);
}

#[test]
fn the_derive_needs_no_more_than_a_derive_does() {
    let tree = tree(workspace::root(), &["-p", "juspay-macros", "-e", "normal"]);
    assert_eq!(foreign(&tree), ["proc-macro2", "quote", "syn", "unicode-ident"]);
}

#[test]
fn the_generator_as_a_library_has_no_command_line() {
    let tree = tree(workspace::root(), &["-p", "juspay-codegen", "-e", "normal"]);
    has_none(&tree, &["clap", "clap_builder", "anstream", "yaml_serde"]);
    assert!(foreign(&tree).len() <= 24, "{} of {tree:?}", foreign(&tree).len());
}

#[test]
fn whoever_generates_in_a_build_script_compiles_no_command_line() {
    for name in ["build-script", "library-build"] {
        let folder = workspace::tests().join("downstream").join(name);
        has_none(&tree(&folder, &["-e", "normal,build"]), &["clap", "clap_builder", "anstream", "yaml_serde"]);
        // The generator stays in the build script.
        let normal = tree(&folder, &["-e", "normal"]);
        assert!(foreign(&normal).len() <= 12 + 1, "{normal:?}");
        has_none(&normal, MACROS);
    }
}

#[test]
fn the_runtime_is_as_small_without_its_features() {
    let tree = tree(workspace::root(), &["-p", "juspay-runtime", "-e", "normal", "--no-default-features"]);
    assert_eq!(foreign(&tree), ["zeroize"]);
}
