//! Published bodies, read as the types that answer their calls. They are not part of the project: the folder that holds
//! them is named by `JUSPAY_PAYLOADS`, and without it nothing is tested.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test ends where it fails, and reports")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use juspay_spec::version::ApiVersion;
use juspay_tests::apis::{self, Generated, version};
use juspay_tests::conform::compare;
use juspay_tests::tree::Tree;

/// Which files hold which type: by the first words of their names.
const KINDS: &[(&str, &str, &[&str])] = &[
    ("create-order--", "Order", &[]),
    ("update-order--", "Order", &[]),
    // A card alone, without the order that it belongs to.
    ("order-status--token-txn", "Card", &["card"]),
    ("order-status--", "Order", &[]),
    // The answer of another call, which knows the refund alone.
    ("refund--instant", "TxnRefund", &[]),
    ("refund--", "Order", &[]),
    ("customer--", "Customer", &[]),
    ("session--", "Session", &[]),
    ("txn--", "TxnStarted", &[]),
    ("error--", "ErrorBody", &[]),
    ("webhook--", "Webhook", &[]),
];

/// What the published bodies have that is odd, and why it stays so: a file, or its beginning and `*`; a path, or its end
/// behind `*`; the kind of oddity; the reason. What no body shows any more fails.
const EXPECTED: &str = include_str!("payloads.txt");

struct Row {
    file: &'static str,
    path: &'static str,
    kind: &'static str,
    why: &'static str,
}

fn rows() -> Vec<Row> {
    let lines = EXPECTED.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let row = |line: &'static str| {
        let mut cells = line.splitn(4, '|').map(str::trim);
        let mut next = || cells.next().unwrap_or_else(|| panic!("four cells: {line}"));
        Row { file: next(), path: next(), kind: next(), why: next() }
    };
    lines.map(row).collect()
}

impl Row {
    fn covers(&self, odd: &Odd) -> bool {
        let file = self.file.strip_suffix('*').map_or(self.file == odd.file, |start| odd.file.starts_with(start));
        let path = without_places(&odd.path);
        let path = self.path.strip_prefix('*').map_or(self.path == path, |end| path.ends_with(end));
        file && path && self.kind == odd.kind
    }
}

/// Something odd about a body.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Odd {
    file: String,
    path: String,
    kind: String,
}

/// `refunds[3].id` is `refunds[].id`.
fn without_places(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    let mut inside = false;
    for char in path.chars() {
        inside = char == '[' || inside && char != ']';
        if !inside || char == '[' {
            text.push(char);
        }
    }
    text
}

/// The version of each body, as the list beside the bodies says: `>= 2018-10-25`.
fn lower_bounds(folder: &Path) -> BTreeMap<String, ApiVersion> {
    let list = fs::read_to_string(folder.join("README.md")).expect("the folder has its list");
    let cells = list.lines().map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let bound = |cells: &Vec<&str>| {
        let (file, bound) = (cells.get(1)?, cells.get(3)?);
        let date = bound.strip_prefix(">= ").and_then(|rest| rest.get(..10)).and_then(|date| date.parse().ok());
        Some(((*file).to_owned(), date.unwrap_or(ApiVersion::BASE)))
    };
    cells.filter_map(|cells| bound(&cells)).collect()
}

