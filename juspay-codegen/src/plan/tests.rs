use std::path::PathBuf;

use juspay_spec::load_files;
use juspay_spec::model::Api;

use super::{Problem, plan};
use crate::item::{Item, Object, Package, Shape};
use crate::options::{Options, WindowText};
use crate::output::Rendered;

const API: &str = "
api:
  name: Parcel
  doc: Ships parcels.
  version-header: parcel-version
  unversioned: oldest
  environments: {live: {url: 'https://parcel.example', at: p:1, doc: Ships.}}
  auth: {token: {scheme: bearer, at: p:2, doc: A token.}}
pages:
  p: {title: Parcels}
changes:
  hubs-go: {version: 2019-01-01, kind: removed, at: p:3, doc: Parcels no longer name their hub.}
  weight: {version: 2020-06-15, kind: added, at: p:4, doc: Parcels carry their weight.}
  price: {version: 2021-03-25, kind: renamed, at: p:5, doc: The sum is called price.}
  lost: {version: 2021-03-25, kind: value, at: p:6, doc: Parcels can be lost.}
";

const PARCELS: &str = "
types:
  Parcel:
    doc: A parcel.
    at: p:10
    fields:
      id: {type: string, at: p:11, doc: Its id.}
      status: {type: ParcelStatus, at: p:12, doc: Where it is.}
      hub: {type: string?, until: hubs-go, at: p:13, doc: Where it was handed in.}
      weight: {type: Weight?, gate: weight, at: p:14, doc: What it weighs.}
      price: {type: amount?, renamed: {price: sum}, at: p:15, doc: What it costs.}
      sender: {type: Address?, prefix: sender_, at: p:16, doc: Who sends it.}
      pieces: {type: list<Piece>?, at: p:17, doc: What is in it.}
  Piece:
    doc: A thing in a parcel.
    at: p:18
    fields:
      name: {type: string, at: p:19, doc: Its name.}
      parcel: {type: Parcel?, at: p:20, doc: A parcel in the parcel.}
  Weight:
    doc: A weight.
    at: p:21
    fields:
      grams: {type: int, at: p:22, doc: In grams.}
  Address:
    doc: An address.
    at: p:23
    fields:
      city: {type: string, at: p:24, doc: The city.}
      mail: {type: email?, at: p:25, doc: For questions.}
enums:
  ParcelStatus:
    doc: Where a parcel is.
    at: p:30
    values:
      READY: {id: 1, at: p:31, doc: Waiting.}
      SENT: {id: 2, at: p:32, doc: On its way.}
      LOST: {id: 9, gate: lost, at: p:33, doc: Nobody knows.}
    answers:
      is_final: {doc: Whether it still moves., yes: [LOST], no: [READY, SENT]}
endpoints:
  get_parcel:
    call: GET /parcels/{id}
    doc: A parcel.
    at: p:40
    auth: token
    responses: {200: Parcel}
";

const OTHERS: &str = "
types:
  Depot:
    doc: A depot.
    at: p:50
    fields:
      name: {type: string, at: p:51, doc: Its name.}
endpoints:
  get_depot:
    call: GET /depots/{id}
    doc: A depot.
    at: p:52
    auth: token
    responses: {200: Depot}
";

fn api() -> Api {
    load(&[("api.yaml", API), ("parcels.yaml", PARCELS), ("depots.yaml", OTHERS)])
}

fn load(files: &[(&str, &str)]) -> Api {
    let files = files.iter().map(|(name, text)| (PathBuf::from(name), (*text).to_owned()));
    let loaded = load_files(files.collect());
    let style = juspay_spec::diagnostic::Style::Plain;
    let findings = juspay_spec::diagnostic::render(&loaded.sources, &loaded.findings, style);
    assert!(!loaded.has_errors(), "{findings}");
    loaded.api.unwrap_or_else(|| panic!("{findings}"))
}

fn window(text: &str) -> Options {
    Options { versions: WindowText(text.to_owned()), ..Options::default() }
}

