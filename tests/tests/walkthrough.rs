//! The maintainer's loop, from changed pages to a client that compiles: `drift`, `--propose`, the review, `lint`, `drift`,
//! `diff`, `generate`, `cargo check`, `upgrade`.
//!
//! Runs over the small pages of another API, and over the real ones if `JUSPAY_DOCS` names their folder.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use juspay_codegen::cli::{Streams, run};
use juspay_tests::workspace;
use serde_json::Value;

/// What a proposal puts in where somebody has to write.
const NEW: &str = "New on the page; say in your own words what it is.";

/// An edit of a page: the page, what stands there, and what stands there then.
type Edit = (&'static str, &'static str, &'static str);

/// A maintainer at work in a repository.
struct Desk {
    home: tempfile::TempDir,
    spent: u128,
}

impl Desk {
    /// A repository with copies of a spec, its rules and the pages.
    fn new(spec: &Path, rules: &Path, pages: &Path) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        for (from, to) in [(spec, "spec"), (spec, "old"), (rules, "rules"), (pages, "pages")] {
            copy(from, &home.path().join(to));
        }
        let desk = Self { home, spent: 0 };
        desk.git(&["init", "--quiet"]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.home.path()).args(arguments);
        workspace::run(&mut command).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Changes the pages, as their makers would.
    fn publish(&self, edits: &[Edit]) {
        for (page, old, new) in edits {
            let path = self.path("pages").join(page);
            let text = fs::read_to_string(&path).expect("the page is there");
            assert!(text.contains(old), "{page}: {old}");
            fs::write(path, text.replacen(old, new, 1)).expect("the page can be written");
        }
    }

    /// Runs a command over the copies: its exit code, its result and its remarks.
    fn run(&mut self, arguments: &[&str]) -> (u8, String, String) {
        let place = |argument: &&str| match argument.strip_prefix('@') {
            Some(name) => self.path(name).display().to_string(),
            None => (*argument).to_owned(),
        };
        let arguments: Vec<String> = arguments.iter().map(place).collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut streams = Streams { out: &mut out, err: &mut err, width: Some(100), color: false };
        let start = Instant::now();
        let code = run(std::iter::once("juspay-codegen".to_owned()).chain(arguments), &mut streams);
        self.spent += start.elapsed().as_millis();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (code, text(out), text(err))
    }

    fn drift(&mut self, flags: &[&str]) -> (u8, String, String) {
        let whole = ["drift", "@pages", "--spec", "@spec", "--rules", "@rules", "--today", "2026-01-01"];
        self.run(&[&whole[..], flags].concat())
    }

    /// Applies a patch, with both usual tools, which must come to the same.
    fn apply(&self, patch: &str) {
        fs::write(self.path("follow.patch"), patch).expect("the patch can be written");
        let other = self.path("other");
        for part in ["spec", "rules"] {
            copy(&self.path(part), &other.join(part));
        }
        self.git(&["apply", "--whitespace=error-all", "follow.patch"]);
        if Command::new("patch").arg("--version").output().is_err() {
            return;
        }
        let mut command = Command::new("patch");
        command.args(["--quiet", "-p1", "-i", "../follow.patch"]).current_dir(&other);
        workspace::run(&mut command).unwrap_or_else(|error| panic!("{error}"));
        for part in ["spec", "rules"] {
            for entry in fs::read_dir(self.path(part)).expect("the folder is there") {
                let path = entry.expect("the folder can be read").path();
                let twin = other.join(part).join(path.file_name().expect("files have names"));
                assert!(fs::read(&path).ok() == fs::read(&twin).ok(), "{}", path.display());
            }
        }
    }

    /// What a person does with a patch: writes the texts that it leaves open.
    fn review(&self) {
        for entry in fs::read_dir(self.path("spec")).expect("the spec is there") {
            let path = entry.expect("the spec can be read").path();
            let text = fs::read_to_string(&path).expect("the spec is text");
            fs::write(path, text.replace(NEW, "Said by hand.")).expect("the spec can be written");
        }
    }

    fn check_client(&self, name: &str) {
        let mut command = workspace::cargo(&self.path("client"), &workspace::target("walkthrough").join(name));
        workspace::run(command.args(["check", "--quiet"])).unwrap_or_else(|error| panic!("{error}"));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().expect("files have names"))).expect("files can be copied");
        }
    }
}

/// What the loop must say on its way.
struct Expected {
    edits: &'static [Edit],
    /// Class, page and item of every finding that counts.
    findings: &'static [[&'static str; 3]],
    /// What is said of the difference, and the versions around it.
    difference: &'static [&'static str],
    versions: [&'static str; 2],
    gained: &'static str,
}

