//! Small specs, the output that is expected of each, and what rustc says to all of them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::fs;

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
