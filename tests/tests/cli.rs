//! The command line as its callers see it: exit codes, the shape of JSON, and what it says when it cannot run.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use juspay_codegen::cli::{Streams, run};
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

fn command(args: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { out: &mut out, err: &mut err, width: Some(100), color: false };
    let code = run(std::iter::once("juspay-codegen").chain(args.iter().copied()), &mut streams);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran { code, out: text(out), err: text(err) }
}

fn library() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/library").display().to_string()
}

/// A spec with one error and one warning.
fn broken() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "api: {name: Parcel, doc: Ships.}\ntypes:\n  Parcel:\n    doc: A parcel.\n    fields:\n      to: {type: Adress}\n";
    std::fs::write(folder.path().join("parcel.yaml"), text).expect("written");
    let path = folder.path().display().to_string();
    (folder, path)
}

#[test]
fn the_exit_code_says_what_happened() {
    let (_keep, broken) = broken();
    let library = library();
    let cases: &[(&[&str], u8)] = &[
        (&["lint"], 0),
        (&["--spec", &library, "lint"], 0),
        (&["lint", "--deny", "warnings"], 0),
        (&["lint", "--spec", &broken], 1),
        (&["inspect", "--spec", &broken], 1),
        (&["openapi", "--version", "base", "--spec", &broken], 1),
        (&["lint", "--spec", "/nowhere"], 2),
        (&["lint", "--spec", file!()], 2),
        (&["lint", "--frobnicate"], 2),
        (&["frobnicate"], 2),
        (&[], 2),
        (&["--help"], 0),
        (&["--version"], 0),
        (&["generate", "--help"], 0),
        (&["explain"], 0),
        (&["explain", "unknown-type"], 0),
        (&["explain", "unknown-tpye"], 1),
        (&["inspect"], 0),
        (&["inspect", "--open-questions"], 0),
        (&["inspect", "--readings"], 0),
        (&["inspect", "Order"], 0),
        (&["inspect", "Ordr"], 1),
        (&["inspect", "Order", "--version", "2021-02-30"], 2),
        (&["inspect", "Refund.error_code", "--version", "base"], 1),
        (&["openapi", "--version", "2021-03-25"], 0),
        (&["openapi", "--version", "2030-01-01"], 0),
        (&["openapi"], 2),
        (&["openapi", "--all"], 2),
        (&["openapi", "--version", "soon"], 2),
        (&["openapi", "--version", "base", "--out", "/nowhere/export.json"], 2),
        (&["schema"], 0),
        (&["completions", "bash"], 0),
        (&["completions", "tcsh"], 2),
        (&["generate"], 2),
        (&["generate", "--out", "/proc/nowhere"], 2),
        (&["generate", "--out", "/nowhere", "--only", "Ordr"], 2),
        (&["generate", "--out", "/nowhere", "--spec", &broken], 1),
        (&["generate", "--layout", "heap"], 2),
        (&["generate", "--versions", "2021-03-25..=2018-10-25"], 2),
    ];
    for (args, code) in cases {
        let ran = command(args);
        assert_eq!(ran.code, *code, "{args:?}: {}{}", ran.out, ran.err);
        assert_eq!(
            ran.out.is_empty(),
            *code != 0 && args.first() != Some(&"lint") || *code == 2,
            "{args:?}: {}",
            ran.out
        );
        assert_eq!(
            ran.err.is_empty(),
            *code == 0 || (*code == 1 && args.first() == Some(&"lint")),
            "{args:?}: {}",
            ran.err
        );
    }
}

#[test]
fn a_crate_with_a_page_of_its_own_shows_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().display().to_string();
    let root = || std::fs::read_to_string(folder.path().join("src/lib.rs")).expect("it was written");
    let generate =
        |more: &[&str]| command(&[&["generate", "--out", &out, "--only", "order_status"], more].concat()).code;
    assert_eq!(generate(&[]), 0);
    assert!(root().contains("//! ") && !root().contains("README"));
    std::fs::write(folder.path().join("README.md"), "# A page").expect("written");
    assert_eq!(generate(&["--check"]), 1);
    assert_eq!((generate(&[]), generate(&["--check"])), (0, 0));
    assert!(root().contains("#![doc = include_str!(\"../README.md\")]") && !root().contains("//! "));
}

