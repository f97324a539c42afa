//! `juspay-codegen drift` as its callers see it, over the pages of a small API: output, exit codes, proposals, questions,
//! coverage and waivers.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod proposals;
mod told;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use juspay_codegen::cli::{Streams, run};
use juspay_tests::workspace;
use serde_json::Value;

/// Copies of a spec, its rules and its pages, which may be changed.
struct Harbour {
    home: tempfile::TempDir,
}

struct Ran {
    code: u8,
    out: String,
    err: String,
}

impl Harbour {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        for part in ["spec", "rules", "docs"] {
            let to = home.path().join(part);
            fs::create_dir_all(&to).expect("a folder");
            let from = workspace::root().join("juspay-spec/tests/pages").join(part);
            for entry in fs::read_dir(from).expect("the folder is there") {
                let path = entry.expect("the folder can be read").path();
                fs::copy(&path, to.join(path.file_name().expect("files have names"))).expect("copied");
            }
        }
        let harbour = Self { home };
        harbour.git(&["init", "--quiet"]);
        harbour
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.home.path()).args(arguments);
        workspace::run(&mut command).unwrap_or_else(|error| panic!("{error}"));
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file is there")
    }

    fn edit(&self, name: &str, old: &str, new: &str) -> &Self {
        let text = self.text(name);
        assert!(text.contains(old), "{name}: {old}");
        fs::write(self.path(name), text.replacen(old, new, 1)).expect("the file can be written");
        self
    }

    fn command(&self, arguments: &[&str]) -> Ran {
        let spec = self.path("spec").display().to_string();
        let arguments = [&["juspay-codegen"], arguments, &["--spec", &spec]].concat();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut streams = Streams { out: &mut out, err: &mut err, width: Some(100), color: false };
        let code = run(arguments, &mut streams);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Ran { code, out: text(out), err: text(err) }
    }

    fn drift(&self, flags: &[&str]) -> Ran {
        let (pages, rules) = (self.path("docs").display().to_string(), self.path("rules").display().to_string());
        let today = if flags.contains(&"--today") { &[][..] } else { &["--today", "2026-01-01"][..] };
        self.command(&[&["drift", &pages, "--rules", &rules], today, flags].concat())
    }

    /// The findings as `class page:line item`.
    fn found(&self) -> Vec<String> {
        let ran = self.drift(&["--format", "json"]);
        let json: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err));
        let line = |finding: &Value| {
            let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
            format!("{} {}:{} {}", text("class"), text("page"), finding["line"], text("item"))
        };
        json.as_array().expect("a list").iter().map(line).collect()
    }

    /// Proposes, applies, and gives the remarks. The spec has to be sound afterwards, and the client to be generated.
    fn follow(&self) -> String {
        let ran = self.drift(&["--propose"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        fs::write(self.path("follow.patch"), &ran.out).expect("written");
        if !ran.out.is_empty() {
            self.git(&["apply", "--whitespace=error-all", "follow.patch"]);
        }
        let lint = self.command(&["lint", "--deny", "warnings"]);
        assert_eq!(lint.code, 0, "{}{}", lint.out, lint.err);
        let client = self.path("client").display().to_string();
        let generated = self.command(&["generate", "--out", &client]);
        assert_eq!(generated.code, 0, "{}", generated.err);
        ran.err
    }
}

const STORM: &str = "| STORM | 3 |";
const FLOODED: &str = "| FLOODED | 4 | The quay is under water. |\n| STORM | 3 |";
