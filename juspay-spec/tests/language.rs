//! Every key of the language, in a spec without findings, and what the model makes of them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use juspay_spec::diagnostic::{Style, render};
use juspay_spec::language::{FILE, Shape, Table};
use juspay_spec::model::{
    Api, AuthKind, Comparison, Encoding, Evidence, Field, Grade, Idempotent, Need, Presence, ReadingAnswer, Scalar,
    Type, TypeDef, Unversioned, WireForm,
};
use juspay_spec::version::{ApiVersion, VersionRange};
use juspay_spec::{Loaded, flat_fields, load_files};
use serde_yaml::Value;

const PARCELS: &str = include_str!("language/parcels.yaml");

fn load(files: &[(&str, String)]) -> Loaded {
    load_files(files.iter().map(|(name, text)| (PathBuf::from(name), text.clone())).collect())
}

#[track_caller]
fn clean(loaded: Loaded) -> Api {
    let text = render(&loaded.sources, &loaded.findings, Style::Plain);
    assert!(loaded.findings.is_empty(), "{text}");
    loaded.api.unwrap()
}

fn parcels() -> Api {
    clean(load(&[("parcels.yaml", PARCELS.to_owned())]))
}

fn field<'a>(def: &'a TypeDef, rust: &str) -> &'a Field {
    let fields = &def.object().unwrap().fields;
    fields.iter().find(|field| field.rust == rust).unwrap_or_else(|| panic!("no field {rust}"))
}

fn version(text: &str) -> ApiVersion {
    text.parse().unwrap()
}

fn range(since: &str, until: &str) -> VersionRange {
    VersionRange { since: version(since), until: (!until.is_empty()).then(|| version(until)) }
}

/// The keys of each table that a document uses.
fn used(table: &'static Table, value: &Value, found: &mut BTreeMap<&'static str, BTreeSet<&'static str>>) {
    let own = found.entry(table.name).or_default();
    let Some(map) = value.as_mapping() else {
        own.extend(table.short);
        return;
    };
    let keys: Vec<_> = table.keys.iter().filter_map(|key| Some((key, map.get(key.name)?))).collect();
    own.extend(keys.iter().map(|(key, _)| key.name));
    for (key, value) in keys {
        match key.shape {
            Shape::Table(inner) => used(inner, value, found),
            Shape::Map(inner) => value.as_mapping().unwrap().values().for_each(|value| used(inner, value, found)),
            _ => {}
        }
    }
}

#[test]
fn every_key_of_every_table_occurs() {
    let mut found = BTreeMap::new();
    used(&FILE, &serde_yaml::from_str(PARCELS).unwrap(), &mut found);
    let mut tables = vec![&FILE];
    let mut count = 0;
    while let Some(table) = tables.pop() {
        // A table is met wherever its kind of thing can stand.
        let Some(used) = found.remove(table.name) else { continue };
        for key in table.keys {
            count += 1;
            assert!(used.contains(key.name), "`{}` of {} does not occur", key.name, table.name);
            if let Shape::Table(inner) | Shape::Map(inner) = key.shape {
                tables.push(inner);
            }
        }
    }
    assert!(found.is_empty() && count > 150, "{count} keys; never reached: {found:?}");
}

#[test]
fn the_examples_of_the_documentation_are_a_spec() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/language.md");
    let page = std::fs::read_to_string(page).unwrap();
    let snippets = page.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned());
    let mut files: Vec<(String, String)> =
        snippets.zip(1..).map(|(text, number)| (format!("part{number}.yaml"), text)).collect();
    assert!(files.len() >= 10);
    // What the examples mention and leave out.
    let rest = "
pages:
  changelog: {title: Changes}
changes:
  lost-parcels: {version: 2021-06-15, kind: value, doc: Parcels can be lost.}
  lost-webhook: {version: 2021-06-15, kind: delivery, doc: Lost parcels are posted.}