fn planned(options: &Options) -> Package {
    plan(&api(), options).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn problems(options: &Options) -> Vec<String> {
    let problems = plan(&api(), options).err().unwrap_or_default();
    problems.iter().map(Problem::to_string).collect()
}

fn names(package: &Package) -> Vec<String> {
    let modules = package.modules.iter();
    modules.flat_map(|module| module.items.iter().map(|item| format!("{}.{}", module.name, item.name()))).collect()
}

fn object(package: &Package, name: &str) -> Object {
    let mut items = package.modules.iter().flat_map(|module| &module.items);
    let found = items.find_map(|item| match item {
        Item::Object(object) if object.name == name => Some(object.clone()),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no {name}"))
}

/// Every type and fact that would be written, as one text. The client is left out: it has a parameter for its version
/// whatever its types have.
fn text(options: &Options) -> String {
    let files = Rendered::new(&planned(options), options.layout, 0).unwrap().files;
    let files = files.into_iter().filter(|(path, _)| !path.ends_with("client.rs"));
    let files = files.map(|(path, text)| format!("== {}\n{text}", path.display()));
    files.collect::<Vec<_>>().concat()
}

#[test]
fn what_every_version_has_is_a_field_and_the_rest_a_method() {
    let package = planned(&Options::default());
    let parcel = object(&package, "Parcel");
    let gates = |name: &str| {
        let field = parcel.fields.iter().find(|field| field.name == name);
        field.and_then(|field| field.gate.clone()).map(|gate| {
            let name = |marker: Option<crate::item::Marker>| marker.map(|marker| marker.name.to_string());
            (name(gate.since), name(gate.until))
        })
    };
    assert_eq!(gates("id"), None);
    assert_eq!(gates("price"), None);
    assert_eq!(gates("weight"), Some((Some("V2020_06_15".to_owned()), None)));
    assert_eq!(gates("hub"), Some((None, Some("V2019_01_01".to_owned()))));
    assert!(parcel.versioned);
    assert!(object(&package, "Piece").versioned, "a piece holds a parcel, which has gates");
    assert!(!object(&package, "Address").versioned);
    assert!(!object(&package, "Depot").versioned);
}

#[test]
fn rows_have_former_names_and_those_of_flattened_objects() {
    let parcel = object(&planned(&Options::default()), "Parcel");
    let rows: Vec<_> = parcel.rows.iter().map(|row| (row.wire.as_str(), row.index, row.since, row.until)).collect();
    let expected = [
        ("id", 0, 0, None),
        ("status", 1, 0, None),
        ("hub", 2, 0, Some(20_190_101)),
        ("weight", 3, 20_200_615, None),
        ("sum", 4, 0, Some(20_210_325)),
        ("price", 4, 20_210_325, None),
        ("sender_city", 5, 0, None),
        ("sender_mail", 6, 0, None),
        ("pieces", 7, 0, None),
    ];
    assert_eq!(rows, expected);
    assert_eq!(parcel.flats, [(5, 7)]);
    assert!(parcel.rows.iter().any(|row| row.wire == "sender_mail" && row.sensitive));
}

#[test]
fn a_window_leaves_no_trace_of_what_is_outside() {
    let before = text(&window("..=2020-01-01"));
    for gone in ["weight", "Weight", "\"price\"", "Lost", "LOST", "2020", "2021"] {
        assert!(!before.contains(gone), "{gone}\n{before}");
    }
    let after = text(&window("2021-03-25.."));
    for gone in ["hub", "\"sum\"", "Before<", "V2019", "AtLeast<", "<V>", "PhantomData", "Since"] {
        assert!(!after.contains(gone), "{gone}\n{after}");
    }
    assert!(after.contains("pub weight: Option<Weight>"));
}

#[test]
fn one_version_leaves_no_parameter() {
    for versions in ["base", "2019-01-01", "2019-05-01..=2019-06-01", "2021-03-25"] {
        let text = text(&window(versions));
        assert!(!text.contains("<V") && !text.contains("  where"), "{versions}\n{text}");
    }
}

#[test]
fn a_date_between_two_versions_is_the_earlier_one() {
    assert_eq!(text(&window("2020-12-24..=2021-03-25")), text(&window("2020-06-15..=2021-03-25")));
}

#[test]
fn patterns_take_what_they_need_along() {
    let only = |pattern: &str| names(&planned(&Options { only: vec![pattern.to_owned()], ..Options::default() }));
    assert_eq!(only("depots.*"), ["depots.GET_DEPOT", "depots.Depot"]);
    assert_eq!(only("Weight"), ["parcels.Weight"]);
    let all = ["GET_PARCEL", "Parcel", "Piece", "Weight", "Address", "ParcelStatus"];
    assert_eq!(only("get_parcel"), all.map(|name| format!("parcels.{name}")));
    assert_eq!(only("Piece").len(), 5, "the endpoint is not needed");
}

#[test]
fn patterns_reach_only_what_the_window_has() {
    let options = Options { only: vec!["Parcel".to_owned()], ..window("..=2019-01-01") };
    assert!(!names(&planned(&options)).contains(&"parcels.Weight".to_owned()));
}

#[test]
fn overrides_reach_their_item() {
    let mut options = Options::default();
    for (name, value) in [
        ("rename", "Depot=Warehouse"),
        ("rename", "Parcel.id=key"),
        ("rename", "ParcelStatus.LOST=Gone"),
        ("replace", "Parcel.weight=crate::Grams"),
        ("replace", "amount=my::Money"),
        ("derives", "Address=Eq"),
    ] {
        assert_eq!(options.set(name, value), Ok(()));
    }
    let text = text(&options);
    for there in [
        "pub struct Warehouse",
        "pub key: String",
        "field(\"id\", 0)",
        "Gone,",
        "weight: Option<crate::Grams>",
        "pub price: Option<my::Money>",
        "#[derive(Clone, PartialEq, Eq)]",
        "Reply::of(200, \"Warehouse\")",
    ] {
        assert!(text.contains(there), "{there}\n{text}");
    }
    assert!(!text.contains("struct Weight"), "nothing needs it any more");
}

#[test]
fn what_matches_nothing_is_told() {
    let mut options = window("soon");
    for (name, value) in [
        ("only", "parcel.*"),
        ("only", "Parcle"),
        ("rename", "Parcel.wieght=x"),
        ("rename", "Depot=no name"),
        ("replace", "Adress=x::Y"),
        ("replace", "get_depot=x::Y"),
        ("replace", "Depot=}"),
        ("derives", "Depo=Eq"),
        ("runtime", ""),
    ] {
        assert_eq!(options.set(name, value), Ok(()));
    }
    let expected = [
        "option `versions`: `soon` is no window of versions: a version is a date that exists, written YYYY-MM-DD, or `base`",
        "option `rename`: `Parcel` has no `wieght`; did you mean `Parcel.weight`?",
        "option `rename`: `no name`, which shall stand for `Depot`, is no name in Rust",
        "option `replace`: `Adress` matches nothing in the spec; did you mean `Address`?",
        "option `replace`: `get_depot` has no type that could be replaced",
        "option `replace`: `}` is no type in Rust",
        "option `derives`: `Depo` matches nothing in the spec; did you mean `Depot`?",
        "option `only`: `parcel.*` matches no type and no endpoint; did you mean `parcels.*`?",
        "option `only`: `Parcle` matches no type and no endpoint; did you mean `Parcel`?",
        "option `runtime`: `` is no path in Rust",
    ];
    assert_eq!(problems(&options), expected);
}

#[test]
fn names_that_clash_after_renaming_are_told() {
    let mut options = Options::default();
    let _ = options.set("rename", "Piece=Weight");
    let _ = options.set("rename", "Parcel.id=status");
    assert_eq!(
        problems(&options),
        [
            "option `rename`: something in `Parcel` is called `status` twice; choose another name",
            "option `rename`: something in module `parcels` is called `Weight` twice; choose another name",
        ]
    );
}

#[test]
fn the_order_of_files_does_not_matter() {
    let files = [("api.yaml", API), ("parcels.yaml", PARCELS), ("depots.yaml", OTHERS)];
    let shuffled = [files[2], files[0], files[1]];
    let render = |files: &[(&str, &str)]| {
        let package = plan(&load(files), &Options::default()).unwrap_or_else(|problems| panic!("{problems:?}"));
        Rendered::new(&package, crate::options::Layout::Crate, 0).unwrap().files
    };
    assert_eq!(render(&files), render(&shuffled));
}

#[test]
fn names_of_the_prelude_and_the_runtime_are_spelled_out_where_a_type_takes_them() {
    let types = "
types:
  Option: {doc: A choice., at: p:1, fields: {name: {type: string?, at: p:2, doc: Its name.}}}
  String: {doc: A cord., at: p:1, fields: {size: {type: amount?, at: p:2, doc: Its price.}}}
  Amount: {doc: A heap., at: p:1, fields: {all: {type: list<Option>?, at: p:2, doc: Choices.}}}
  Reader: {doc: Who reads., at: p:1, fields: {name: {type: string, at: p:2, doc: A name.}}}
";
    let changeless = API.split("changes:").next().unwrap_or_default();
    let api = load(&[("api.yaml", changeless), ("things.yaml", types)]);
    let package = plan(&api, &Options::default()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let text = &Rendered::new(&package, crate::options::Layout::Single, 0).unwrap().files[0].1;
    for there in [
        "pub name: ::core::option::Option<::std::string::String>",
        "pub size: ::core::option::Option<juspay_runtime::Amount>",
        "pub all: List<Option>",
    ] {
        assert!(text.contains(there), "{there}\n{text}");
    }
}

#[test]
fn an_early_requirement_is_plain_and_a_later_one_is_not() {
    let spec = PARCELS.replace("weight: {type: Weight?, gate: weight,", "weight: {type: Weight?, required: weight,");
    let api = load(&[("api.yaml", &API.replace("kind: added", "kind: required")), ("parcels.yaml", &spec)]);
    let shape = |versions: &str| {
        let package = plan(&api, &window(versions)).unwrap_or_else(|problems| panic!("{problems:?}"));
        let parcel = object(&package, "Parcel");
        let weight = parcel.fields.iter().find(|field| field.name == "weight").map(|field| field.shape);
        let row = parcel.rows.iter().find(|row| row.wire == "weight").and_then(|row| row.required);
        (weight, row)
    };
    assert_eq!(shape("2020-06-15.."), (Some(Shape::Required), Some(0)));
    assert_eq!(shape(".."), (Some(Shape::Optional), Some(20_200_615)));
    assert_eq!(shape("..=2019-01-01"), (Some(Shape::Optional), None));
}
