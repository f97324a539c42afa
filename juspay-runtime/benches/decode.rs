//! Decoding a body of 4.6 kB and encoding a form of ninety fields, against derived serde.
//!
//! `cargo bench -p juspay-runtime` prints times; with `RATIOS=all` (or a part of a name) each contender takes turns with the reference instead,
//! and the median ratio is printed, which a busy machine disturbs less.

mod types;

use divan::black_box;
use juspay_runtime::{ApiVersion, Decoding, Dynamic, Wire};
use std::sync::LazyLock;
use std::time::Instant;
use types::ours::versions::{V2021_03_25 as Latest, VBase};
use types::request::{derived, request};
use types::{derive, ours};

const BODY: &str = include_str!("parcel.json");

/// The same body with keys in another order than the table's: by the alphabet, as a map of `serde_json` has them.
static SHUFFLED: LazyLock<String> =
    LazyLock::new(|| serde_json::from_str::<serde_json::Value>(BODY).map(|body| body.to_string()).unwrap_or_default());

fn main() {
    if std::env::var_os("RATIOS").is_some() {
        ratios();
    } else {
        divan::main();
    }
}

#[divan::bench]
fn serde_json_from_str() {
    black_box(serde_json::from_str::<derive::Parcel>(black_box(BODY)).ok());
}

#[divan::bench]
fn serde_json_from_slice() {
    black_box(serde_json::from_slice::<derive::Parcel>(black_box(BODY.as_bytes())).ok());
}

#[divan::bench]
fn dynamic() {
    black_box(ours::Parcel::<Dynamic>::from_json(black_box(BODY)).ok());
}

#[divan::bench]
fn newest_pin() {
    black_box(ours::Parcel::<Latest>::from_json(black_box(BODY)).ok());
}

#[divan::bench]
fn oldest_pin() {
    black_box(ours::Parcel::<VBase>::from_json(black_box(BODY)).ok());
}

#[divan::bench]
fn with_anomalies() {
    let options = Decoding::at(ApiVersion::NEWEST).anomalies(true);
    black_box(ours::Parcel::<Dynamic>::decode(black_box(BODY), &options).ok());
}

#[divan::bench]
fn other_order() {
    black_box(ours::Parcel::<Dynamic>::from_json(black_box(&SHUFFLED)).ok());
}

#[divan::bench]
fn serde_json_other_order() {
    black_box(serde_json::from_str::<derive::Parcel>(black_box(&SHUFFLED)).ok());
}

#[divan::bench]
fn from_bytes() {
    black_box(ours::Parcel::<Dynamic>::from_json_bytes(black_box(BODY.as_bytes())).ok());
}

#[divan::bench]
fn serde_json_to_string(bencher: divan::Bencher<'_, '_>) {
    let request = derived();
    bencher.bench_local(|| serde_json::to_string(black_box(&request)));
}

#[divan::bench]
fn to_json(bencher: divan::Bencher<'_, '_>) {
    let request = request();
    bencher.bench_local(|| black_box(&request).to_json());
}

#[divan::bench]
fn serde_urlencoded(bencher: divan::Bencher<'_, '_>) {
    let request = derived();
    bencher.bench_local(|| serde_urlencoded::to_string(black_box(&request)));
}

#[divan::bench]
fn to_form(bencher: divan::Bencher<'_, '_>) {
    let request = request();
    bencher.bench_local(|| black_box(&request).to_form());
}

/// Seconds that some turns take.
fn time(run: &mut impl FnMut()) -> f64 {
    const TURNS: u32 = 40;
    let start = Instant::now();
    for _ in 0..TURNS {
        run();
    }
    start.elapsed().as_secs_f64()
}

/// The median over rounds of how long `ours` takes for each second that `theirs` does.
fn ratio(name: &str, mut theirs: impl FnMut(), mut ours: impl FnMut()) {
    rounds(name, || {
        let reference = time(&mut theirs);
        time(&mut ours) / reference
    });
}

/// The median over rounds of how much longer `more` takes than `less`, for each second that `theirs` does. Both come behind
/// `theirs`, which leaves the caches and the allocator in the same state for either.
fn difference(name: &str, mut theirs: impl FnMut(), mut less: impl FnMut(), mut more: impl FnMut()) {
    rounds(name, || {
        let (one, less) = (time(&mut theirs), time(&mut less));
        let (other, more) = (time(&mut theirs), time(&mut more));
        2.0 * (more - less) / (one + other)
    });
}

fn rounds(name: &str, mut round: impl FnMut() -> f64) {
    if std::env::var("RATIOS").is_ok_and(|part| part != "all" && !name.contains(&part)) {
        return;
    }
    let mut ratios: Vec<f64> = (0..1500).map(|_| round()).collect();
    ratios.sort_by(f64::total_cmp);
    let at = |part: usize| ratios.get(ratios.len() * part / 4).copied().unwrap_or_default();
    println!("{name:40} {:.3} (quartiles {:.3} to {:.3})", at(2), at(1), at(3));
}

fn ratios() {
    let clean = Decoding::new().anomalies(true).strict(true);
    println!("the body is clean: {}", ours::Parcel::<Dynamic>::decode(BODY, &clean).is_ok());
    ratio("dynamic / from_str", serde_json_from_str, dynamic);
    ratio("newest pin / from_str", serde_json_from_str, newest_pin);
    ratio("oldest pin / from_str", serde_json_from_str, oldest_pin);
    ratio("anomalies / from_str", serde_json_from_str, with_anomalies);
    difference("(anomalies - dynamic) / from_str", serde_json_from_str, dynamic, with_anomalies);
    ratio("other order / from_str, other order", serde_json_other_order, other_order);
    ratio("from bytes / from_slice", serde_json_from_slice, from_bytes);
    let (request, theirs) = (request(), derived());
    let form = || drop(black_box(serde_urlencoded::to_string(black_box(&theirs))));
    ratio("form / serde_urlencoded", form, || drop(black_box(black_box(&request).to_form())));
    let json = || drop(black_box(serde_json::to_string(black_box(&theirs))));
    ratio("to_json / serde_json", json, || drop(black_box(black_box(&request).to_json())));
}
