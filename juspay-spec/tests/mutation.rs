//! The mutation benchmark: what a reader of pages finds of seeded edits, and what it makes of noise.
//!
//! Runs on the pages of the folder that `JUSPAY_DOCS` names, if it is set. `JUSPAY_SEEDS` says how many edits of each
//! kind are made of each page, `JUSPAY_FIRST_SEED` where counting begins.
//!
//! ```sh
//! JUSPAY_DOCS=docs-of-today JUSPAY_SEEDS=200 cargo test --release -p juspay-spec --test mutation -- --nocapture
//! ```
#![allow(
    clippy::assigning_clones,
    clippy::needless_range_loop,
    clippy::range_plus_one,
    clippy::unnecessary_wraps,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    missing_docs,
    unreachable_pub
)]

mod mutants;

use std::collections::BTreeMap;
use std::path::Path;

use juspay_spec::drift::{Class, Report, compare};
use juspay_spec::pages::{Format, Rules, embedded_rules, read_page};
use juspay_spec::{Loaded, embedded};
use mutants::{MEANINGFUL, Mutant, NOISE, Rng};

struct Bench {
    loaded: Loaded,
    rules: Rules,
    today: &'static str,
}

impl Bench {
    fn report(&self, name: &str, text: &str, format: Format) -> Report {
        let page = read_page(name, text, format, &self.rules);
        let api = self.loaded.api.as_ref().expect("the spec loads");
        compare(api, &self.rules, &[page], self.today)
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Why a mutant was not dealt with, if it was not.
fn verdict(mutant: &Mutant, report: &Report) -> Result<(), String> {
    let told: Vec<_> = report.open().collect();
    let say = || {
        let list = told
            .iter()
            .map(|f| format!("\n      {} {}:{} [{}] {}", f.class.as_str(), f.page, f.line, f.item, f.message));
        format!("{} at {}: {}{}", mutant.kind, mutant.line, mutant.what, list.collect::<String>())
    };
    if mutant.classes.is_empty() {
        let loud = told.iter().any(|finding| finding.class != Class::Editorial);
        return if loud { Err(say()) } else { Ok(()) };
    }
    let near = |line: u32| line.abs_diff(mutant.line) <= 2;
    let found = told.iter().any(|finding| mutant.classes.contains(&finding.class.as_str()) && near(finding.line));
    if found { Ok(()) } else { Err(say()) }
}

fn run(bench: &Bench, pages: &[(String, String, Format)]) -> Vec<String> {
    let (seeds, first) = (number("JUSPAY_SEEDS", 3), number("JUSPAY_FIRST_SEED", 1));
    let mut scores: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
    let mut failures = Vec::new();
    for (name, text, format) in pages {
        let lines: Vec<String> = text.trim_end_matches('\n').split('\n').map(str::to_owned).collect();
        for (index, edit) in MEANINGFUL.iter().chain(NOISE).enumerate() {
            for seed in first..first + seeds {
                let mut rng = Rng::new(seed.wrapping_mul(1_000_003) + index as u64 * 7919);
                let Some(mutant) = edit(&mut rng, &lines) else { continue };
                let score = scores.entry(mutant.kind).or_default();
                score.1 += 1;
                match verdict(&mutant, &bench.report(name, &mutant.text, *format)) {
                    Ok(()) => score.0 += 1,
                    Err(why) => failures.push(format!("{name} seed {seed}: {why}")),
                }
            }
        }
    }
    for (kind, (good, all)) in &scores {
        println!("{kind:<20} {good:>5} of {all:>5}");
    }
    failures
}

fn load(folder: &Path) -> Vec<(String, String, Format)> {
    let mut pages: Vec<(String, String, Format)> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("the page is text");
            let extension = path.extension().and_then(|ext| ext.to_str()).unwrap_or_default().to_owned();
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
            let format = Format::guess(&extension, &text);
            (stem, text, format)
        })
        .collect();
    pages.sort_by(|a, b| a.0.cmp(&b.0));
    pages
}

#[test]
fn edits_of_the_saved_pages_are_found_and_noise_is_not() {
    let Some(folder) = std::env::var_os("JUSPAY_DOCS") else { return };
    let bench = Bench { loaded: embedded(), rules: embedded_rules().rules, today: "2026-01-01" };
    let pages = load(folder.as_ref());
    for (name, text, format) in &pages {
        let report = bench.report(name, text, *format);
        let open: Vec<_> =
            report.open().map(|finding| format!("{}:{} {}", finding.page, finding.line, finding.message)).collect();
        assert!(open.is_empty(), "{name}: {open:?}");
        let (accounted, all) = report.coverage[0].counts();
        assert_eq!(accounted, all, "{name}");
    }
    let failures = run(&bench, &pages);
    assert!(failures.is_empty(), "{} mutants:\n{}", failures.len(), failures.join("\n"));
}

const HARBOUR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");

