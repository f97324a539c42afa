//! Input that nobody means: every kind of it gives a clear error or a defined result, in bounded time and memory.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use juspay_spec::diagnostic::{Style, one_line, render};
use juspay_spec::model::Api;
use juspay_spec::{Loaded, load_dir, load_files};

const API: &str = "api: {name: Parcel, doc: Ships parcels.}\n";

fn load(text: &str) -> Loaded {
    load_files(vec![(PathBuf::from("spec.yaml"), text.to_owned())])
}

fn with_api(text: &str) -> Loaded {
    load(&format!("{API}{text}"))
}

/// The codes found, each once; whatever was found can be drawn.
fn codes(loaded: &Loaded) -> Vec<&'static str> {
    let mut codes: Vec<&str> = loaded.findings.iter().map(|finding| finding.code.name()).collect();
    codes.dedup();
    let some = loaded.findings.get(..loaded.findings.len().min(50)).unwrap();
    let text = render(&loaded.sources, some, Style::Plain) + &render(&loaded.sources, some, Style::Terminal);
    assert!(text.len() < 50 * 20_000, "drawing stays short");
    for finding in some {
        let line = one_line(&loaded.sources, finding);
        assert!(line.len() < 3000 && !line.contains(char::is_control), "{line}");
    }
    codes
}

#[track_caller]
fn refused(text: &str, code: &str) {
    let loaded = load(text);
    assert_eq!(codes(&loaded), [code]);
}

#[track_caller]
fn read(text: &str) -> Api {
    let loaded = with_api(text);
    assert!(!loaded.has_errors(), "{:?}", codes(&loaded));
    loaded.api.unwrap()
}

/// The doc of the type `A`, whose YAML this is.
#[track_caller]
fn doc(yaml: &str) -> String {
    read(&format!("types:\n  A:\n    doc: {yaml}\n")).types[0].meta.doc.clone()
}

#[test]
fn scalars_stay_the_text_they_are() {
    for text in [
        "NO",
        "yes",
        "on",
        "010",
        "0x10",
        "0o17",
        "1_000",
        "1e3",
        "+1",
        "-0.0",
        ".5",
        ".nan",
        ".inf",
        "null",
        "Null",
        "~",
        "true",
        "2018-10-25",
        "2018-10-25T10:00:00Z",
        "12:30:45",
        "=",
        "1.10",
        "\u{e4}\u{1f980}",
    ] {
        assert_eq!(doc(text), text);
        assert_eq!(doc(&format!("\"{text}\"")), text);
        assert_eq!(doc(&format!("'{text}'")), text);
    }
    let api = read("enums:\n  A: {values: {NO: No., 010: Ten., 1_000: Thousand., null: Nothing., 2018-10-25: Day.}}\n");
    let values = &api.types[0].as_enum().unwrap().values;
    let wires: Vec<&str> = values.iter().map(|value| value.wire.as_str()).collect();
    assert_eq!(wires.get(..4), Some(["NO", "010", "1_000", "null"].as_slice()));
}

#[test]
fn nothing_is_not_the_text_tilde() {
    for yaml in ["types:\n  A:\n    doc:\n", "types:\n  A: {doc: }\n", "types:\n  A: {at: [x, ]}\npages: {x: X}\n"] {
        let loaded = with_api(yaml);
        if yaml.contains("at:") {
            assert!(!loaded.has_errors());
        } else {
            assert_eq!(codes(&loaded), ["wrong-shape"], "{yaml}");
        }
    }
    assert!(read("types:\n  A:\n  B:\nenums:\nwebhooks_none:\n".trim_end_matches("webhooks_none:\n")).types.len() == 2);
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let text = "types:\n  A:\n    doc: >-\n      One line\n      and another.\n    fields:\n      x: {type: string?, doc: \"X,\n        too.\"}\n";
    let plain = format!("{API}{text}");
    let crlf = plain.replace('\n', "\r\n");
    let cr = plain.replace('\n', "\r");
    let model = |text: &str| {
        let loaded = load(text);
        let codes: Vec<String> = loaded.findings.iter().map(|finding| finding.message.clone()).collect();
        let api = loaded.api.unwrap();
        (codes, api.types[0].meta.doc.clone(), api.types[0].object().unwrap().fields[0].meta.doc.clone())
    };
    let expected = model(&plain);
    assert_eq!(expected.1, "One line and another.");
    for same in [crlf.clone(), cr, format!("\u{feff}{plain}"), format!("\u{feff}{crlf}")] {
        assert_eq!(model(&same), expected);
    }
    let wrong = format!("\u{feff}{crlf}  B: {{docs: x}}\r\n").replace("fields:", "field:");
    let loaded = load(&wrong);
    let text = render(&loaded.sources, &loaded.findings, Style::Plain);
    assert!(text.contains("spec.yaml:7:5") && !text.contains('\r') && !text.contains('\u{feff}'), "{text}");
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    assert_eq!(codes(&with_api("types:\n  \"A\\e[31m\\n\\0\": {}\nenum: x\n")), ["unknown-section"]);
    let loaded = with_api("types:\n  A:\n    \"\\e[31mred\\a\": x\n");
    assert_eq!(codes(&loaded), ["unknown-key"]);
    for raw in ["a\0b", "a\u{1}b", "a\u{7f}b", "\0", "a: \"\0\"\n"] {
        let loaded = load(raw);
        assert!(loaded.has_errors());
        codes(&loaded);
    }
}