fn walk(name: &str, mut desk: Desk, expected: &Expected) {
    assert_eq!(desk.drift(&[]).0, 0, "the pages are clean before they change");
    desk.publish(expected.edits);

    let (code, json, _) = desk.drift(&["--format", "json"]);
    let found: Value = serde_json::from_str(&json).expect("JSON");
    let found = found.as_array().expect("a list").iter().filter(|finding| finding["class"] != "editorial");
    let found: Vec<[&str; 3]> =
        found.map(|finding| ["class", "page", "item"].map(|key| finding[key].as_str().expect("text"))).collect();
    assert_eq!((code, found.as_slice()), (1, expected.findings), "{json}");
    let (_, text, _) = desk.drift(&[]);
    assert!(text.contains("Next: `drift --propose` writes a patch"), "{text}");

    let (code, patch, notes) = desk.drift(&["--propose"]);
    assert_eq!(code, 0, "{notes}");
    assert!(notes.contains("Next: review the patch and `git apply` it") && !notes.contains("to decide"), "{notes}");
    // What has to be read comes first, and is short.
    let (meaning, moved) = patch.split_once("# Places that moved").expect("two parts");
    let lines = meaning.lines().filter(|line| line.starts_with(['+', '-']) && !line[1..].starts_with(['+', '-']));
    assert!(lines.count() <= 8 && moved.lines().count() > 8, "{patch}");
    desk.apply(&patch);
    let (code, text, _) = desk.drift(&[]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("say in your own words what it is") && text.contains("Next: write the texts"), "{text}");
    desk.review();

    let (code, text, notes) = desk.run(&["lint", "--spec", "@spec", "--deny", "warnings"]);
    assert_eq!(code, 0, "{text}{notes}");
    let (code, text, _) = desk.drift(&[]);
    assert_eq!((code, text.contains("0 findings to deal with, 0 to know about.")), (0, true), "{text}");
    let (code, text, _) = desk.run(&["diff", "@old", "@spec", "--fail-on", "major"]);
    assert_eq!(code, 1, "{text}");
    for part in expected.difference {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let (code, _, notes) = desk.run(&["generate", "--spec", "@spec", "--out", "@client"]);
    assert_eq!(code, 0, "{notes}");
    let [from, to] = expected.versions;
    let (code, text, _) = desk.run(&["upgrade", from, to, "--spec", "@spec"]);
    assert!(code == 0 && text.contains(to) && text.contains(expected.gained), "{text}");
    // Ten commands; not held to any figure here, since a busy machine is no defect.
    println!("{name}: {} ms for all commands", desk.spent);
    desk.check_client(name);
}

#[test]
fn pages_of_a_small_api_are_followed_to_a_client_that_compiles() {
    let home = workspace::root().join("juspay-spec/tests/pages");
    let desk = Desk::new(&home.join("spec"), &home.join("rules"), &home.join("docs"));
    let expected = Expected {
        edits: &[
            ("harbour.txt", "service is 2024-05-01", "service is 2025-02-01"),
            ("harbour.txt", "\n2024-05-01\n", "\n2025-02-01\npump_out is sent in the berth block\n2024-05-01\n"),
            ("bookings.md", "| STORM | 3 |", "| FLOODED | 4 | The quay is under water. |\n| STORM | 3 |"),
            ("bookings.md", "| `arrival` | Day |", "| `arrival` | * | Day |"),
        ],
        findings: &[
            ["changed-claim", "bookings", "Booking.arrival"],
            ["new-claim", "bookings", "BerthStatus.FLOODED"],
            ["new-claim", "harbour", "2025-02-01"],
        ],
        difference: &[
            "major",
            "`Booking.arrival` is now required",
            "`BerthStatus.FLOODED` is new",
            "`Berth.pump_out` is new",
        ],
        versions: ["2024-05-01", "2025-02-01"],
        gained: "pump_out",
    };
    walk("harbour", desk, &expected);
}

#[test]
fn the_saved_pages_are_followed_to_a_client_that_compiles() {
    let Some(pages) = std::env::var_os("JUSPAY_DOCS") else { return };
    let home = workspace::root().join("juspay-spec");
    let desk = Desk::new(&home.join("spec"), &home.join("pages"), Path::new(&pages));
    let expected = Expected {
        edits: &[
            ("api-basics.txt", "API version is 2021-03-25", "API version is 2021-09-14"),
            (
                "api-basics.txt",
                "\n2021-03-25\n",
                "\n2021-09-14\nFor this version, settlement_ref is sent in the refund block\n2021-03-25\n",
            ),
            (
                "create-order.txt",
                "AUTHORIZING | 28 |",
                "ON_HOLD | 61 | Somebody looks at it first. |\nAUTHORIZING | 28 |",
            ),
            ("create-order.txt", "customer_id | String |", "customer_id | * | String |"),
        ],
        findings: &[
            ["new-claim", "api-basics", "2021-09-14"],
            ["new-claim", "create-order", "OrderStatus.ON_HOLD"],
            ["changed-claim", "create-order", "CreateOrder.customer_id"],
        ],
        difference: &[
            "major",
            "`CreateOrder.customer_id` is now required",
            "`OrderStatus.ON_HOLD` is new: number 61",
            "`Refund.settlement_ref` is new: string, optional, from 2021-09-14 on",
        ],
        versions: ["2021-03-25", "2021-09-14"],
        gained: "settlement_ref",
    };
    walk("saved", desk, &expected);
}
