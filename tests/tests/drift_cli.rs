//! `juspay-codegen drift` as its callers see it, over the pages of a small API: output, exit codes, proposals, questions,
//! coverage and waivers.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
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

#[test]
fn exit_codes_say_what_happened() {
    let harbour = Harbour::new();
    assert_eq!(harbour.drift(&[]).code, 0);
    harbour.edit("docs/bookings.md", "The name of the boat as painted", "The name of teh boat as painted");
    assert_eq!(harbour.drift(&[]).code, 0, "wording is no failure");
    harbour.edit("docs/bookings.md", STORM, FLOODED);
    for flags in [&[][..], &["--format", "json"], &["--format", "github"]] {
        assert_eq!(harbour.drift(flags).code, 1, "{flags:?}");
    }
    assert_eq!(harbour.drift(&["--propose"]).code, 0);
    let rules = harbour.path("rules").display().to_string();
    let nowhere = harbour.command(&["drift", "/nowhere", "--rules", &rules]);
    assert_eq!((nowhere.code, nowhere.err.contains("/nowhere")), (2, true), "{}", nowhere.err);
    assert_eq!(harbour.drift(&["--today", "soon"]).code, 2);
    assert_eq!(harbour.drift(&["--propose", "--questions"]).code, 2);
    fs::create_dir(harbour.path("empty")).expect("a folder");
    let empty = harbour.path("empty").display().to_string();
    let ran = harbour.command(&["drift", &empty, "--rules", &rules]);
    assert!(ran.code == 2 && ran.err.contains("holds no page") && ran.err.contains("pages end with"), "{}", ran.err);
    fs::copy(harbour.path("docs/bookings.md"), harbour.path("docs/bookings.txt")).expect("copied");
    let twice = harbour.drift(&[]);
    assert!(twice.code == 2 && twice.err.contains("are the same page"), "{}", twice.err);
}

#[test]
fn people_see_the_line_of_the_page_beside_that_of_the_spec() {
    let harbour = Harbour::new();
    harbour.edit("docs/bookings.md", STORM, FLOODED);
    let text = harbour.drift(&[]).out.replace(&harbour.home.path().display().to_string(), "HOME").replace('\\', "/");
    let expected = "\
berth: nothing new, 1 waived, 12 of 12 lines accounted for
bookings: 1 finding, 0 waived, 26 of 26 lines accounted for

  new-claim
    bookings:25            HOME/spec/harbour.yaml:67 BerthStatus.FLOODED
        the page has `FLOODED`, and the spec has not
        page | | FLOODED | 4 | The quay is under water. |
        yaml | BerthStatus:

harbour: nothing new, 0 waived, 14 of 14 lines accounted for
1 finding to deal with, 0 to know about.
Next: `drift --propose` writes a patch of the YAML for review, `drift --questions` what to ask.
";
    assert_eq!(text, expected);
    assert!(harbour.drift(&["--waived"]).out.contains("waived: The page lost what stands in braces."));
    // What is gone stands on no line of the page; a long line is cut around what is meant; nothing upsets a terminal.
    harbour.edit("docs/bookings.md", FLOODED, STORM);
    harbour.edit("docs/bookings.md", "| `length_m` | * | Number | Length over all in metres. |\n", "");
    let wide = format!("{}| Wave |", " ".repeat(300));
    harbour.edit("docs/bookings.md", "| Day |", &wide);
    harbour.edit("docs/harbour.txt", "Log\n", "A line \u{1b}[31mof its own\nLog\n");
    let text = harbour.drift(&[]).out;
    let gone = text.split("Booking.length_m").nth(1).and_then(|rest| rest.lines().nth(2)).unwrap_or_default();
    assert!(gone.starts_with("        yaml | length_m: {type: decimal"), "{text}");
    assert!(text.contains("| Wave | First night that the berth is wanted…") && text.contains("page | …"), "{text}");
    assert!(text.contains("A line  [31mof its own") && !text.contains('\u{1b}'), "{text}");
}