#[test]
fn tabs_and_other_slips_of_yaml() {
    refused("api:\n\tname: x\n", "yaml-syntax");
    refused("api: {name: Parcel\n", "yaml-syntax");
    refused("api: \"never closed\n", "yaml-syntax");
    refused("api: a: b\n", "yaml-syntax");
    refused("api:\n  name: x\n wrong: indent\n", "yaml-syntax");
    refused("%YAML 1.2\n---\napi: x\n---\n", "several-documents");
    refused("api: {name: x}\n---\napi: {name: y}\n", "several-documents");
    refused("api: {name: x}\n...\n---\napi: {name: y}\n", "several-documents");
    refused("api: @x\n", "yaml-syntax");
    refused("- api\n", "wrong-shape");
    refused("just text\n", "wrong-shape");
}

#[test]
fn nothing_at_all() {
    for text in ["", "\n", "# A comment.\n", "---\n", "--- \n...\n", "\u{feff}", "   \n\n"] {
        let loaded = load(text);
        assert_eq!(codes(&loaded), ["no-api", "empty-file"], "{text:?}");
        assert!(loaded.api.is_none());
    }
    assert_eq!(codes(&load_files(Vec::new())), ["no-api"]);
}

#[test]
fn a_billion_laughs_end_at_the_first_anchor() {
    let mut text = "a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n".to_owned();
    for (name, before) in ('b'..='j').zip('a'..) {
        let _ = writeln!(text, "{name}: &{name} [*{before}, *{before}, *{before}, *{before}, *{before}, *{before}]");
    }
    let loaded = load(&text);
    assert_eq!(codes(&loaded), ["anchor"]);
    assert_eq!(loaded.sources.locate(loaded.findings[0].primary.as_ref().unwrap().span).line, 1);
}

#[test]
fn nesting_of_ten_thousand_levels_is_refused() {
    for text in [
        format!("api: {}", "[".repeat(10_000)),
        format!("api: {}{}", "[".repeat(10_000), "]".repeat(10_000)),
        format!("api: {}x{}", "{a: ".repeat(10_000), "}".repeat(10_000)),
        (0..10_000).fold(String::new(), |mut text, depth| {
            let _ = writeln!(text, "{}a:", " ".repeat(depth));
            text
        }),
        format!("{}x\n", "- ".repeat(10_000)),
        format!("{}x\n", "? ".repeat(10_000)),
        format!("api: {}", "[{a: ".repeat(10_000)),
    ] {
        refused(&text, "too-deep");
    }
    let fine = format!("api: {{name: {}x{}}}\n", "[".repeat(40), "]".repeat(40));
    refused(&fine, "wrong-shape");
}