types:
  Address: {doc: A place., fields: {city: {type: string, doc: The town.}}}
  Error:
    doc: What went wrong.
    fields: {code: {type: string?, doc: What.}, details: {type: Details?, doc: More.}}
  Details: {doc: More about it., fields: {code: {type: string?, doc: What.}, text: {type: string?, doc: How.}}}
  ParcelPatch: {doc: What can be changed., include: [Created]}
  ParcelEvent: {doc: What is posted., fields: {payer: {type: Payer?, doc: Who pays.}}}
  CreateParcel: {doc: A new parcel., include: [Created]}
groups:
  Created:
    fields:
      weight: {type: decimal?, doc: Weight in kilograms.}
      sender: {type: Address?, prefix: sender_, doc: Where it comes from.}
endpoints:
  create_parcel: {call: POST /parcels, doc: Makes one., json: CreateParcel, responses: {200: Parcel}}
";
    files.push(("rest.yaml".to_owned(), rest.to_owned()));
    for (_, text) in &mut files {
        let short = "      note: string?                          # the short form: a type alone\n";
        let full = "      note: {type: string?, doc: A note.}\n      state: {type: string?, doc: How it is.}\n      status: {type: ParcelStatus, doc: Where it is.}\n      status_id: {type: int, doc: The same as a number.}\n";
        *text = text.replace(short, full);
    }
    let files: Vec<(&str, String)> = files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    let api = clean(load(&files));
    assert_eq!(api.name, "Parcel");
    assert!(api.find_type("Parcel").unwrap().object().unwrap().fields.iter().any(|field| field.rust == "tag5"));
}

#[test]
fn the_section_api() {
    let api = parcels();
    assert_eq!((api.name.as_str(), api.doc.as_str()), ("Parcel", "Ships parcels."));
    assert_eq!((api.version_header.as_str(), api.unversioned), ("parcel-version", Unversioned::Newest));
    let places: Vec<(&str, &str)> = api.environments.iter().map(|e| (e.rust.as_str(), e.url.as_str())).collect();
    assert_eq!(places, [("Test", "https://test.parcel.example"), ("Production", "https://parcel.example/v1")]);
    let schemes: Vec<(AuthKind, Option<&str>)> = api.auth.iter().map(|a| (a.kind, a.parameter.as_deref())).collect();
    assert_eq!(schemes, [(AuthKind::Bearer, None), (AuthKind::Header, Some("x-key")), (AuthKind::None, None)]);
    assert_eq!((api.headers[0].wire.as_str(), api.headers[0].rust.as_str()), ("x-account", "x_account"));
    assert_eq!(api.request_ids, ["x-request-id"]);
    let detailed = &api.failures[0];
    assert_eq!((detailed.has.as_slice(), detailed.code.len()), (["details".to_owned()].as_slice(), 2));
    assert_eq!(
        (&detailed.user_message[0], &detailed.request_id[0]),
        (&"details.advice".into(), &"details.request".into())
    );
    assert_eq!(api.modules.len(), 1);
    assert_eq!(api.modules[0].rust, "parcels");
}

#[test]
fn changes_are_sorted_by_date_and_know_their_uses() {
    let api = parcels();
    let versions: Vec<String> = api.versions.iter().map(|version| version.version.to_string()).collect();
    let expected = ["2018-05-01", "2019-01-10", "2020-05-01", "2021-01-01", "2021-06-15", "2022-03-01", "2023-01-01"];
    assert_eq!(versions.get(..7).unwrap(), expected);
    assert_eq!(versions.get(7..).unwrap(), ["2024-02-29", "2024-03-01"]);
    assert_eq!(api.versions[0].rust, "V2018_05_01");
    assert_eq!(api.latest(), version("2024-03-01"));
    assert!(api.changes.is_sorted_by_key(|change| (change.version, change.name.clone())));
    assert_eq!(api.change("price-exact").unwrap().uses, ["Parcel.price", "Subject.lost_note"]);
    assert_eq!(api.change("mass-renamed").unwrap().uses, ["Parcel.load"]);
    assert_eq!(api.change("returned-apart").unwrap().uses, ["ParcelStatus.RETURNED"]);
    assert_eq!(api.change("lost-webhook").unwrap().uses, ["PARCEL_LOST"]);
    assert_eq!(api.change("something").unwrap().question.as_deref(), Some("what-is-it"));
    for change in &api.changes {
        let quiet = ["doc", "unresolved"].contains(&change.kind.as_str());
        assert_eq!(change.uses.is_empty(), quiet, "{}", change.name);
    }
}

