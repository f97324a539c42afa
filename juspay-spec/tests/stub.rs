//! One mistake is one error: what refers to something broken is not wrong itself, and the rest is still there.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::path::PathBuf;

use juspay_spec::diagnostic::one_line;
use juspay_spec::{Loaded, load_files};

const API: &str = "api:\n  name: Parcel\n  doc: Ships parcels.\n  auth: {token: {scheme: bearer, doc: A token.}}\n";

fn load(files: &[(&str, &str)]) -> Loaded {
    let api = [("api.yaml", API)];
    let files = api.iter().chain(files).map(|(name, text)| (PathBuf::from(name), (*text).to_owned()));
    load_files(files.collect())
}

fn codes(loaded: &Loaded) -> Vec<&'static str> {
    loaded.findings.iter().map(|finding| finding.code.name()).collect()
}

#[track_caller]
fn one(text: &str, code: &str) -> Loaded {
    let loaded = load(&[("parcels.yaml", text)]);
    let lines: Vec<String> = loaded.findings.iter().map(|finding| one_line(&loaded.sources, finding)).collect();
    assert_eq!(codes(&loaded), [code], "{}", lines.join("\n"));
    loaded
}

/// A type that everything refers to; `FIELDS` is where a mistake is put.
const REFERRED: &str = "
changes:
  addresses: {version: 2020-03-01, kind: added}
  lost-parcels: {version: 2021-03-01, kind: filter}
enums:
  Status:
    values: {SENT: {id: 1}, LOST: {id: 2}}
types:
  Parcel:
    fields:
      id: string
      status: Status
      status_id: int
      sender: {type: Address, prefix: sender_}
      receipt: {type: string?, when: status == SENT and sender_city}
      FIELDS
    one-of: [[id, receipt, extra]]
    pairs: {status: status_id}
  Address: {fields: {city: string}}
  Depot:
    fields:
      parcels: {type: list<Parcel>, hidden: {lost-parcels: extra == yes and status == LOST}}
      first: {type: Parcel?, gate: addresses}
