//! Seeded edits of the embedded spec: each is reported by the rule it is made for, at the items it touches, and nothing
//! else is. `DIFF_SEED` tries another seed.
#![expect(clippy::expect_used, reason = "a test ends where it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use juspay_spec::diff::{Diff, Difference, Step, rule};
use juspay_spec::model::{Api, ChangeKind, EnumValue, Field, Object, Presence, Type, TypeDef};
use juspay_spec::source::Span;
use juspay_spec::{Loaded, embedded, embedded_files, load_files};

/// Edits of each sort that must have been tried.
const EACH: usize = 6;
const SEED: u64 = 20_210_325;

/// The files as lines.
type Files = BTreeMap<String, Vec<String>>;

/// What an edit must be reported as: rules by item.
type Expected = BTreeSet<(&'static str, String)>;

struct Spec {
    files: Files,
    loaded: Loaded,
}

impl Spec {
    fn api(&self) -> &Api {
        self.loaded.api.as_ref().expect("the embedded spec has no errors")
    }

    /// The file and the line (from 0) of a place.
    fn line(&self, span: Span) -> (String, usize) {
        let location = self.loaded.sources.locate(span);
        (location.path.display().to_string(), location.line - 1)
    }

    fn text(&self, span: Span) -> &str {
        let (file, line) = self.line(span);
        self.files.get(&file).and_then(|lines| lines.get(line)).map_or("", String::as_str)
    }

    /// The same with one line replaced by others.
    fn with(&self, span: Span, lines: &[String]) -> Files {
        let (file, line) = self.line(span);
        let mut files = self.files.clone();
        files.get_mut(&file).expect("a place is in a file").splice(line..=line, lines.iter().cloned());
        files
    }
}

fn load(files: &Files) -> Loaded {
    load_files(files.iter().map(|(name, lines)| (PathBuf::from(name), lines.join("\n") + "\n")).collect())
}

/// A generator of numbers that are random enough.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end.max(1) as u64)).unwrap_or(0)
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let at = self.below(items.len());
        items.get(at).expect("there is something to pick from")
    }
}

/// A field with the types that have it: one, or all that include its group.
struct Shared<'a> {
    field: &'a Field,
    holders: Vec<(&'a TypeDef, &'a Object)>,
}

/// Fields on a line of their own, by that line.
fn fields(spec: &Spec) -> Vec<Shared<'_>> {
    let mut shared: BTreeMap<(String, usize), Shared<'_>> = BTreeMap::new();
    for def in &spec.api().types {
        let Some(object) = def.object() else { continue };
        for field in &object.fields {
            let text = spec.text(field.meta.origin);
            let own =
                text.starts_with("      ") && text.contains(": {type: ") && text.ends_with('}') && !text.contains("..");
            if !own || text.contains("wire:") || text.contains("rust:") || field.prefix.is_some() {
                continue;
            }
            let entry = shared.entry(spec.line(field.meta.origin));
            entry.or_insert_with(|| Shared { field, holders: Vec::new() }).holders.push((def, object));
        }
    }
    shared.into_values().collect()
}

fn plain(field: &Field) -> bool {
    field.life.range.is_all() && field.presence == Presence::Optional && matches!(field.ty, Type::Scalar(_))
}

fn every(shared: &Shared<'_>, rule: &'static str, name: &str) -> Expected {
    shared.holders.iter().map(|(def, _)| (rule, format!("{}.{name}", def.name))).collect()
}