#[test]
fn ranges_of_gates() {
    let api = parcels();
    let parcel = api.find_type("Parcel").unwrap();
    assert!(field(parcel, "id").life.range.is_all());
    assert_eq!(field(parcel, "weight").life.range, range("2022-03-01", ""));
    assert_eq!(field(parcel, "fax").life.range, range("base", "2021-06-15"));
    assert_eq!(api.find_type("Address").unwrap().life.range, range("2019-01-10", ""));
    assert_eq!(api.find_type("FaxState").unwrap().life.range, range("base", "2021-06-15"));
    assert_eq!(api.endpoint("update_parcel").unwrap().life.range, range("2019-01-10", ""));
    let get = api.endpoint("get_parcel").unwrap();
    let responses: Vec<(u16, VersionRange)> = get.responses.iter().map(|r| (r.status, r.life.range)).collect();
    let all = VersionRange::ALL;
    let expected = [(200, all), (404, all), (410, range("2022-03-01", "")), (418, range("base", "2021-06-15"))];
    assert_eq!(responses, expected);
    let events = &api.webhooks.as_ref().unwrap().events;
    assert!(events[0].life.range.is_all());
    assert_eq!(events[1].life.range, range("2021-06-15", ""));
    assert_eq!(events[1].content, Some(parcel.id));
}

#[test]
fn former_names_types_and_presence() {
    let api = parcels();
    let parcel = api.find_type("Parcel").unwrap();
    let load = field(parcel, "load");
    let former: Vec<(&str, VersionRange)> =
        load.former.iter().map(|former| (former.wire.as_str(), former.range)).collect();
    assert_eq!(former, [("tare", range("base", "2018-05-01")), ("mass", range("2018-05-01", "2020-05-01"))]);
    for (at, wire) in [("base", "tare"), ("2018-05-01", "mass"), ("2020-04-30", "mass"), ("2020-05-01", "load")] {
        assert_eq!(load.wire_at(version(at)), wire);
    }
    assert_eq!((load.presence, load.form), (Presence::Nullable, WireForm::String));
    // One wire name, one field for each type, and every version has exactly one of them.
    let fields = parcel.object().unwrap().fields.iter().filter(|field| field.wire == "price");
    let prices: Vec<&Field> = fields.collect();
    let shown: Vec<(&str, &Type, Presence)> = prices.iter().map(|f| (f.rust.as_str(), &f.ty, f.presence)).collect();
    assert_eq!(
        shown,
        [
            ("price", &Type::Scalar(Scalar::Amount), Presence::Required),
            ("price_before_2018_05_01", &Type::Scalar(Scalar::String), Presence::Optional),
            ("price_before_2020_05_01", &Type::Scalar(Scalar::Int), Presence::Required),
        ]
    );
    for at in api.all_versions() {
        assert_eq!(prices.iter().filter(|field| field.life.range.contains(at)).count(), 1, "{at}");
    }
    let Presence::RequiredSince(change) = field(parcel, "reference").presence else { panic!("required since") };
    assert_eq!(api.changes[change].name, "reference-required");
}