fn harbour() -> (Bench, Vec<(String, String, Format)>) {
    let folder = Path::new(HARBOUR);
    let rules = juspay_spec::pages::load_rules_dir(&folder.join("rules"));
    assert!(rules.findings.is_empty(), "{:?}", rules.findings);
    let loaded = juspay_spec::load_dir(&folder.join("spec"));
    let errors: Vec<_> = loaded.findings.iter().filter(|finding| finding.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(juspay_spec::drift::check_rules(loaded.api.as_ref().unwrap(), &rules), []);
    let bench = Bench { loaded, rules: rules.rules, today: "2026-01-01" };
    (bench, load(&folder.join("docs")))
}

#[test]
fn pages_of_another_api_are_read_with_rules_alone() {
    let (bench, pages) = harbour();
    for (name, text, format) in &pages {
        let report = bench.report(name, text, *format);
        if std::env::var_os("DRIFT_LOCK").is_some() {
            let page = read_page(name, text, *format, &bench.rules);
            let api = bench.loaded.api.as_ref().unwrap();
            let lock = juspay_spec::drift::lock_page(api, &bench.rules, &page);
            std::fs::write(format!("{HARBOUR}/rules/{name}.lock.yaml"), lock.yaml).unwrap();
            continue;
        }
        let open: Vec<_> = report
            .open()
            .map(|f| format!("{} {}:{} [{}] {}", f.class.as_str(), f.page, f.line, f.item, f.message))
            .collect();
        assert!(open.is_empty(), "{name}: {open:#?} {:?}", report.coverage);
        let (accounted, all) = report.coverage[0].counts();
        assert_eq!(accounted, all, "{name}");
    }
}

#[test]
fn edits_of_pages_of_another_api_are_found_and_noise_is_not() {
    let (bench, pages) = harbour();
    let texts: Vec<_> = pages.into_iter().filter(|(_, _, format)| *format != Format::Html).collect();
    let failures = run(&bench, &texts);
    assert!(failures.is_empty(), "{} mutants:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn edits_of_html_are_found_in_nested_tables_too() {
    let (bench, pages) = harbour();
    let (name, html, format) = pages.into_iter().find(|(_, _, format)| *format == Format::Html).unwrap();
    let told = |old: &str, new: &str| {
        assert!(html.contains(old), "{old}");
        let report = bench.report(&name, &html.replacen(old, new, 1), format);
        report.open().map(|f| format!("{} {} {}", f.class.as_str(), f.line, f.item)).collect::<Vec<_>>()
    };
    let phone = "<tr><td>phone</td><td>Text</td><td>Telephone on board.</td></tr>";
    assert_eq!(told(phone, ""), ["gone-claim 14 Owner.phone"]);
    assert_eq!(told(phone, &format!("{phone}<tr><td>radio<td>Text<td>Channel.")), ["new-claim 14 Owner.radio"]);
    assert_eq!(told("<td>phone</td><td>Text</td>", "<td>phone</td><td>Number</td>"), ["changed-claim 14 Owner.phone"]);
    assert_eq!(told("<td>Flag</td>", "<td>List</td>"), ["changed-claim 18 Berth.power"]);
    assert_eq!(told("Telephone on board.", "Telefone on board."), ["editorial 14 Owner.phone"]);
    assert_eq!(told("<h1>The answer</h1>", "<h1>Something else</h1>"), ["extractor 2 The answer"]);
    assert_eq!(told("<div>", "<p>New terms hold from Monday on.<div>"), ["unaccounted-line 21 line"]);
    for noise in [
        ("<td>", "<td >  "),
        ("</td></tr>\n<tr><td>tags", "<tr><td>tags"),
        ("&amp;", "&#38;"),
        ("\n", "\r\n"),
        ("<body>", "<body><div><div>"),
        ("<title>A berth</title>", "<title>Harbour | A berth</title>"),
    ] {
        let report = bench.report(&name, &html.replace(noise.0, noise.1), format);
        let loud: Vec<_> = report.open().filter(|finding| finding.class != Class::Editorial).collect();
        assert!(loud.is_empty(), "{noise:?}: {loud:#?}");
    }
    assert!(bench.report(&name, "", format).failures().next().is_some());
}

#[test]
fn a_waiver_that_is_over_or_matches_nothing_is_told() {
    let (mut bench, pages) = harbour();
    let (name, html, format) = pages.into_iter().find(|(name, ..)| name == "berth").unwrap();
    let classes = |bench: &Bench, text: &str| {
        let report = bench.report(&name, text, format);
        report.failures().map(|finding| finding.class.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(classes(&bench, &html), Vec::<&str>::new());
    assert_eq!(classes(&bench, &html.replace("berths/<", "berths/{berth_id}<")), ["stale-waiver"]);
    bench.today = "2030-01-01";
    assert_eq!(classes(&bench, &html), ["contradiction", "stale-waiver"]);
}
