//! What is told, in which form, and the exit code.

use std::fs;
use std::path::Path;

use juspay_codegen::cli::{Streams, run};
use serde_json::Value;

use super::{FLOODED, Harbour, STORM};

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

#[test]
fn lines_of_a_new_version_are_told_with_it() {
    let harbour = Harbour::new();
    harbour.edit(
        "docs/harbour.txt",
        "2024-05-01 and older ones keep on working.\nLog\n",
        "2025-02-01 and older ones keep on working.\nLog\n2025-02-01\nFor this version, pump_out param is sent in the berth block\n",
    );
    assert_eq!(harbour.found(), ["editorial harbour:9 line", "new-claim harbour:11 2025-02-01"]);
}