#[test]
fn keys_of_fields() {
    let api = parcels();
    let parcel = api.find_type("Parcel").unwrap();
    let id = &field(parcel, "id").constraints;
    assert_eq!((id.max_length, id.min_length, id.chars.as_deref()), (Some(30), Some(5), Some("A-Za-z0-9_-")));
    let note = field(parcel, "note");
    assert!(note.blank && note.sensitive && note.constraints.suggested_length == Some(40));
    assert_eq!(field(parcel, "weight").constraints.decimals, Some(3));
    let status_id = field(parcel, "status_id");
    assert_eq!(status_id.documented.as_deref(), Some("string"));
    assert_eq!(status_id.constraints.at_most.as_deref(), Some("99"));
    let carrier = field(parcel, "carrier");
    assert_eq!(carrier.aliases, ["courier"]);
    assert_eq!(field(parcel, "is_insured").wire, "options[insured]");
    assert!(field(parcel, "label").constraints.no_query);
    let customs = field(parcel, "customs");
    assert_eq!((customs.form, customs.constraints.max_items), (WireForm::JsonString, Some(20)));
    assert_eq!(field(parcel, "status").default.as_deref(), Some("READY"));
    assert_eq!(field(parcel, "extra").ty, Type::Map(Box::new(Type::Scalar(Scalar::Json))));
    assert_eq!(field(parcel, "tracking_url").group.as_deref(), Some("Tracked"));
    for tag in ["tag1", "tag3", "tag5"] {
        assert_eq!(field(parcel, tag).wire, tag);
    }
    assert!(field(parcel, "parent").boxed && !field(parcel, "children").boxed);
    assert!(field(api.find_type("Address").unwrap(), "mail").sensitive, "an email is sensitive by itself");
    assert_eq!(field(parcel, "fax").meta.evidence, Evidence::Inferred);
    assert_eq!(field(parcel, "id").meta.at[0].to_string(), "parcels:12-14");
}

#[test]
fn objects_flat_and_whole() {
    let api = parcels();
    let parcel = api.find_type("Parcel").unwrap();
    let object = parcel.object().unwrap();
    let names = |group: &Vec<usize>| group.iter().map(|at| object.fields[*at].rust.clone()).collect::<Vec<_>>();
    let groups: Vec<Vec<String>> = object.one_of.iter().map(names).collect();
    assert_eq!(groups, [["note", "reference"], ["tag1", "tag2"]]);
    let subject = api.find_type("Subject").unwrap().object().unwrap();
    let variants: Vec<(&str, bool)> = subject.fields.iter().map(|field| (field.rust.as_str(), field.boxed)).collect();
    let expected = [("Parcel", true), ("Lost", false), ("LostBefore20200501", false), ("Unknown_", false)];
    assert!(subject.choice && !object.choice && variants == expected, "{variants:?}");
    assert_eq!(object.fields[object.pairs[0].code].rust, "status");
    assert_eq!(object.fields[object.pairs[0].id].rust, "status_id");
    let rest = object.rest.as_ref().unwrap();
    assert_eq!((rest.rust.as_str(), &rest.ty), ("others", &Type::Scalar(Scalar::String)));
    let flat = flat_fields(&api, object);
    let sender: Vec<&str> = flat.iter().filter(|f| f.prefix == "sender_").map(|f| f.wire.as_str()).collect();
    assert_eq!(sender, ["sender_place", "sender_mail"]);
    assert!(flat.iter().all(|field| !field.wire.is_empty()));
    let place = flat.iter().find(|field| field.wire == "sender_place").unwrap();
    assert_eq!((place.range, place.through.len()), (range("2019-01-10", ""), 1));
    assert_eq!(api.find_type("Place").unwrap().rust, "Town");
    assert_eq!(parcel.meta.at.len(), 2);
}

#[test]
fn conditions_are_paths_of_wire_names() {
    let api = parcels();
    let parcel = api.find_type("Parcel").unwrap();
    let when = field(parcel, "flight").when.as_ref().unwrap();
    assert_eq!(when.tests[0].path, ["carrier"]);
    assert_eq!(when.tests[0].comparison, Comparison::In(vec!["AIR".to_owned()]));
    assert_eq!(when.tests[1].path, ["sender_place", "city"], "flattened names are one step with their prefix");
    assert_eq!(when.tests[1].comparison, Comparison::NotIn(vec!["Nowhere".to_owned()]));
    let hidden = field(parcel, "children").hidden.as_ref().unwrap();
    assert_eq!(api.changes[hidden.change].name, "lost-listed");
    assert_eq!(hidden.condition.tests[0].path, ["status"]);
    assert_eq!(hidden.condition.text, "status in [LOST, HELD]");
}