fn kind_of(file: &str) -> Option<(&'static str, &'static [&'static str])> {
    let kind = KINDS.iter().find(|(start, _, _)| file.starts_with(start));
    kind.map(|(_, ty, path)| (*ty, *path))
}

/// What stands in published bodies for values that were taken out.
const PLACEHOLDER: &str = "FILTERED";

/// Whether a value was taken out; then null, which is what such a field may always be, takes its place.
fn is_censored(body: &mut Tree, path: &str) -> bool {
    match body.at(path) {
        Some(value) if *value == Tree::Text(PLACEHOLDER.to_owned()) => {
            *value = Tree::Word("null".to_owned());
            true
        }
        _ => false,
    }
}

/// Reads one body at one version, and notes what is odd.
fn read(generated: &Generated, ty: &str, at: ApiVersion, file: &str, body: &Tree, odd: &mut BTreeSet<Odd>) {
    let entry = generated.types.iter().find(|entry| entry.name == ty).expect("every type is generated");
    let def = generated.api.find_type(ty).expect("every type is in the model");
    let mut body = body.clone();
    let mut note = |body: &mut Tree, path: &str, kind: &str| {
        let censored = is_censored(body, path);
        let kind = if censored { "placeholder" } else { kind }.to_owned();
        odd.insert(Odd { file: file.to_owned(), path: path.to_owned(), kind });
        censored
    };
    let passed = loop {
        match (entry.pass)(&body.write(false), version(at), version(at)) {
            Ok(passed) => break passed,
            // Where a number was taken out, the rest of the body still has to be read.
            Err(error) => {
                if !note(&mut body, error.path(), &format!("does not decode: {}", error.kind())) {
                    return;
                }
            }
        }
    };
    let before = body.clone();
    for found in &passed.anomalies {
        note(&mut body, &found.path, &found.kind.to_string());
    }
    let after = Tree::parse(&passed.encoded).expect("what is encoded is JSON");
    for path in compare(&generated.api, def.id, at, &before, &after).lost {
        if body.at(&path).is_none_or(|value| !value.is_null()) {
            note(&mut body, &path, "lost");
        }
    }
}

#[test]
fn published_bodies_decode_and_come_back() {
    let Some(folder) = std::env::var_os("JUSPAY_PAYLOADS").map(PathBuf::from) else {
        println!("skipped: JUSPAY_PAYLOADS names no folder with published bodies");
        return;
    };
    let generated = apis::all().unwrap_or_else(|error| panic!("{error}"));
    let juspay = generated.iter().find(|generated| generated.name == "juspay").expect("Juspay is among them");
    let bounds = lower_bounds(&folder);
    let (mut odd, mut bodies) = (BTreeSet::new(), 0);
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("the folder can be listed").flatten().map(|entry| entry.path()).collect();
    files.sort();
    for path in files {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (Some((ty, inside)), Some(bound)) = (kind_of(&file), bounds.get(&file)) else { continue };
        let text = fs::read_to_string(&path).expect("bodies can be read");
        let body = Tree::parse(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let body = inside.iter().fold(&body, |tree, key| tree.get(key).unwrap_or(tree));
        bodies += 1;
        for at in [*bound, juspay.api.latest()] {
            read(juspay, ty, at, &file, body, &mut odd);
        }
    }
    report(bodies, &odd);
}

/// Prints what was found by reason, and fails for what has none and for reasons of nothing.
fn report(bodies: usize, odd: &BTreeSet<Odd>) {
    let rows = rows();
    let (mut reasons, mut open): (BTreeMap<&str, usize>, Vec<&Odd>) = (BTreeMap::new(), Vec::new());
    for odd in odd {
        match rows.iter().find(|row| row.covers(odd)) {
            Some(row) => *reasons.entry(row.why).or_default() += 1,
            None => open.push(odd),
        }
    }
    println!("{bodies} bodies, each at two versions: {} oddities", odd.len());
    for (why, count) in reasons {
        println!("{count:4} {why}");
    }
    let stale = rows.iter().filter(|row| !odd.iter().any(|odd| row.covers(odd)));
    let stale: Vec<String> = stale.map(|row| format!("{} | {} | {}", row.file, row.path, row.kind)).collect();
    let open: Vec<String> =
        open.iter().map(|odd| format!("{} | {} | {}", odd.file, without_places(&odd.path), odd.kind)).collect();
    assert!(open.is_empty(), "neither specified nor explained:\n{}", open.join("\n"));
    assert!(stale.is_empty(), "no longer seen:\n{}", stale.join("\n"));
}
