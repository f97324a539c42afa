//! Small specs, the output that is expected of each, and what rustc says to all of them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::BTreeSet;
use std::fs;

use juspay_codegen::Builder;
use juspay_tests::golden::{self, Golden};

fn cases() -> Vec<Golden> {
    golden::all().unwrap_or_else(|error| panic!("{error}"))
}

/// Nobody reads a longer file, and what nobody reads protects nothing.
const LONGEST: usize = 250;

#[test]
fn output_is_as_expected() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    assert!(!(update && std::env::var_os("CI").is_some()), "UPDATE_EXPECTED is set in CI, where goldens are only read");
    let mut wrong = Vec::new();
    for case in cases() {
        let shown = case.shown().unwrap_or_else(|error| panic!("{}:\n{error}", case.name));
        for (path, output) in &shown {
            let expected = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
            if *output != expected && update {
                fs::write(path, output).expect("goldens can be written");
            } else if *output != expected {
                let diff = similar::TextDiff::from_lines(&expected, output);
                wrong.push(format!("{}\n{}", path.display(), diff.unified_diff().header("expected", "generated")));
            }
        }
        for left in case.expected().into_iter().filter(|left| shown.iter().all(|(path, _)| path != left)) {
            if update {
                fs::remove_file(&left).expect("goldens can be removed");
            } else {
                wrong.push(format!("{} is no longer generated", left.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\nIf this is right, run again with UPDATE_EXPECTED=1.", wrong.join("\n"));
}

#[test]
fn what_a_window_or_a_selection_leaves_out_leaves_no_trace() {
    for case in cases() {
        let output = case.output().unwrap_or_else(|error| panic!("{}:\n{error}", case.name));
        for (path, text) in output {
            for word in &case.absent {
                // The first line names the inputs by a hash, which may have any digits in it.
                let text = text.split_once('\n').map_or("", |(_, rest)| rest);
                assert!(!text.contains(word.as_str()), "{}: {} mentions {word}", case.name, path.display());
            }
        }
    }
}

#[test]
fn goldens_are_short_enough_to_be_read() {
    for path in cases().iter().flat_map(Golden::expected) {
        let lines = fs::read_to_string(&path).map(|text| text.lines().count()).unwrap_or_default();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
    }
}

/// Every date in a text, as `2021-03-25`.
fn dates(text: &str) -> BTreeSet<String> {
    let bytes = text.as_bytes();
    let is_date = |part: &&[u8]| {
        let digits = [0, 1, 2, 3, 5, 6, 8, 9].iter().all(|&at| part.get(at).is_some_and(u8::is_ascii_digit));
        digits && matches!((part.get(4), part.get(7)), (Some(b'-'), Some(b'-')) | (Some(b'_'), Some(b'_')))
    };
    let found = bytes.windows(10).filter(is_date).filter_map(|part| std::str::from_utf8(part).ok());
    found.map(|date| date.replace('_', "-")).collect()
}

#[test]
fn output_mentions_no_version_outside_of_its_window() {
    let api = juspay_spec::embedded().api.expect("the built-in spec holds");
    let all: Vec<String> = api.all_versions().skip(1).map(|version| version.to_string()).collect();
    let ranges = all.iter().enumerate().flat_map(|(at, first)| {
        let last = |steps: usize| all.get(at + steps).map(|last| (first.clone(), last.clone()));
        [last(0), last(3).filter(|_| at % 4 == 0)].into_iter().flatten()
    });
    for (first, last) in ranges {
        let rendered = Builder::new().versions(first.as_str()..=last.as_str()).render();
        for (path, text) in rendered.unwrap_or_else(|error| panic!("{error}")).files {
            // The first line names the inputs by a hash, which may have any digits in it.
            let text = text.split_once('\n').map_or("", |(_, rest)| rest);
            for date in dates(text) {
                let inside = first <= date && date <= last || !all.contains(&date);
                assert!(inside, "{} of {first}..={last} mentions {date}", path.display());
            }
        }
    }
}