#[test]
fn long_lines_texts_and_keys() {
    let long = "x".repeat(1 << 20);
    assert_eq!(doc(&long).len(), 1 << 20);
    assert_eq!(codes(&with_api(&format!("types:\n  ? {long}\n  : {{doc: x}}\n"))), ["bad-name"]);
    assert_eq!(codes(&with_api(&format!("types:\n  A:\n    ? {long}\n    : x\n"))), ["unknown-key"]);
    assert_eq!(codes(&with_api(&format!("types:\n  A: {{fields: {{f: {long}}}}}\n"))), ["unknown-type"]);
    assert_eq!(
        codes(&with_api(&format!("types:\n  A: {{fields: {{f: {}}}}}\n", "list<".repeat(200_000)))),
        ["bad-type"]
    );
    let deep = format!("{}string{}", "list<".repeat(20), ">".repeat(20));
    assert_eq!(codes(&with_api(&format!("types:\n  A: {{fields: {{f: {deep}}}}}\n"))), ["bad-type"]);
    let path = "a.".repeat(100_000);
    assert_eq!(
        codes(&with_api(&format!("types:\n  A: {{fields: {{a: string, f: {{type: string?, when: {path}a}}}}}}\n"))),
        ["bad-condition"]
    );
    let keys = (0..20_000).fold(String::new(), |mut text, at| {
        let _ = write!(text, "k\u{e4}{at}: x, ");
        text
    });
    let loaded = with_api(&format!("types: {{A: {{{keys}}}}}\n"));
    assert_eq!(loaded.findings.len(), 20_000);
    assert_eq!(codes(&loaded), ["unknown-key"]);
}

#[test]
fn a_hundred_thousand_lines_and_keys() {
    let mut text = "types:\n".to_owned();
    for at in 0..10_000 {
        let _ = writeln!(text, "  Type{at}:\n    doc: A type.\n    fields:");
        for field in 0..7 {
            let _ = writeln!(text, "      field_{field}: {{type: Type{}?, doc: Next.}}", (at + field) % 10_000);
        }
    }
    assert!(text.lines().count() > 100_000);
    let api = read(&text);
    assert_eq!(api.types.len(), 10_000);
    assert!(api.types.iter().all(|def| def.object().unwrap().fields.len() == 7));
    let mut text = "types:\n  A:\n    fields:\n".to_owned();
    for at in 0..100_000 {
        let _ = writeln!(text, "      field_{at}: string?");
    }
    assert_eq!(read(&text).types[0].object().unwrap().fields.len(), 100_000);
}

#[test]
fn long_conditions_and_chains() {
    let mut fields = String::new();
    for at in 0..10_000 {
        let _ = writeln!(fields, "      f{at}: string?");
    }
    let parts: Vec<String> = (0..10_000).map(|at| format!("f{at} == X")).collect();
    let text =
        format!("types:\n  A:\n    fields:\n{fields}      x: {{type: string?, when: {}}}\n", parts.join(" and "));
    let api = read(&text);
    let last = api.types[0].object().unwrap().fields.last().unwrap().clone();
    assert_eq!(last.when.unwrap().tests.len(), 10_000);

    let chain = |last: &str, field: &str| {
        let mut text = "types:\n".to_owned();
        for at in 0..5_000 {
            let _ = writeln!(text, "  T{at}: {{fields: {{next: {}}}}}", field.replace("NEXT", &format!("T{}", at + 1)));
        }
        text + last
    };
    assert_eq!(read(&chain("  T5000: {fields: {x: int}}\n", "NEXT")).types.len(), 5_001);
    let circle = chain("  T5000: {fields: {next: T0}}\n", "NEXT");
    assert_eq!(with_api(&circle).findings.len(), 1);
    assert_eq!(codes(&with_api(&circle)), ["infinite-type"]);
    let flat = chain("  T5000: {fields: {x: int}}\n", "{type: NEXT, prefix: n_}");
    assert_eq!(codes(&with_api(&flat)), ["too-deep"]);
}

#[test]
fn what_multiplies_is_limited() {
    assert_eq!(codes(&with_api("types: {A: {fields: {a1..a999999999: int}}}\n")), ["bad-range"]);
    assert_eq!(codes(&with_api("types: {A: {fields: {a1..a99999999999999999999: int}}}\n")), ["bad-range"]);
    let mut families = "types:\n".to_owned();
    for at in 0..1000 {
        let _ = writeln!(families, "  T{at}: {{fields: {{a1..a1000: int}}}}");
    }
    assert_eq!(codes(&with_api(&families)), ["too-many-fields"]);
    let mut groups = "groups:\n  G:\n    fields:\n      a1..a1000: int\n      b1..b1000: int\ntypes:\n".to_owned();
    for at in 0..1000 {
        let _ = writeln!(groups, "  T{at}: {{include: [G]}}");
    }
    let loaded = with_api(&groups);
    assert_eq!(codes(&loaded), ["too-many-fields"]);
    assert_eq!(loaded.findings.len(), 1);
    let mut flat = "types:\n".to_owned();
    for level in 1..8 {
        let fields: Vec<String> =
            (0..10).map(|at| format!("f{at}: {{type: L{}, prefix: f{at}_}}", level + 1)).collect();
        let _ = writeln!(flat, "  L{level}: {{fields: {{{}}}}}", fields.join(", "));
    }
    assert_eq!(codes(&with_api(&format!("{flat}  L8: {{fields: {{x: int}}}}\n"))), ["too-many-fields"]);
}