requirements:
  Parcel: {by: carrier, columns: [Air], rows: {extra: yes, \"sender_*\": no}}
readings:
  P1: {reading: x, about: Parcel.extra}
  P2: {reading: x, about: Parcel}
endpoints:
  make: {call: POST /parcels, json: Parcel, idempotent: by extra, auth: token, responses: {200: Depot}}
";

#[test]
fn a_broken_field_is_one_error_whatever_refers_to_it() {
    for (field, code) in [
        ("extra: Strng", "unknown-type"),
        ("extra: list<string", "bad-type"),
        ("extra: {type: string, gate: adresses}", "unknown-change"),
        ("extra: {type: string, gate: lost-parcels}", "wrong-change-kind"),
        ("extra: {type: string, max-length: x}", "not-a-number"),
        ("extra: {type: string, tpye: int}", "unknown-key"),
        ("extra: {doc: No type.}", "missing-key"),
        ("extra: [string]", "wrong-shape"),
        ("extra: {type: string, rust: fn}", "bad-rust-name"),
        ("extra: {type: string?, when: a b c}", "bad-condition"),
        ("extra: {type: string?, when: statu == SENT}", "unknown-path"),
        ("extra: {type: string?, when: status == SENTT}", "impossible-value"),
        ("extra: {type: string, prefix: x_}", "prefix-not-object"),
        ("{extra: string, extra: int}", "duplicate-key"),
    ] {
        let text = match field.strip_prefix('{') {
            Some(twice) => REFERRED.replace("FIELDS", &twice.trim_end_matches('}').replace(", ", "\n      ")),
            None => REFERRED.replace("FIELDS", field),
        };
        let loaded = one(&text, code);
        let api = loaded.api.unwrap();
        let parcel = api.find_type("Parcel").unwrap();
        assert!(parcel.stub, "{field}");
        let fields = &parcel.object().unwrap().fields;
        assert!(fields.iter().any(|field| field.wire == "extra"), "{field}");
        assert_eq!(fields.len(), 6, "{field}");
        assert!(!api.find_type("Address").unwrap().stub);
        assert_eq!(api.endpoints.len(), 1);
        assert_eq!(api.requirements.len(), 1);
    }
    let whole = REFERRED.replace("FIELDS", "extra: string");
    assert_eq!(codes(&load(&[("parcels.yaml", &whole)])).iter().filter(|code| **code != "missing-doc").count(), 0);
}

#[test]
fn a_broken_item_is_one_error_whatever_refers_to_it() {
    let whole = REFERRED.replace("FIELDS", "extra: string");
    for (from, to, code) in [
        ("  Address: {fields: {city: string}}", "  Address: [city]", "wrong-shape"),
        ("  Address: {fields: {city: string}}", "  Address: {field: {city: string}}", "unknown-key"),
        ("  Address: {fields: {city: string}}", "  Address: {fields: [city]}", "wrong-shape"),
        ("  Address: {fields: {city: string}}", "  Address: {fields: {city: strng}}", "unknown-type"),
        (
            "  Address: {fields: {city: string}}",
            "  Address: {fields: {city: string}, include: [Where]}",
            "unknown-group",
        ),
        ("  Address: {fields: {city: string}}", "  Address: {gate: x, fields: {city: string}}", "unknown-change"),
        ("    values: {SENT: {id: 1}, LOST: {id: 2}}", "    values: [SENT, LOST]", "wrong-shape"),
        ("    values: {SENT: {id: 1}, LOST: {id: 2}}", "    value: {SENT: {id: 1}, LOST: {id: 2}}", "unknown-key"),
        ("SENT: {id: 1}", "SENT: {id: one}", "not-a-number"),
        ("SENT: {id: 1}", "SENT: {id: 1, gate: addreses}", "unknown-change"),
        ("{version: 2021-03-01, kind: filter}", "{version: 2021-03-01, kind: filtre}", "unknown-word"),
        ("{version: 2021-03-01, kind: filter}", "{version: 2021-03-01}", "missing-key"),
        ("{version: 2021-03-01, kind: filter}", "[2021-03-01, filter]", "wrong-shape"),
        ("call: POST /parcels", "call: POST", "bad-call"),
        ("call: POST /parcels, ", "", "missing-key"),
        ("types:\n", "typs:\n", "unknown-section"),
        ("enums:\n", "enums: []\nenum:\n", "unknown-section"),
    ] {
        assert!(whole.contains(from), "{from}");
        let loaded = load(&[("parcels.yaml", &whole.replacen(from, to, 1))]);
        let found = codes(&loaded);
        if to.starts_with("enums: []") {
            assert_eq!(found, ["wrong-shape", "unknown-section"], "two sections, two mistakes");
            continue;
        }
        let lines: Vec<String> = loaded.findings.iter().map(|finding| one_line(&loaded.sources, finding)).collect();
        assert_eq!(found, [code], "{from} -> {to}\n{}", lines.join("\n"));
        assert!(loaded.api.is_some(), "{to}");
    }
}

#[test]
fn one_broken_type_leaves_everything_else_as_it_was() {
    let whole = REFERRED.replace("FIELDS", "extra: string");
    let fine = load(&[("parcels.yaml", &whole)]).api.unwrap();
    let broken = one(&whole.replace("extra: string", "extra: strinng"), "unknown-type").api.unwrap();
    let without_spans = |text: String| {
        text.split("origin:")
            .map(|part| part.split_once('}').map_or(part.to_owned(), |(_, rest)| rest.to_owned()))
            .collect::<String>()
    };
    for (a, b) in fine.types.iter().zip(&broken.types) {
        if a.name == "Parcel" {
            assert!(b.stub && !a.stub);
        } else {
            assert_eq!(without_spans(format!("{a:?}")), without_spans(format!("{b:?}")));
        }
    }
    assert_eq!(without_spans(format!("{:?}", fine.endpoints)), without_spans(format!("{:?}", broken.endpoints)));
    assert_eq!(without_spans(format!("{:?}", fine.changes)), without_spans(format!("{:?}", broken.changes)));
}

#[test]
fn a_broken_date_is_one_error_however_often_its_change_is_used() {
    let kinds = [
        ("added", "weight: {type: Weight?, gate: c}"),
        ("removed", "weight: {type: decimal?, gate: older, until: c}"),
        ("renamed", "weight: {type: decimal?, gate: older, renamed: {c: mass}}\n      mass: string?"),
        ("retyped", "weight: {type: decimal?, gate: older, retyped: {c: string}}"),
        ("required", "weight: {type: decimal?, gate: older, required: c}"),
        ("condition", "weight: {type: decimal?, gate: c, when: id == X}\n      net: {type: string?, when: weight}"),
    ];
    for (kind, fields) in kinds {
        let text = format!(
            "changes:
  older: {{version: 2020-03-01, kind: added}}
  c: {{version: 2020-02-30, kind: {kind}}}
types:
  Weight: {{gate: older, fields: {{grams: int}}}}
  Parcel:
    fields:
      id: string
      other: {{type: Weight?, gate: older}}
      {fields}
"
        );
        one(&text, "bad-version");
    }
    one(
        "changes:
  older: {version: 2020-03-01, kind: value}
  c: {version: soon, kind: value}
  d: {version: 2019-01-01, kind: remap}
enums:
  Carrier:
    values:
      ROAD: By road.
      AIR: {was: {c: ROAD}}
      SEA: {gate: older, was: {c: AIR}}
      RAIL: {was: {d: AIR}}
types:
  Parcel: {fields: {carrier: {type: Carrier?, default: AIR}, flight: {type: string?, when: carrier == AIR}}}
",
        "bad-version",
    );
}

#[test]
fn a_broken_group_is_reported_once_though_it_is_included_thrice() {
    let types = "types:\n  A: {include: [G]}\n  B: {include: [G]}\n  C: {include: [G]}\n";
    for (group, code) in [
        ("a: Nope", "unknown-type"),
        ("a: {type: string, gate: nope}", "unknown-change"),
        ("a: {type: string?, gate: newer, until: older}", "empty-life"),
        ("a: {type: string, wire: x}, b: {type: string, wire: x}", "duplicate-field"),
        ("tag1..tag3: string, tag2..tag5: string", "duplicate-field"),
        ("a-b: string, a_b: string", "name-collision"),
        ("a: {type: string?, when: nope}", "unknown-path"),
        ("a: {type: string?, max-items: 2}", "constraint-misfit"),
        ("a: {type: New}", "newer-type"),
        ("a9..a1: string", "bad-range"),
    ] {
        let gated = "changes:
  newer: {version: 2022-03-01, kind: added}
  older: {version: 2021-03-01, kind: removed}
";
        let text = format!("{gated}groups:\n  G: {{fields: {{{group}}}}}\n{types}  New: {{gate: newer}}\n");
        let loaded = load(&[("parcels.yaml", &text)]);
        let lines: Vec<String> = loaded.findings.iter().map(|finding| one_line(&loaded.sources, finding)).collect();
        assert_eq!(codes(&loaded), [code], "{group}\n{}", lines.join("\n"));
    }
}

#[test]
fn mistakes_in_several_files_are_reported_at_once_by_file_and_place() {
    let loaded = load(&[
        ("b.yaml", "types:\n  B:\n    fields:\n      x: Nope\n      y: {type: string, max-length: many}\n"),
        ("a.yaml", "enums:\n  A: {values: {}}\ntypes:\n  C: {fields: {z: {type: int, gate: nope}}}\n"),
        ("c.yaml", "endpoints:\n  call_it: {call: GET here, auth: tokn}\nreadings:\n  R: {about: api}\n"),
    ]);
    let places: Vec<String> = loaded
        .findings
        .iter()
        .map(|finding| format!("{} {}", loaded.sources.locate(finding.primary.as_ref().unwrap().span), finding.code))
        .collect();
    assert_eq!(
        places,
        [
            "a.yaml:2:3 no-values",
            "a.yaml:4:37 unknown-change",
            "b.yaml:4:10 unknown-type",
            "b.yaml:5:37 not-a-number",
            "c.yaml:2:19 bad-call",
            "c.yaml:2:35 unknown-auth",
            "c.yaml:4:3 no-answer",
        ]
    );
    let api = loaded.api.unwrap();
    assert_eq!(api.types.len(), 3);
    assert!(api.types.iter().all(|def| def.stub));
}

#[test]
fn a_file_that_is_no_yaml_does_not_make_its_names_unknown_elsewhere() {
    let loaded = load(&[
        ("a.yaml", "types:\n  A: {doc: Fine}}\n"),
        ("b.yaml", "types:\n  B: {fields: {a: A, b: {type: int, max-length: x}}}\n"),
    ]);
    assert_eq!(codes(&loaded), ["yaml-syntax", "not-a-number"]);
    assert!(loaded.api.is_none());
}
