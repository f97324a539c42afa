//! All goldens as crates, in two editions, with every warning an error; and their types at work.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use juspay_codegen::options::Layout;
use juspay_tests::{golden, workspace};

const EDITIONS: [&str; 2] = ["2021", "2024"];
const DENY: &str = "#![deny(warnings, missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]\n";

/// Writes a file if it changes, so that a second run compiles nothing.
fn put(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("every path has a folder")).expect("the target folder can be written");
    fs::write(path, text).expect("the target folder can be written");
}

/// A path that means the same inside of quotes, on every system.
fn slashed(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// A workspace with one crate of all goldens for each edition.
fn write_crates() -> PathBuf {
    let home = workspace::target("goldens").join("crates");
    put(&home.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"goldens-*\"]\n");
    let mut modules = String::new();
    for case in golden::all().unwrap_or_else(|error| panic!("{error}")) {
        let output = case.output().unwrap_or_else(|error| panic!("{}:\n{error}", case.name));
        let module = case.module();
        let single = output.first().filter(|_| case.options.layout == Layout::Single);
        let entry = home.join(&module).join(single.map_or(Path::new("mod.rs"), |(path, _)| path));
        for (path, text) in &output {
            put(&home.join(&module).join(path), text);
        }
        let _ = writeln!(modules, "/// Golden.\n#[path = \"{}\"]\npub mod {module};", slashed(&entry));
    }
    let runtime = slashed(&workspace::root().join("juspay-runtime"));
    let support = fs::read_to_string(golden::folder().join("support.rs")).expect("goldens can be read");
    let (doc, support) = support.split_once("\n\n").expect("a line of documentation comes first");
    let bodies = slashed(&golden::folder().join("bodies.rs"));
    for edition in EDITIONS {
        let folder = home.join(format!("goldens-{edition}"));
        let manifest = format!(
            "[package]\nname = \"goldens-{edition}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
             [lib]\ndoctest = false\n\n[dependencies]\njuspay-runtime = {{ path = \"{runtime}\", features = [\"http\"] }}\n"
        );
        put(&folder.join("Cargo.toml"), &manifest);
        let tests = format!("\n#[cfg(test)]\n#[allow(missing_docs)]\n#[path = \"{bodies}\"]\nmod bodies;\n");
        put(&folder.join("src/lib.rs"), &format!("{doc}\n{DENY}\n{modules}\n{support}{tests}"));
    }
    home
}

#[test]
fn goldens_compile_without_a_warning_and_decode() {
    let home = write_crates();
    let target = workspace::target("goldens");
    let run = |arguments: &[&str]| {
        workspace::run(workspace::cargo(&home, &target).args(arguments)).unwrap_or_else(|error| panic!("{error}"))
    };
    run(&["clippy", "--workspace", "--quiet"]);
    let output = run(&["test", "--package", "goldens-2024"]);
    assert!(output.contains("test result: ok"), "{output}");
}
