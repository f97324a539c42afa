//! The HTML reference: complete, whole in its links, true about versions, and deaf to what a spec says.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use juspay_codegen::cli::{Streams, run};
use juspay_codegen::reference;
use juspay_spec::model::Api;

fn api_of(loaded: juspay_spec::Loaded) -> Api {
    loaded.api.expect("the spec is right")
}

fn library() -> Api {
    api_of(juspay_spec::load_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/library")))
}

fn juspay() -> Api {
    api_of(juspay_spec::embedded())
}

fn pages(api: &Api) -> BTreeMap<String, String> {
    reference::render(api).expect("rendered").into_iter().map(|file| (file.name, file.text)).collect()
}

fn is_page(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "html")
}

/// What stands behind `name="` in a page, unescaped.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<String> {
    let pattern = format!(" {name}=\"");
    let values = page.split(pattern.as_str()).skip(1).filter_map(|rest| rest.split('"').next());
    values.map(|value: &'a str| value.replace("&#x2f;", "/").replace("&amp;", "&").replace("&#x27;", "'")).collect()
}

#[test]
fn every_link_leads_somewhere() {
    for api in [juspay(), library()] {
        let pages = pages(&api);
        let ids: BTreeMap<&str, BTreeSet<String>> =
            pages.iter().map(|(name, text)| (name.as_str(), attributes(text, "id").into_iter().collect())).collect();
        let mut links = 0;
        for (name, text) in pages.iter().filter(|(name, _)| is_page(name)) {
            for href in attributes(text, "href").iter().filter(|href| !href.starts_with("http")) {
                let (file, place) =
                    href.split_once('#').map_or((href.as_str(), None), |(file, place)| (file, Some(place)));
                let file = if file.is_empty() { name } else { file };
                let there = ids.get(file).unwrap_or_else(|| panic!("{name} links to {href}"));
                assert!(place.is_none_or(|place| there.contains(place)), "{name} links to {href}");
                links += 1;
            }
        }
        assert!(links > 200, "{links}");
    }
}

#[test]
fn nothing_of_a_spec_is_missing() {
    for api in [juspay(), library()] {
        let pages = pages(&api);
        let ids: BTreeSet<String> = pages.values().flat_map(|text| attributes(text, "id")).collect();
        let place = |name: &str| name.split_whitespace().collect::<Vec<_>>().join("_");
        for def in &api.types {
            assert!(ids.contains(&place(&def.name)), "{}", def.name);
            for field in def.object().iter().flat_map(|object| &object.fields).filter(|field| !field.wire.is_empty()) {
                assert!(ids.contains(&place(&format!("{}.{}", def.name, field.wire))), "{}.{}", def.name, field.wire);
            }
            for value in def.as_enum().iter().flat_map(|values| &values.values) {
                assert!(ids.contains(&place(&format!("{}.{}", def.name, value.wire))), "{}.{}", def.name, value.wire);
            }
        }
        let others = api.endpoints.iter().map(|endpoint| endpoint.name.clone());
        let others = others.chain(api.changes.iter().map(|change| format!("change-{}", change.name)));
        for name in others.chain(api.questions.iter().map(|question| question.name.clone())) {
            assert!(ids.contains(&name), "{name}");
        }
    }
}

/// The mask of a row: which versions have it.
fn mask(page: &str, id: &str) -> Option<String> {
    let row = page.split("<tr ").find(|row| row.starts_with(&format!("id=\"{id}\"")))?;
    let head = row.split('>').next()?;
    attributes(head, "data-seen").into_iter().next()
}

#[test]
fn a_row_tells_which_versions_have_it() {
    let api = juspay();
    let pages = pages(&api);
    let versions: Vec<String> = api.all_versions().map(|version| version.to_string()).collect();
    let since = |date: &str| {
        versions
            .iter()
            .map(|version| if version != "base" && version.as_str() >= date { '1' } else { '0' })
            .collect::<String>()
    };
    for (file, id, date) in [
        ("refunds.html", "Refund.error_code", "2020-11-20"),
        ("orders.html", "OrderStatus.AUTO_REFUNDED", "2019-11-11"),
        ("refunds.html", "RefundStatus.PENDING", "2015-01-09"),
        ("refunds.html", "RefundStatus.MANUAL_REVIEW", "2017-03-16"),
        ("index.html", "ORDER_FAILED", "2016-07-19"),
    ] {
        assert_eq!(mask(&pages[file], id).as_deref(), Some(since(date).as_str()), "{id}");
    }
    assert_eq!(mask(&pages["orders.html"], "Order.order_id"), None);
}

#[test]
fn a_renamed_field_has_a_row_for_each_of_its_names() {
    let api = library();
    let page = &pages(&api)["lending.html"];
    let (now, then) = (mask(page, "Loan.member_id"), mask(page, "Loan.borrower"));
    let (now, then) = (now.expect("a mask"), then.expect("a mask"));
    let opposite = now.chars().map(|seen| if seen == '1' { '0' } else { '1' }).collect::<String>();
    assert_eq!(then, opposite);
}

#[test]
fn text_of_a_spec_stays_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = r#"
api: {name: "</title><script>alert(1)</script>", doc: "<img src=x onerror=alert(2)>"}
pages:
  evil: {title: "\"><script>alert(3)</script>", url: "javascript:alert(4)"}
types:
  Parcel:
    doc: "{{ site }} {% include 'x' %} <b>"
    at: evil
    fields:
      "a\"onclick=\"alert(5)": {type: string, rust: odd, doc: "'quoted' & \"double\""}
"#;
    std::fs::write(folder.path().join("index.yaml"), text).expect("written");
    let loaded = juspay_spec::load_dir(folder.path());
    let api = loaded.api.unwrap_or_else(|| panic!("{:?}", loaded.findings));
    let pages = pages(&api);
    for (name, page) in pages.iter().filter(|(name, _)| is_page(name)) {
        assert_eq!(page.matches("<script").count(), 1, "{name}");
        for wrong in ["<img", "javascript:alert", "\"onclick", "<b>\"", "alert(1)</script>"] {
            assert!(!page.contains(wrong), "{name} holds {wrong}");
        }
    }
    assert!(pages["index-module.html"].contains("{{ site }}"), "a file of that name has a page of its own");
}

fn docs(args: &[&str]) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { out: &mut out, err: &mut err, width: Some(100), color: false };
    let code = run(["juspay-codegen", "docs"].iter().chain(args), &mut streams);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (code, text(out), text(err))
}

#[test]
fn the_command_writes_the_same_files_again_and_leaves_others_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("reference").display().to_string();
    let read = || {
        let files = std::fs::read_dir(&out).expect("listed").map(|entry| entry.expect("an entry").path());
        files.map(|path| (path.clone(), std::fs::read(path).expect("read"))).collect::<BTreeMap<_, _>>()
    };
    let (code, text, _) = docs(&["--out", &out]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("index.html"), "{text}");
    let first = read();
    assert_eq!(docs(&["--out", &out]).0, 0);
    assert_eq!(first, read());

    std::fs::write(Path::new(&out).join("orders.html"), "mine").expect("written");
    let before = read();
    let (code, _, error) = docs(&["--out", &out]);
    assert_eq!(code, 2);
    assert!(error.contains("orders.html") && error.contains("help: "), "{error}");
    assert_eq!(before, read());
}