#[test]
fn a_file_that_cannot_be_read_is_no_finding() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(command(&["lint", "--spec", &folder.path().display().to_string()]).code, 2);
    std::fs::create_dir(folder.path().join("orders.yaml")).expect("a folder");
    let ran = command(&["lint", "--spec", &folder.path().display().to_string()]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains("orders.yaml"), "{}", ran.err);
}

#[test]
fn errors_are_one_line_and_a_remedy() {
    for args in [["lint", "--spec", "/nowhere"].as_slice(), &["inspect", "Ordr"], &["explain", "unknown-tpye"]] {
        let ran = command(args);
        let lines: Vec<&str> = ran.err.lines().collect();
        assert_eq!(lines.len(), 2, "{}", ran.err);
        assert!(lines.iter().any(|line| line.starts_with("  help: ")), "{}", ran.err);
    }
    assert!(command(&["inspect", "Ordr"]).err.contains("did you mean `Order`?"));
    assert!(command(&["explain", "unknown-tpye"]).err.contains("did you mean `unknown-type`?"));
}

#[test]
fn findings_are_a_list_with_places() {
    assert_eq!(command(&["lint", "--format", "json"]).json(), serde_json::json!([]));
    let (_keep, broken) = broken();
    let ran = command(&["lint", "--spec", &broken, "--format", "json"]);
    assert_eq!(ran.code, 1);
    let found = ran.json();
    let first = found.get(0).expect("a finding");
    let keys: Vec<&String> = first.as_object().expect("an object").keys().collect();
    for key in ["code", "column", "help", "labels", "line", "message", "path", "severity"] {
        assert!(keys.iter().any(|known| *known == key), "{key}");
    }
    assert_eq!((&first["code"], &first["severity"]), (&"unknown-type".into(), &"error".into()));
    assert_eq!((&first["line"], &first["column"]), (&6.into(), &18.into()));
    assert!(first["path"].as_str().is_some_and(|path| path.ends_with("parcel.yaml")));
    assert_eq!(first["labels"][0]["line"], 6);
}

#[test]
fn every_item_can_be_inspected_in_every_format() {
    let api = juspay_spec::embedded().api.expect("a spec without errors");
    for name in juspay_codegen::inspect::names(&api) {
        let reachable = juspay_codegen::inspect::item(&api, &name, None).is_some();
        // Environments, schemes, headers, responses and matrices have no page of their own.
        let part = name.starts_with("api.") || name.starts_with("requirements of ");
        let response = name.rsplit('.').next().is_some_and(|last| last.parse::<u16>().is_ok());
        assert!(reachable || part || response, "{name}");
    }
    for item in [
        "Order",
        "Order.refunds",
        "OrderStatus",
        "OrderStatus.CHARGED",
        "create_order",
        "order_status.order_id",
        "refund-error-code",
        "2020-11-20",
        "base",
        "page:create-order",
        "module:orders",
        "TXN_CHARGED",
    ] {
        let json = command(&["inspect", item, "--format", "json"]).json();
        assert!(json["kind"].is_string() && json["name"].is_string() && json["doc"].is_string(), "{item}");
        assert_eq!(command(&["inspect", item, "--format", "yaml"]).code, 0);
    }
    let overview = command(&["inspect", "--format", "json"]).json();
    for table in ["endpoints", "types", "versions", "changes", "environments"] {
        assert!(overview[table].as_array().is_some_and(|rows| !rows.is_empty()), "{table}");
    }
}

#[test]
fn text_keeps_to_the_width_of_the_terminal() {
    for args in [["inspect"].as_slice(), &["inspect", "Order"], &["explain"]] {
        let text = command(args).out;
        let widest = text.lines().max_by_key(|line| line.chars().count()).unwrap_or_default();
        assert!(widest.chars().count() <= 100, "{widest}");
    }
}