#[test]
fn a_version_brings_fields_by_block_and_asks_what_else_it_changes() {
    let harbour = Harbour::new();
    harbour.edit(
        "docs/harbour.txt",
        "2024-05-01 and older ones keep on working.\nLog\n",
        "2025-02-01 and older ones keep on working.\nLog\n2025-02-01\n\
         For this version, pump_out, bell and flag params are sent in the berth block\n\
         Harbour masters answer sooner\n",
    );
    let notes = harbour.follow();
    assert!(notes.contains("added, with pump_out, bell, flag of Berth and a question what else it changes"), "{notes}");
    let spec = harbour.text("spec/harbour.yaml");
    for name in ["pump_out", "bell", "flag"] {
        let field = format!("      {name}: {{type: string?, gate: berth-pump-out, at: harbour:11-13,");
        assert!(spec.contains(&field), "{field}\n{spec}");
    }
    assert!(spec.contains("ask: \"What else does the version of 2025-02-01 change?\""), "{spec}");
    assert_eq!(harbour.found().iter().filter(|found| !found.starts_with("open-question")).count(), 0);
}

#[test]
fn programs_get_the_contracted_list() {
    let harbour = Harbour::new();
    assert_eq!(harbour.drift(&["--format", "json"]).out.trim(), "[]");
    harbour.edit("docs/bookings.md", "| TAKEN | 2 |", "| TAKEN | 7 |");
    let json: Value = serde_json::from_str(&harbour.drift(&["--format", "json"]).out).expect("JSON");
    let finding = json[0].as_object().expect("an object");
    assert_eq!(json.as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&finding["class"], &finding["page"], &finding["line"], &finding["item"]),
        (&"changed-claim".into(), &"bookings".into(), &24.into(), &"BerthStatus.TAKEN".into())
    );
    assert_eq!(finding["message"], "the page has the id 7, the spec 2");
}

#[test]
fn annotations_stand_at_the_cell() {
    let harbour = Harbour::new();
    harbour.edit("docs/bookings.md", "| TAKEN | 2 |", "| TAKEN | 7 |");
    harbour.edit("docs/berth.html", "<td>phone</td><td>Text</td>", "<td>phone</td>\n<td>Number</td>");
    let out = harbour.drift(&["--format", "github"]).out;
    let lines: Vec<&str> = out.lines().collect();
    let id = "line=24,col=11,title=changed-claim%3A BerthStatus.TAKEN::the page has the id 7, the spec 2";
    assert!(lines.iter().any(|line| line.starts_with("::error file=") && line.ends_with(id)), "{out}");
    assert!(lines.iter().any(|line| line.contains("line=15,col=5,title=changed-claim%3A Owner.phone")), "{out}");
    harbour.edit("docs/bookings.md", "The name of the boat as painted", "The name of teh boat as painted");
    assert!(harbour.drift(&["--format", "github"]).out.contains("::notice file="));
}

#[test]
fn every_line_is_accounted_for() {
    let harbour = Harbour::new();
    let ran = harbour.drift(&["--coverage"]);
    assert!(ran.code == 0 && ran.out.ends_with("51 of 51 lines are accounted for.\n"), "{}", ran.out);
    assert!(ran.out.contains("   11  claim    Booking.boat"), "{}", ran.out);
    assert!(ran.out.contains("   21  ignored  The foot of every page."), "{}", ran.out);
    harbour.edit("docs/harbour.txt", "Log\n", "Terms change on Monday.\nLog\n");
    let ran = harbour.drift(&["--coverage"]);
    assert!(ran.code == 1 && ran.out.contains("   10  NOTHING"), "{}", ran.out);
    let json: Value = serde_json::from_str(&harbour.drift(&["--coverage", "--format", "json"]).out).expect("JSON");
    let open: Vec<&Value> = json.as_array().expect("a list").iter().filter(|line| line["account"].is_null()).collect();
    assert_eq!((open.len(), &open[0]["line"]), (1, &10.into()));
}