/// An edit: the files after it, and what must be said of it. Nothing if the field does not lend itself to it.
type Edit = fn(&Spec, &Shared<'_>, usize) -> Option<(Files, Expected)>;

fn edit_doc(spec: &Spec, shared: &Shared<'_>, _: usize) -> Option<(Files, Expected)> {
    let text = spec.text(shared.field.meta.origin);
    let edited = text.replacen("doc: \"", "doc: \"Edited: ", 1);
    let edited = if edited == text { text.replacen("doc: ", "doc: Edited ", 1) } else { edited };
    (edited != text).then_some(())?;
    Some((spec.with(shared.field.meta.origin, &[edited]), every(shared, "field-docs-changed", &shared.field.wire)))
}

fn drop_field(spec: &Spec, shared: &Shared<'_>, _: usize) -> Option<(Files, Expected)> {
    let others = |object: &Object| object.fields.iter().filter(|field| plain(field)).count() > 1;
    let fit = plain(shared.field) && shared.holders.iter().all(|(_, object)| others(object));
    fit.then(|| (spec.with(shared.field.meta.origin, &[]), every(shared, "optional-field-removed", &shared.field.wire)))
}

fn add_field(spec: &Spec, shared: &Shared<'_>, number: usize) -> Option<(Files, Expected)> {
    let text = spec.text(shared.field.meta.origin).to_owned();
    let others = |object: &Object| object.fields.iter().any(plain);
    shared.holders.iter().all(|(_, object)| others(object)).then_some(())?;
    let name = format!("zz_{number}");
    let line = format!("      {name}: {{type: string?, doc: New.}}");
    Some((spec.with(shared.field.meta.origin, &[text, line]), every(shared, "optional-field-added", &name)))
}

fn rename(spec: &Spec, shared: &Shared<'_>, number: usize) -> Option<(Files, Expected)> {
    let Field { wire, meta, .. } = shared.field;
    plain(shared.field).then_some(())?;
    let name = format!("zz_{number}");
    let edited = spec.text(meta.origin).replacen(&format!("{wire}: "), &format!("{name}: "), 1);
    let mut expected = every(shared, "optional-field-removed", wire);
    expected.extend(every(shared, "optional-field-added", &name));
    Some((spec.with(meta.origin, &[edited]), expected))
}

fn declare_rename(spec: &Spec, shared: &Shared<'_>, number: usize) -> Option<(Files, Expected)> {
    let Field { wire, meta, .. } = shared.field;
    plain(shared.field).then_some(())?;
    let name = format!("zz_{number}");
    let text =
        spec.text(meta.origin).replacen(&format!("{wire}: {{"), &format!("{name}: {{renamed: {{zz: {wire}}}, "), 1);
    let mut files = spec.with(meta.origin, &[text]);
    let change = "changes: {zz: {version: 2031-01-01, kind: renamed, doc: Renamed.}}".to_owned();
    files.insert("zz.yaml".to_owned(), vec![change]);
    let mut expected = every(shared, "field-renamed", &name);
    expected.insert(("version-added", "version 2031-01-01".to_owned()));
    Some((files, expected))
}

fn retype(spec: &Spec, shared: &Shared<'_>, number: usize) -> Option<(Files, Expected)> {
    plain(shared.field).then_some(())?;
    let (to, rule) =
        *[("amount?", "field-type-changed"), ("url?", "field-format-changed"), ("string", "field-became-required")]
            .get(number % 3)?;
    let text = spec.text(shared.field.meta.origin);
    text.contains("{type: string?").then_some(())?;
    let edited = text.replacen("{type: string?", &format!("{{type: {to}"), 1);
    Some((spec.with(shared.field.meta.origin, &[edited]), every(shared, rule, &shared.field.wire)))
}

fn gate(spec: &Spec, shared: &Shared<'_>, _: usize) -> Option<(Files, Expected)> {
    let gated = |object: &Object| object.fields.iter().any(|field| !field.life.range.is_all());
    let settable = |object: &Object| object.fields.iter().filter(|field| plain(field)).count() > 1;
    let fit = shared.holders.iter().all(|(_, object)| gated(object) && settable(object)) && plain(shared.field);
    fit.then_some(())?;
    let edited = spec.text(shared.field.meta.origin).replacen("{type: ", "{gate: chargebacks, type: ", 1);
    Some((spec.with(shared.field.meta.origin, &[edited]), every(shared, "field-gated", &shared.field.wire)))
}

fn ungate(spec: &Spec, shared: &Shared<'_>, _: usize) -> Option<(Files, Expected)> {
    let Field { life, ty, meta, wire, .. } = shared.field;
    let gates = |object: &Object| object.fields.iter().filter(|field| !field.life.range.is_all()).count() > 1;
    let change = life.gate.and_then(|change| spec.api().changes.get(change))?;
    let fit = matches!(ty, Type::Scalar(_)) && shared.holders.iter().all(|(_, object)| gates(object));
    (fit && change.kind == ChangeKind::Added && life.until.is_none()).then_some(())?;
    let edited = spec.text(meta.origin).replacen(&format!("gate: {}, ", change.name), "", 1);
    Some((spec.with(meta.origin, &[edited]), every(shared, "field-ungated", wire)))
}

const EDITS: &[(&str, Edit, Step)] = &[
    ("edit a doc", edit_doc, Step::Patch),
    ("drop a field", drop_field, Step::Major),
    ("add an optional field", add_field, Step::Minor),
    ("rename a field", rename, Step::Major),
    ("declare a rename", declare_rename, Step::Major),
    ("change a type", retype, Step::None),
    ("gate a field", gate, Step::Major),
    ("ungate a field", ungate, Step::Major),
];

fn found(differences: &[Difference]) -> Expected {
    differences.iter().map(|difference| (difference.rule.name, difference.item().to_owned())).collect()
}

/// Rows of a matrix are globs over the names of fields: they come and go with these.
fn without_rows_of(found: Expected, expected: &Expected, former: &str) -> Expected {
    let names = expected.iter().filter_map(|(_, item)| item.rsplit('.').next()).chain([former]);
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    let follows =
        |(rule, item): &(&str, String)| rule.starts_with("row-") && names.iter().any(|name| item.ends_with(name));
    found.into_iter().filter(|one| !follows(one)).collect()
}

/// Checks one edit; whether it gave a spec without errors at all.
fn check(spec: &Spec, [what, former]: [&str; 2], (files, expected): &(Files, Expected), step: Step) -> bool {
    let edited = load(files);
    let (Some(api), false) = (&edited.api, edited.has_errors()) else { return false };
    let diff = Diff::between(spec.api(), api);
    assert_eq!(without_rows_of(found(&diff.differences), expected, former), *expected, "{what}");
    assert!(step == Step::None || diff.step() == step, "{what}: {} instead of {step}", diff.step());
    for difference in &diff.differences {
        assert!(!difference.sentence().contains(['{', '}']), "{what}: {}", difference.sentence());
    }
    let back = Diff::between(api, spec.api());
    assert_mirrored(&diff, &back, what);
    assert!(Diff::between(api, api).is_empty(), "{what}: differs from itself");
    true
}

/// The way back says the same with old and new swapped.
fn assert_mirrored(there: &Diff, back: &Diff, what: &str) {
    let item = |place: &Option<juspay_spec::diff::Place>| place.as_ref().map(|place| place.item.clone());
    let mut one: Vec<_> = there
        .differences
        .iter()
        .map(|it| (it.rule.name, item(&it.old), item(&it.new), &it.before, &it.after))
        .collect();
    let mut other: Vec<_> = back
        .differences
        .iter()
        .map(|it| (it.rule.inverse, item(&it.new), item(&it.old), &it.after, &it.before))
        .collect();
    one.sort();
    other.sort();
    assert_eq!(one, other, "{what}, and back");
    for difference in &back.differences {
        assert!(rule(difference.rule.inverse).is_some());
    }
}

fn spec() -> Spec {
    let files = embedded_files().map(|(name, text)| (name.to_owned(), text.lines().map(str::to_owned).collect()));
    Spec { files: files.collect(), loaded: embedded() }
}

fn random() -> Random {
    let seed = std::env::var("DIFF_SEED").ok().and_then(|seed| seed.parse().ok());
    Random(seed.unwrap_or(SEED).max(1))
}

#[test]
fn edits_of_fields_are_reported_as_what_they_are() {
    let spec = spec();
    let fields = fields(&spec);
    let mut random = random();
    for (what, edit, step) in EDITS {
        let mut tried = 0;
        let start = random.below(fields.len());
        // A stride that is odd and large leads all over the spec.
        let places = (0..fields.len()).map(|at| (start + at * 97) % fields.len());
        for (number, shared) in places.filter_map(|at| fields.get(at)).enumerate() {
            let Some(edited) = edit(&spec, shared, number) else { continue };
            let what = format!("{what}: {}", spec.text(shared.field.meta.origin).trim());
            tried += usize::from(check(&spec, [&what, &shared.field.wire], &edited, *step));
            if tried == EACH {
                break;
            }
        }
        assert!(tried >= EACH / 2, "{what}: {tried} of {EACH} could be tried");
    }
}

#[test]
fn edits_of_values_are_reported_as_what_they_are() {
    let spec = spec();
    let values: Vec<(&TypeDef, &EnumValue)> = spec
        .api()
        .types
        .iter()
        .flat_map(|def| {
            def.as_enum().into_iter().flat_map(move |values| values.values.iter().map(move |value| (def, value)))
        })
        .filter(|(_, value)| {
            spec.text(value.meta.origin).starts_with("      ") && spec.text(value.meta.origin).ends_with('}')
        })
        .collect();
    let mut random = random();
    for number in 0..EACH * 2 {
        let (def, value) = random.pick(&values);
        let text = spec.text(value.meta.origin).to_owned();
        let new = format!("      ZZ_{number}: {{doc: New.}}");
        let files = spec.with(value.meta.origin, &[text.clone(), new]);
        let expected = Expected::from([("value-added", format!("{}.ZZ_{number}", def.name))]);
        assert!(check(&spec, ["add a value", ""], &(files, expected), Step::Minor));
        let files = spec.with(value.meta.origin, &[]);
        let plain = value.life.range.is_all() && value.was.is_empty();
        let last_id = value.id.is_some()
            && def.as_enum().is_some_and(|it| it.values.iter().filter(|it| it.id.is_some()).count() == 1);
        if plain && !last_id {
            let expected = Expected::from([("value-removed", format!("{}.{}", def.name, value.wire))]);
            // What a condition, an answer or a stand-in names cannot be dropped.
            check(&spec, ["drop a value", ""], &(files, expected), Step::Major);
        }
    }
}

#[test]
fn moving_a_change_moves_what_it_gates() {
    let spec = spec();
    for change in spec.api().changes.iter().filter(|change| !change.uses.is_empty()) {
        let (old, new) = (change.version.to_string(), "2031-02-03");
        let (file, line) = spec.line(change.meta.origin);
        let mut files = spec.files.clone();
        let lines = files.get_mut(&file).expect("a change is in a file");
        let dated = lines.iter_mut().skip(line).find(|line| line.contains(&old)).expect("a change has a date");
        *dated = dated.replacen(&old, new, 1);
        let edited = load(&files);
        let (Some(api), false) = (&edited.api, edited.has_errors()) else { continue };
        let diff = Diff::between(spec.api(), api);
        let moved: BTreeSet<&str> = diff.differences.iter().map(|it| it.rule.name).collect();
        let about_versions = ["version-added", "version-removed", "version-docs-changed"];
        assert!(moved.contains("version-added"), "{}: {moved:?}", change.name);
        let others: Vec<_> = moved.iter().filter(|name| !about_versions.contains(name)).collect();
        let fitting = |name: &str| {
            name.ends_with("in-fewer-versions")
                || name.ends_with("in-more-versions")
                || name.starts_with("remap-")
                || name == "filter-changed"
        };
        assert!(!others.is_empty() && others.iter().all(|name| fitting(name)), "{}: {others:?}", change.name);
        assert_mirrored(&diff, &Diff::between(api, spec.api()), &change.name);
        assert!(diff.step() >= Step::Minor);
    }
}

#[test]
fn the_order_of_files_and_of_optional_fields_is_no_difference() {
    let spec = spec();
    let fields = fields(&spec);
    let mut random = random();
    for _ in 0..EACH {
        let shared = random.pick(&fields);
        if shared.field.presence == Presence::Required {
            continue;
        }
        // The line changes places with the next one, if that is a field too.
        let (file, line) = spec.line(shared.field.meta.origin);
        let next = fields.iter().find(|other| spec.line(other.field.meta.origin) == (file.clone(), line + 1));
        if next.is_none_or(|next| next.holders.len() != shared.holders.len()) {
            continue;
        }
        let mut files = spec.files.clone();
        files.get_mut(&file).expect("a place is in a file").swap(line, line + 1);
        let diff = Diff::between(spec.api(), &load(&files).api.expect("two fields changed places"));
        assert!(diff.is_empty(), "{:?}", found(&diff.differences));
    }
}