#[test]
fn all_exports_go_into_one_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("deep/exports");
    let ran = command(&["openapi", "--all", "--out", &out.display().to_string()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let files: Vec<PathBuf> =
        std::fs::read_dir(&out).expect("listed").map(|entry| entry.expect("read").path()).collect();
    let api = juspay_spec::embedded().api.expect("a spec without errors");
    assert_eq!(files.len(), api.versions.len() + 1);
    let one = std::fs::read_to_string(out.join("2021-03-25.json")).expect("read");
    assert_eq!(one, command(&["openapi", "--version", "2021-03-25"]).out);
}

#[test]
fn generating_twice_writes_once_and_check_tells_what_would_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().display().to_string();
    let generate = |more: &[&str]| command(&[["generate", "--out", &out].as_slice(), more].concat());
    assert_eq!(generate(&["--check"]).code, 1);
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 0, "a check writes nothing");

    let first = generate(&["--format", "json"]).json();
    for key in ["endpoints", "types", "fields", "gated_fields", "versions", "lines", "files"] {
        assert!(first[key].as_u64().is_some_and(|number| number > 0), "{key}: {first}");
    }
    let count = |list: &Value| list.as_array().map(Vec::len).and_then(|length| u64::try_from(length).ok());
    assert_eq!(count(&first["written"]), first["files"].as_u64());
    let second = generate(&["--format", "json"]).json();
    assert_eq!((count(&second["written"]), &second["unchanged"]), (Some(0), &first["files"]));
    assert_eq!(generate(&["--check"]).code, 0);

    let lib = folder.path().join("src/lib.rs");
    let text = std::fs::read_to_string(&lib).expect("read").replace("pub mod", "mod");
    std::fs::write(&lib, text).expect("written");
    let stale = generate(&["--check"]);
    assert_eq!(stale.code, 1);
    assert!(
        stale.out.contains("-mod orders;\n+pub mod orders;") || stale.out.contains("+pub mod orders;"),
        "{}",
        stale.out
    );
    let list = generate(&["--check", "--format", "json"]).json();
    assert_eq!((&list[0]["state"], list.as_array().map(Vec::len)), (&"stale".into(), Some(1)));
    assert!(generate(&[]).out.contains("1 written"));
}

#[test]
fn a_single_file_has_the_client_if_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().display().to_string();
    let text = |client: &[&str]| {
        let always = ["generate", "--out", &out, "--layout", "single"];
        assert_eq!(command(&[always.as_slice(), client, &["--only", "order_status"]].concat()).code, 0);
        std::fs::read_to_string(folder.path().join("juspay.rs")).expect("read")
    };
    for (client, expected) in [(&[][..], false), (&["--client"], true), (&["--client=false"], false)] {
        assert_eq!(text(client).contains("pub mod client {"), expected, "{client:?}");
    }
    assert_eq!(command(&["generate", "--out", &out, "--client=perhaps"]).code, 2);
}

#[test]
fn the_schema_of_the_language_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../juspay-spec/schema.json");
    let committed = std::fs::read_to_string(path).expect("read");
    assert!(committed == command(&["schema"]).out, "write it anew: juspay-codegen schema > juspay-spec/schema.json");
}

#[test]
fn every_flag_and_command_has_help() {
    for name in ["generate", "lint", "explain", "inspect", "openapi", "schema", "completions"] {
        let help = command(&[name, "--help"]).out;
        assert!(help.contains("Examples:") && help.contains(&format!("juspay-codegen {name}")), "{name}: {help}");
        let mut lines = help.lines().skip_while(|line| !line.starts_with("Options")).peekable();
        while let Some(line) = lines.next() {
            let flag = line.trim_start().starts_with("--") && !line.contains("  ");
            assert!(!flag || lines.peek().is_some_and(|next| !next.trim().is_empty()), "{name}: {line}");
        }
    }
}

struct Closed(io::ErrorKind);

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_no_error_and_a_full_disk_is_one() {
    for (kind, code) in [(io::ErrorKind::BrokenPipe, 0), (io::ErrorKind::StorageFull, 2)] {
        let mut err = Vec::new();
        let mut streams = Streams { out: &mut Closed(kind), err: &mut err, width: None, color: false };
        assert_eq!(run(["juspay-codegen", "inspect"], &mut streams), code);
        assert_eq!(err.is_empty(), code == 0);
    }
}

#[test]
fn colours_are_for_terminals() {
    let colored = |color: bool| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut streams = Streams { out: &mut out, err: &mut err, width: None, color };
        run(["juspay-codegen", "inspect", "Order"], &mut streams);
        out.contains(&0x1b)
    };
    assert!(colored(true) && !colored(false));
}