#[test]
fn questions_are_what_nobody_but_the_makers_can_answer() {
    let harbour = Harbour::new();
    assert_eq!(harbour.drift(&["--questions"]).out, "");
    harbour.edit(
        "docs/bookings.md",
        "| `pennant1` to `pennant3` | Text | Pennants that the crew wants to show. |\n",
        "",
    );
    harbour.edit("docs/bookings.md", STORM, FLOODED);
    let out = harbour.drift(&["--questions"]).out;
    assert!(out.contains("Booking.pennant1 is not on the page any more: was it removed"), "{out}");
    assert!(out.contains("BerthStatus.FLOODED is new on the page: from which version on"), "{out}");
}

#[test]
fn waivers_end_and_match_something() {
    let harbour = Harbour::new();
    let stale = |today: &str| {
        let ran = harbour.drift(&["--today", today]);
        (ran.code, ran.out.contains("this waiver was good until 2030-01-01"))
    };
    assert_eq!([stale("2029-12-31"), stale("2030-01-01")], [(0, false), (1, true)]);
    harbour.edit("docs/berth.html", "berths/<", "berths/{berth_id}<");
    assert_eq!(harbour.found(), ["stale-waiver berth:3 lost-parameter", "editorial berth:3 berth"]);
    let notes = harbour.follow();
    assert!(notes.contains("waiver lost-parameter: taken away"), "{notes}");
    assert!(!harbour.text("rules/rules.yaml").contains("lost-parameter"));
    assert_eq!(harbour.found(), Vec::<String>::new());
}