#[test]
fn folders_that_are_none() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(codes(&load_dir(&folder.path().join("missing"))), ["unreadable"]);
    assert_eq!(codes(&load_dir(folder.path())), ["no-files"]);
    let file = folder.path().join("spec.yaml");
    fs::write(&file, API).unwrap();
    assert_eq!(codes(&load_dir(&file)), ["unreadable"]);
    assert!(load_dir(folder.path()).api.is_some());
    // Hidden files, other files and folders are not part of the spec.
    fs::write(folder.path().join(".hidden.yaml"), "\0").unwrap();
    fs::write(folder.path().join("notes.txt"), "\0").unwrap();
    fs::create_dir(folder.path().join("more")).unwrap();
    fs::write(folder.path().join("more/x.yaml"), "\0").unwrap();
    assert!(load_dir(folder.path()).findings.is_empty());
    fs::create_dir(folder.path().join("folder.yaml")).unwrap();
    let loaded = load_dir(folder.path());
    assert_eq!(codes(&loaded), ["unreadable"]);
    assert!(loaded.findings[0].message.contains("folder.yaml"));
}

#[test]
fn files_that_are_too_large_or_no_text() {
    let folder = tempfile::tempdir().unwrap();
    let sparse = |name: &str, size: u64| fs::File::create(folder.path().join(name)).unwrap().set_len(size).unwrap();
    sparse("large.yaml", 64 << 30);
    fs::write(folder.path().join("spec.yaml"), API).unwrap();
    fs::write(folder.path().join("utf16.yaml"), b"\xff\xfea\0p\0i\0:\0").unwrap();
    let loaded = load_dir(folder.path());
    assert_eq!(codes(&loaded), ["too-large", "not-utf8"]);
    assert!(loaded.api.is_none());
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_in_a_circle() {
    use std::os::unix::fs::symlink;

    let check = |make: fn(&Path), code: &str| {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("spec.yaml"), API).unwrap();
        make(folder.path());
        let loaded = load_dir(folder.path());
        assert_eq!(codes(&loaded), [code]);
        assert!(loaded.findings[0].message.contains("link.yaml"));
    };
    check(|folder| symlink(folder.join("link.yaml"), folder.join("link.yaml")).unwrap(), "unreadable");
    check(|folder| symlink("nowhere.yaml", folder.join("link.yaml")).unwrap(), "unreadable");
    check(|folder| symlink("/dev/zero", folder.join("link.yaml")).unwrap(), "unreadable");
    check(|folder| symlink("..", folder.join("link.yaml")).unwrap(), "unreadable");
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("loop");
    symlink(&own, &own).unwrap();
    assert_eq!(codes(&load_dir(&own)), ["unreadable"]);
    fs::write(folder.path().join("real.txt"), API).unwrap();
    symlink("real.txt", folder.path().join("spec.yaml")).unwrap();
    assert!(load_dir(folder.path()).findings.is_empty(), "a link to a file is a file");
}

#[test]
fn many_findings_far_apart_are_drawn_in_bounded_time() {
    let mut text = format!("{API}types:\n  A:\n    fields:\n");
    for at in 0..20_000 {
        let _ = writeln!(text, "      field_{at}: string?");
    }
    for at in 0..2_000 {
        let _ = writeln!(text, "      field_{at}: string?");
    }
    let loaded = load(&text);
    assert_eq!(loaded.findings.len(), 2_000);
    let drawn = render(&loaded.sources, &loaded.findings, Style::Plain);
    assert!(drawn.contains("::: spec.yaml:5:7"), "the first place has a place of its own");
    assert!(drawn.len() < 2_000 * 500);
}
