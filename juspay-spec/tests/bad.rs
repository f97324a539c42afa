//! One folder per mistake: the spec in it must give exactly the findings in `expected.txt`.
//!
//! Folders are `bad/<group>/<code>`, or `bad/<group>/<code>--<variant>` for a further way to the same mistake. Each
//! spec holds one mistake and gives one finding. `UPDATE_EXPECTED=1 cargo test -p juspay-spec --test bad` rewrites the
//! expectations; read the difference before committing it. Mistakes that no text file can show are made in
//! [`MADE`] at run time; their folders hold the expectation alone.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use juspay_spec::diagnostic::{ALL, Code, Style, one_line, render};
use juspay_spec::{Loaded, load_dir};
use similar::TextDiff;

/// Writes a spec into an empty folder.
type Make = fn(&Path);

/// Specs that cannot be kept as text files, by the folder of their expectation.
const MADE: &[(&str, Make)] = &[
    ("file/no-files", |folder| write(folder, "orders.yml", b"api: {name: Parcel}\n")),
    ("file/not-utf8", |folder| write(folder, "spec.yaml", b"api:\n  name: Parcel\n  doc: Ships p\xe4rcels.\n")),
    ("file/unreadable", |folder| fs::create_dir(folder.join("spec.yaml")).unwrap()),
    ("file/too-large", |folder| File::create(folder.join("spec.yaml")).unwrap().set_len((64 << 20) + 1).unwrap()),
];

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    fs::write(folder.join(name), bytes).unwrap();
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

/// The fixtures as `group/code--variant`, sorted.
fn fixtures() -> Vec<String> {
    let mut found = Vec::new();
    for group in fs::read_dir(root()).unwrap() {
        let group = group.unwrap().path();
        for case in fs::read_dir(&group).unwrap() {
            let case = case.unwrap().path();
            let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
            found.push(format!("{}/{}", name(&group), name(&case)));
        }
    }
    found.sort();
    found
}

/// Loads a fixture; with the folder whose name is left out of messages.
fn load(fixture: &str) -> (Loaded, PathBuf, Option<tempfile::TempDir>) {
    if let Some((_, make)) = MADE.iter().find(|(name, _)| *name == fixture) {
        let folder = tempfile::tempdir().unwrap();
        make(folder.path());
        return (load_dir(folder.path()), folder.path().to_owned(), Some(folder));
    }
    let folder = root().join(fixture);
    (load_dir(&folder), folder, None)
}

fn without_folder(text: &str, folder: &Path) -> String {
    let folder = folder.display().to_string();
    text.replace(&format!("{folder}{}", std::path::MAIN_SEPARATOR), "").replace(&folder, "DIR")
}

#[test]
fn every_mistake_reads_as_expected() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    assert!(!(update && std::env::var_os("CI").is_some()), "expectations are rewritten by people, not by CI");
    let mut failures = Vec::new();
    for fixture in fixtures() {
        let (loaded, folder, _guard) = load(&fixture);
        let text = without_folder(&render(&loaded.sources, &loaded.findings, Style::Plain), &folder);
        let path = root().join(&fixture).join("expected.txt");
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if text == expected {
            continue;
        }
        if update {
            fs::write(&path, text).unwrap();
        } else {
            let diff = TextDiff::from_lines(expected.as_str(), text.as_str());
            failures.push(format!("--- {fixture}\n{}", diff.unified_diff()));
        }
    }
    assert!(failures.is_empty(), "not as expected (UPDATE_EXPECTED=1 rewrites):\n{}", failures.join("\n"));
}

#[test]
fn one_mistake_is_one_finding_of_its_code() {
    let mut failures = Vec::new();
    for fixture in fixtures() {
        let (loaded, _, _guard) = load(&fixture);
        let code = code_of(&fixture);
        let [finding] = loaded.findings.as_slice() else {
            failures.push(format!("{fixture} gives {} findings", loaded.findings.len()));
            continue;
        };
        let placeless = ["no-api", "no-files", "unreadable", "too-large"];
        let fine = finding.code.name() == code
            && finding.help.is_some()
            && finding.primary.is_none() == placeless.contains(&code)
            && one_line(&loaded.sources, finding).contains(&format!("[{code}]"));
        if !fine {
            failures.push(format!("{fixture} gives {finding:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn code_of(fixture: &str) -> &str {
    let name = fixture.split('/').next_back().unwrap();
    name.split("--").next().unwrap()
}

#[test]
fn codes_fixtures_and_pages_are_in_bijection() {
    let codes: BTreeSet<String> = ALL.iter().map(|info| format!("{}/{}", info.group.as_str(), info.name)).collect();
    let fixtures = fixtures();
    let covered: BTreeSet<String> =
        fixtures.iter().map(|fixture| fixture.split("--").next().unwrap().to_owned()).collect();
    assert_eq!(codes, covered, "every code has a fixture in the folder of its group");
    for code in &codes {
        assert!(fixtures.contains(code), "{code} has a fixture without a variant");
    }
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/codes");
    let pages: BTreeSet<String> = fs::read_dir(pages)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().trim_end_matches(".md").to_owned())
        .collect();
    let names: BTreeSet<String> = ALL.iter().map(|info| info.name.to_owned()).collect();
    assert_eq!(names.len(), ALL.len(), "no code stands twice");
    assert_eq!(names, pages, "every code has a page");
}

#[test]
fn every_page_explains_its_code() {
    for (info, code) in ALL.iter().zip(Code::all()) {
        assert_eq!(Code::find(info.name), Some(code));
        assert_eq!(code.info().name, info.name);
        let title = format!("# {}\n", info.name);
        assert!(info.page.starts_with(&title), "{} has its code as title", info.name);
        assert!(info.page.contains("**What to do.** "), "{} says what to do", info.name);
        let lines: Vec<&str> = info.page.lines().filter(|line| !line.is_empty()).collect();
        assert!(lines.len() >= 4, "{} says what, why and what to do", info.name);
    }
    assert_eq!(Code::find("no-such-code"), None);
}