/// An edit of a page, what the patch adds to the spec, and what it takes away.
type Follow = (&'static str, &'static str, &'static str, &'static str, &'static str);

const FOLLOWED: &[Follow] = &[
    // A value with its number, behind the last one.
    ("docs/bookings.md", STORM, FLOODED, "      FLOODED: {id: 4, at: bookings:25, doc: New on the page", ""),
    ("docs/bookings.md", "| TAKEN | 2 |", "| TAKEN | 7 |", "TAKEN: {id: 7,", "TAKEN: {id: 2,"),
    ("docs/bookings.md", "CHARTER", "CHARTER, CLUB", "      CLUB: {at: bookings:15, doc: New on the page", ""),
    ("docs/bookings.md", ", CHARTER", "", "", "      CHARTER: {"),
    // Fields.
    (
        "docs/bookings.md",
        "| `crew` |",
        "| `dog` | Flag | Whether a dog comes along. |\n| `crew` |",
        "      dog: {type: bool?, at: bookings:15, doc: New on the page",
        "",
    ),
    (
        "docs/bookings.md",
        "| `arrival` | Day |",
        "| `arrival` | * | Day |",
        "arrival: {type: date,",
        "arrival: {type: date?,",
    ),
    (
        "docs/bookings.md",
        "| `arrival` | Day |",
        "| `arrival` | Text |",
        "arrival: {type: string?,",
        "arrival: {type: date?,",
    ),
    ("docs/bookings.md", "limit of 40 letters", "limit of 60 letters", "max-length: 60", "max-length: 40"),
    ("docs/berth.html", "<tr><td>tags</td><td>List</td><td>Free words.</td></tr>\n", "", "", "      tags: {"),
    // The log.
    (
        "docs/harbour.txt",
        "2024-05-01 and older ones keep on working.\nLog\n",
        "2025-02-01 and older ones keep on working.\nLog\n2025-02-01\npump_out is sent in the berth block\n",
        "    {version: 2025-02-01, kind: added, at: harbour:11-12,",
        "",
    ),
    ("docs/harbour.txt", "\n2023-02-01\n", "\n2023-02-02\n", "{version: 2023-02-02,", "{version: 2023-02-01,"),
    // Environments, headers, calls.
    (
        "docs/harbour.txt",
        "Live | https",
        "Dry dock | https://dock.harbour.example |\nLive | https",
        "    dry-dock: {url: https://dock.harbour.example, at: harbour:5,",
        "",
    ),
    (
        "docs/harbour.txt",
        "Test | https://test.",
        "Test | https://try.",
        "url: https://try.harbour",
        "url: https://test.harbour",
    ),
    ("docs/harbour.txt", "Test | https://test.harbour.example |\n", "", "", "    test: {"),
    (
        "docs/harbour.txt",
        "-H 'x-quay: north'",
        "-H 'x-quay: north'\n-H 'x-pilot: no'",
        "    x-pilot: {type: string?,",
        "",
    ),
    (
        "docs/bookings.md",
        "POST https://harbour.example/bookings",
        "PUT https://harbour.example/bookings",
        "call: PUT /bookings",
        "call: POST /bookings",
    ),
    (
        "docs/bookings.md",
        "Books a",
        "DELETE https://harbour.example/bookings/{boat}\n\nBooks a",
        "  delete_bookings_boat: {call: \"DELETE /bookings/{boat}\",",
        "",
    ),
    // The matrix.
    (
        "docs/bookings.md",
        "| arrival | Optional | No |",
        "| arrival | Optional | Yes |",
        "arrival: optional yes yes",
        "arrival: optional no yes",
    ),
    ("docs/bookings.md", "| crew | No | No | Optional |\n", "", "", "      crew: no no optional"),
    (
        "docs/bookings.md",
        "| crew | No | No | Optional |",
        "| crew | No | No | Optional |\n| pennant2 | No | No | Optional |",
        "      pennant2: no no optional",
        "",
    ),
];

#[test]
fn each_kind_of_finding_is_followed() {
    for (file, old, new, added, removed) in FOLLOWED {
        let harbour = Harbour::new();
        let before = harbour.text("spec/harbour.yaml");
        harbour.edit(file, old, new);
        assert_eq!(harbour.drift(&[]).code, 1, "{new:?} is found");
        let notes = harbour.follow();
        let after = harbour.text("spec/harbour.yaml");
        assert!(added.is_empty() || (after.contains(added) && !before.contains(added)), "{added}\n{notes}\n{after}");
        assert!(removed.is_empty() || (!after.contains(removed) && before.contains(removed)), "{removed}\n{after}");
        assert!(!notes.contains("For a person to decide"), "{new:?}: {notes}");
        let ran = harbour.drift(&[]);
        assert_eq!(ran.code, 0, "{new:?} is dealt with: {}", ran.out);
    }
}

#[test]
fn what_is_followed_in_one_place_and_contradicted_in_another_is_left_to_a_person() {
    let harbour = Harbour::new();
    harbour.edit("docs/bookings.md", "| * | Number |", "| Number |");
    let notes = harbour.follow();
    assert!(harbour.text("spec/harbour.yaml").contains("length_m: {type: decimal?,"), "{notes}");
    assert!(notes.contains("bookings:32 Booking.length_m: every column needs it"), "{notes}");
    assert_eq!(harbour.found(), ["contradiction bookings:32 Booking.length_m"]);
}

#[test]
fn a_pattern_of_the_matrix_is_written_out_where_its_rows_disagree() {
    let harbour = Harbour::new();
    harbour.edit(
        "spec/harbour.yaml",
        "      crew: no no optional\n",
        "      crew: no no optional\n      pennant*: no no yes\n",
    );
    let row = |number: u8| format!("| pennant{number} | No | No | Yes |\n");
    let rows = format!("| crew | No | No | Optional |\n{}{}{}", row(1), row(2), row(3));
    harbour.edit("docs/bookings.md", "| crew | No | No | Optional |\n", &rows);
    assert_eq!(harbour.drift(&["--lock"]).code, 0);
    assert_eq!(harbour.found(), Vec::<String>::new());
    harbour.edit("docs/bookings.md", "| pennant2 | No | No |", "| pennant2 | No | Yes |");
    harbour.follow();
    let spec = harbour.text("spec/harbour.yaml");
    let rows = "      pennant1: no no yes\n      pennant2: no yes yes\n      pennant3: no no yes\n";
    assert!(spec.contains(rows) && !spec.contains("pennant*"), "{spec}");
    assert_eq!(harbour.found(), Vec::<String>::new());
}

#[test]
fn columns_come_and_go() {
    let harbour = Harbour::new();
    let matrix = "| Name | North | South | West |\n| --- | --- | --- | --- |\n";
    assert!(harbour.text("docs/bookings.md").contains(matrix));
    let text =
        harbour.text("docs/bookings.md").replace(matrix, "| Name | North | West | East |\n| --- | --- | --- | --- |\n");
    let text = text
        .replace("| boat | Yes | Yes | Yes |", "| boat | Yes | Yes | No |")
        .replace("| length_m | Yes | Yes | Yes |", "| length_m | Yes | Yes | No |")
        .replace("| arrival | Optional | No | Yes |", "| arrival | Optional | Yes | No |")
        .replace("| crew | No | No | Optional |", "| crew | No | Optional | No |");
    fs::write(harbour.path("docs/bookings.md"), text).expect("written");
    harbour.follow();
    let spec = harbour.text("spec/harbour.yaml");
    assert!(spec.contains("columns: [North, West, East]") && spec.contains("arrival: optional yes no"), "{spec}");
}

#[test]
fn comments_and_order_stay_and_places_move() {
    let harbour = Harbour::new();
    harbour.edit("spec/harbour.yaml", "      crew: {type: Crew?", "      # Who sails.\n      crew: {type: Crew?");
    harbour.edit("docs/bookings.md", "| `arrival` |", "| `dog` | Flag | Whether a dog comes along. |\n| `arrival` |");
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<String>>();
    let before = lines(&harbour.text("spec/harbour.yaml"));
    harbour.follow();
    let after = lines(&harbour.text("spec/harbour.yaml"));
    assert_eq!(after.len(), before.len() + 1);
    let place = |line: &str| line.replace(|c: char| c.is_ascii_digit(), "");
    let kept = after.iter().filter(|line| !line.contains("dog:"));
    assert!(kept.zip(&before).all(|(after, before)| place(after) == place(before)), "{after:#?}");
    assert!(after.iter().any(|line| line.contains("# Who sails.")));
    assert!(after.iter().any(|line| line.contains("crew: {type: Crew?, at: bookings:16")), "{after:#?}");
    assert!(after.iter().any(|line| line.contains("arrival: {type: date?, at: bookings:14")), "{after:#?}");
}

#[test]
fn what_no_edit_follows_is_said_and_stays_a_finding() {
    for (file, old, new, said) in [
        // Prose that is rewritten, a line that nothing knows, a heading, a field that a condition needs.
        (
            "docs/bookings.md",
            "Books a **berth** for a boat",
            "Comes back by post when nobody minds at all",
            "rewritten",
        ),
        ("docs/harbour.txt", "Log\n", "Terms change on Monday.\nLog\n", "nothing accounts for this line"),
        ("docs/bookings.md", "### By quay", "### Elsewhere", "the heading `By quay` was renamed"),
        ("docs/bookings.md", "| `crew` | Text |", "| `crew` | Wave |", "the page says Wave"),
    ] {
        let harbour = Harbour::new();
        harbour.edit(file, old, new);
        let before = harbour.found();
        let notes = harbour.follow();
        assert!(notes.contains("For a person to decide, not in the patch:") && notes.contains(said), "{new}: {notes}");
        assert!(!before.is_empty() && harbour.found() == before, "{new}: {:?}, was {before:?}", harbour.found());
        harbour.drift(&["--lock"]);
    }
}

#[test]
fn an_edit_that_the_spec_does_not_bear_is_left_to_a_person() {
    let harbour = Harbour::new();
    // The enum of the field would be used by nothing any more.
    harbour.edit("docs/bookings.md", "| `crew` | Text |", "| `crew` | Number |");
    harbour.edit("docs/bookings.md", STORM, FLOODED);
    let notes = harbour.follow();
    assert!(notes.contains("no edit of this line alone follows it"), "{notes}");
    assert!(notes.contains("BerthStatus.FLOODED: added"), "{notes}");
    assert!(harbour.text("spec/harbour.yaml").contains("crew: {type: Crew?"));
}

#[test]
fn a_lock_takes_the_pages_as_they_are_and_copies_no_text() {
    let harbour = Harbour::new();
    harbour.edit("docs/bookings.md", "Books a **berth** for a boat", "Comes by post when nobody minds at all");
    harbour.edit("docs/harbour.txt", "Log\n", "Terms change on Monday.\nLog\n");
    assert_eq!(harbour.found(), ["open-question bookings:5 book_berth", "unaccounted-line harbour:10 line"]);
    // Places in the spec would go on naming the lines as they were.
    let ran = harbour.drift(&["--lock"]);
    assert!(ran.code == 2 && ran.err.contains("lines of harbour have moved"), "{}{}", ran.out, ran.err);
    harbour.follow();
    let ran = harbour.drift(&["--lock"]);
    assert_eq!((ran.code, ran.out.starts_with("3 locks written to ")), (0, true), "{}", ran.err);
    let lock = harbour.text("rules/bookings.lock.yaml");
    assert!(!lock.contains("post") && !lock.contains("nobody") && lock.contains("\n      5: \""), "{lock}");
    // What was reviewed is no question any more; a line that nothing accounts for stays one.
    assert_eq!(harbour.found(), ["unaccounted-line harbour:10 line"]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { out: &mut out, err: &mut err, width: None, color: false };
    let page = harbour.path("docs").display().to_string();
    assert_eq!(run(["juspay-codegen", "drift", &page, "--lock"], &mut streams), 2, "built-in rules are not written");
    assert!(String::from_utf8_lossy(&err).contains("name a folder with `--rules`"));
}

#[test]
fn a_waiver_of_wording_that_the_page_mends_is_wording() {
    let harbour = Harbour::new();
    harbour.edit("docs/bookings.md", "| `length_m` |", "| `length_m---` |");
    let padded = "{class: editorial, at: \"bookings:12\", item: Booking.length_m, print: PRINT, reason: Padded.}";
    let waive = |print: &str| {
        harbour.edit(
            "rules/rules.yaml",
            "waivers:\n",
            &format!("waivers:\n  padded: {}\n", padded.replace("PRINT", print)),
        );
    };
    waive("\"0123456789\"");
    assert_eq!(harbour.drift(&[]).code, 0);
    assert!(harbour.drift(&["--waived"]).out.contains("waived: Padded."));
    harbour.edit("docs/bookings.md", "| `length_m---` |", "| `length_m` |");
    assert_eq!(harbour.found(), ["editorial bookings:12 padded"]);
    let notes = harbour.follow();
    assert!(notes.contains("waiver padded: taken away") && harbour.found().is_empty(), "{notes}");
    // One that never met anything is stale.
    harbour.edit(
        "rules/rules.yaml",
        "waivers:\n",
        "waivers:\n  never: {class: gone-claim, at: \"bookings:12\", item: x, reason: No.}\n",
    );
    assert_eq!(harbour.found(), ["stale-waiver bookings:12 never"]);
}

#[test]
fn a_word_that_the_text_had_is_no_new_value() {
    let harbour = Harbour::new();
    harbour.edit("docs/bookings.md", "FAMILY, CHARTER |", "FAMILY, CHARTER, CLUB - Boat with many, Friends - of it |");
    let new: Vec<String> = harbour.found().into_iter().filter(|found| found.starts_with("new-claim")).collect();
    assert_eq!(new, ["new-claim bookings:15 Crew.CLUB", "new-claim bookings:15 Crew.Friends"]);
}

#[test]
fn a_single_file_is_a_page_too() {
    let harbour = Harbour::new();
    harbour.edit("docs/bookings.md", STORM, FLOODED);
    let rules = harbour.path("rules").display().to_string();
    for (page, code) in [("docs/bookings.md", 1), ("docs/harbour.txt", 0), ("docs/berth.html", 0)] {
        let page = harbour.path(page).display().to_string();
        let ran = harbour.command(&["drift", &page, "--rules", &rules, "--today", "2026-01-01"]);
        assert_eq!(ran.code, code, "{page}: {}{}", ran.out, ran.err);
    }
    assert!(Path::new(&rules).is_dir());
}