#[test]
fn enums_and_what_stood_in_for_values() {
    let api = parcels();
    let def = api.find_type("ParcelStatus").unwrap();
    let status = def.as_enum().unwrap();
    assert_eq!((def.rust.as_str(), status.grade), ("Whereabouts", Grade::Known));
    let value = |wire: &str| status.values.iter().find(|value| value.wire == wire).unwrap();
    assert_eq!((value("FAXED").rust.as_str(), value("READY").id), ("SentByFax", Some(1)));
    assert_eq!(value("SENT").meta.doc, "On its way.");
    let chain = |wire: &str| {
        let former = value(wire).was.iter();
        former.map(|f| (api.changes[f.change].name.as_str(), status.values[f.value].wire.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(chain("RETURNED"), [("returned-apart", "DELIVERED")]);
    assert!(value("RETURNED").life.range.is_all(), "a remapped value was always known");
    assert_eq!(chain("HELD"), [("held-parcels", "SENT"), ("lost-parcels", "READY")]);
    assert_eq!(value("HELD").life.range, range("2023-01-01", ""));
    assert_eq!(value("LOST").life.range, range("2021-06-15", ""));
    let answers = &status.answers[0];
    assert_eq!((answers.rust.as_str(), answers.yes.len(), answers.no.len()), ("is_final", 1, 2));
    assert_eq!(api.find_type("Carrier").unwrap().as_enum().unwrap().grade, Grade::Complete);
}

#[test]
fn endpoints_matrices_and_readings() {
    let api = parcels();
    let get = api.endpoint("get_parcel").unwrap();
    assert_eq!((get.rust.as_str(), get.method.as_str(), get.path.as_str()), ("parcel", "GET", "/parcels/{parcel_id}"));
    assert_eq!((get.auth.as_slice(), &get.idempotent), ([0, 1].as_slice(), &Idempotent::Read));
    let (status, condition) = &get.responses[0].means[0];
    assert_eq!((*status, condition.tests.len()), (404, 2));
    assert_eq!(get.query[1].when.as_ref().unwrap().tests[0].comparison, Comparison::Present);
    let update = api.endpoint("update_parcel").unwrap();
    let params: Vec<&str> = update.path_params.iter().map(|field| field.wire.as_str()).collect();
    assert_eq!(params, ["parcel_id", "part"]);
    assert_eq!(update.idempotent, Idempotent::By("reference".to_owned()));
    assert_eq!(update.body.unwrap().encoding, Encoding::Json);
    assert_eq!(update.responses[0].body, None);
    assert_eq!(api.endpoint("fax_parcel").unwrap().body.unwrap().encoding, Encoding::Form);
    let matrix = &api.requirements[0];
    assert_eq!(matrix.columns[0], ("Air Mail".to_owned(), "AirMail".to_owned()));
    let rows: Vec<&str> = matrix.rows.iter().map(|row| row.wire.as_str()).collect();
    assert_eq!(rows, ["weight", "sender_place", "tag1", "tag2", "tag3", "tag4", "tag5"]);
    assert_eq!(matrix.rows[2].needs, [Need::Optional, Need::Yes]);
    let answers: Vec<&ReadingAnswer> = api.readings.iter().map(|reading| &reading.answer).collect();
    assert!(matches!(answers[0], ReadingAnswer::Read { why: Some(_), .. }));
    assert_eq!(answers[1], &ReadingAnswer::Question("what-is-it".to_owned()));
    assert!(matches!(answers[2], ReadingAnswer::Waived(_)));
}
