//! What each stage costs, for Juspay's spec and for synthetic ones of growing size: processor time and peak memory.
//!
//! `cargo bench -p juspay-tests --bench generate -- 10 100 1000 10000` takes the numbers of endpoints; without any it is
//! 10, 100 and 1000. Processor time and memory come from `/proc`, so elsewhere than on Linux only wall time is shown.
#![allow(clippy::print_stdout, clippy::expect_used, reason = "a report is printed, and ends where it fails")]

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use juspay_codegen::Builder;
use juspay_spec::{Loaded, load_files};
use juspay_tests::synthetic;

/// What something cost.
struct Cost {
    wall: Duration,
    /// In ticks of ten milliseconds, so only good for what takes long.
    processor: Option<Duration>,
    peak: Option<u64>,
}

fn processor_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program may have spaces; times stand 12 and 13 fields behind it.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks: u64 = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}

fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok().map(|kib: u64| kib / 1024)
}

fn measured<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    // Forgets the peak so far.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let (processor, start) = (processor_time(), Instant::now());
    let made = work();
    let wall = start.elapsed();
    let processor = processor_time().zip(processor).map(|(after, before)| after.saturating_sub(before));
    (made, Cost { wall, processor, peak: peak_memory() })
}

fn report(what: &str, stage: &str, cost: &Cost) {
    let processor = cost.processor.map_or_else(|| "?".to_owned(), |time| time.as_millis().to_string());
    let peak = cost.peak.map_or_else(|| "?".to_owned(), |peak| peak.to_string());
    println!(
        "{what:>16} {stage:>10} {:>9} ms wall {processor:>7} ms processor {peak:>6} MiB peak",
        cost.wall.as_millis()
    );
}

fn stages(what: &str, load: impl FnOnce() -> Loaded) {
    let builder = Builder::new();
    let (loaded, cost) = measured(load);
    report(what, "load", &cost);
    let (package, cost) = measured(|| builder.plan_loaded(&loaded).expect("the spec holds"));
    report(what, "plan", &cost);
    drop(package);
    let (rendered, cost) = measured(|| builder.render_loaded(&loaded).expect("the spec holds"));
    report(what, "all behind", &cost);
    println!("{:>16} {} lines of Rust", "", rendered.summary.lines);
}

/// The mean of many runs: one is shorter than a tick.
fn juspay() {
    const RUNS: u32 = 40;
    let ((), load) = measured(|| (0..RUNS).for_each(|_| drop(juspay_spec::embedded())));
    let ((), all) = measured(|| (0..RUNS).for_each(|_| drop(Builder::new().render().expect("the spec holds"))));
    for (stage, cost) in [("load", load), ("all", all)] {
        let processor = cost.processor.map(|time| time / RUNS);
        report("Juspay", stage, &Cost { wall: cost.wall / RUNS, processor, peak: cost.peak });
    }
}

/// Lints a spec of a hundred thousand lines.
fn lint() {
    // An endpoint takes 52 lines.
    let files = synthetic::spec(100_000 / 52);
    let lines = synthetic::lines(&files);
    let (loaded, cost) = measured(|| load_files(files));
    assert!(loaded.findings.is_empty(), "the spec holds");
    report(&format!("{lines} lines"), "lint", &cost);
}

fn main() {
    let asked = std::env::args().skip(1).filter_map(|text| text.parse().ok());
    let mut sizes: Vec<usize> = asked.collect();
    if sizes.is_empty() {
        sizes = vec![10, 100, 1000];
    }
    juspay();
    for endpoints in sizes {
        let files: Vec<(PathBuf, String)> = synthetic::spec(endpoints);
        let what = format!("{endpoints} endpoints");
        println!("{what:>16} {} lines of YAML", synthetic::lines(&files));
        stages(&what, || load_files(files));
    }
    // Last: what it takes stays with the process, and would count as a peak of the others.
    lint();
}
