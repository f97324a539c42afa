//! What is proposed, applied and left.

use std::fs;

use super::{FLOODED, Harbour, STORM};

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
