//! Twice the spec costs twice the work, not four times.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

use std::time::{Duration, Instant};

use juspay_codegen::Builder;
use juspay_codegen::options::Layout;
use juspay_spec::load_files;
use juspay_tests::synthetic;

/// The shortest of three runs: whatever else the machine does makes a run longer, never shorter.
fn shortest(mut work: impl FnMut()) -> Duration {
    let runs = (0..3).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    runs.min().unwrap_or_default()
}

fn cost(endpoints: usize) -> Duration {
    let files = synthetic::spec(endpoints);
    shortest(|| {
        let loaded = load_files(files.clone());
        let rendered = Builder::new().layout(Layout::Single).render_loaded(&loaded).expect("the spec holds");
        assert_eq!(rendered.summary.operations, endpoints);
    })
}

#[test]
fn work_grows_with_the_spec_and_no_faster() {
    let (small, large) = (cost(10), cost(80));
    // Eight times the work; sixty-four times would be its square.
    assert!(large < small * 24, "10 endpoints take {small:?}, 80 take {large:?}");
}
