//! The way from any version to any newer one: every change on it, once, and the same in every format.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::BTreeSet;

use juspay_codegen::json::Json;
use juspay_codegen::upgrade::{Entry, Upgrade, upgrade};
use juspay_spec::model::{Api, Evidence};
use juspay_tests::apis;

/// What changes where: the place, the change, the item and what happens to it.
fn facts<'a>(way: &'a Upgrade<'_>) -> BTreeSet<(&'a str, &'a str, &'a str, &'a str)> {
    let places = way.places.iter().flat_map(|place| place.entries.iter().map(move |entry| (place.name, entry)));
    places.map(|(place, entry)| (place, entry.change, entry.item.as_str(), entry.what.as_str())).collect()
}

/// Both APIs.
fn everywhere(check: impl Fn(&Api)) {
    for generated in apis::all().unwrap_or_else(|error| panic!("{error}")) {
        check(&generated.api);
    }
}

#[test]
fn a_way_in_two_steps_is_the_same_way() {
    everywhere(|api| {
        let versions: Vec<_> = api.all_versions().collect();
        for (at, from) in versions.iter().enumerate() {
            for (between, to) in versions.iter().skip(at).zip(versions.iter().skip(at + 1)) {
                let steps = [upgrade(api, *from, *between), upgrade(api, *between, *to)];
                let joined: BTreeSet<_> = steps.iter().flat_map(facts).collect();
                assert_eq!(facts(&upgrade(api, *from, *to)), joined, "{from} to {to} by {between}");
            }
        }
    });
}

#[test]
fn every_change_is_on_the_way_from_the_first_version_to_the_last() {
    everywhere(|api| {
        let way = upgrade(api, juspay_spec::version::ApiVersion::BASE, api.latest());
        let told: BTreeSet<&str> = facts(&way).into_iter().map(|(_, change, ..)| change).collect();
        let noted: BTreeSet<&str> = way.notes.iter().map(|change| change.name.as_str()).collect();
        let all: BTreeSet<&str> = api.changes.iter().map(|change| change.name.as_str()).collect();
        assert_eq!(told.union(&noted).copied().collect::<BTreeSet<_>>(), all);
        assert!(told.is_disjoint(&noted), "{noted:?}");
    });
}

/// What a format for people says: the place, what it is to a caller, the reason, and what happens.
type Told = BTreeSet<[String; 4]>;

/// Reads the format back, in which the same is said once for all places and all items that it is true of. `mark` tells
/// what a line is: a place or several (`p`), an effect, a reason or an item, with its text.
fn told(text: &str, mark: impl Fn(&str) -> Option<(char, &str)>) -> Told {
    let (mut places, mut effect, mut reason, mut told) = (Vec::new(), "", "", Told::new());
    let mut open = false;
    for (kind, text) in text.lines().filter_map(mark) {
        match kind {
            'p' if open => places.push(text),
            'p' => (places, open) = (vec![text], true),
            'e' => (effect, open) = (text, false),
            'r' => reason = text,
            _ => told.extend(
                places
                    .iter()
                    .flat_map(|names| names.split(", ").map(|name| [name, effect, reason, text].map(str::to_owned))),
            ),
        }
    }
    told
}

/// What it has to say, a reason being put together as the format does.
fn to_tell(way: &Upgrade<'_>, between: &str) -> Told {
    let entries = way.places.iter().flat_map(|place| place.entries.iter().map(move |entry| (place.name, entry)));
    let row = |(place, entry): (&str, &Entry<'_>)| {
        let evidence = match entry.evidence {
            Evidence::Documented => String::new(),
            other => format!("{}: ", other.as_str()),
        };
        let reason = format!("{}{between}{} [{evidence}{}]", entry.version, entry.why, entry.at.join(", "));
        let item = format!("`{}` {}", entry.item, entry.what);
        [place.to_owned(), entry.effect.heading().to_owned(), reason, item]
    };
    entries.map(row).collect()
}

#[test]
fn every_format_has_every_entry_with_its_reason_and_its_page() {
    everywhere(|api| {
        let way = upgrade(api, juspay_spec::version::ApiVersion::BASE, api.latest());
        let (text, markdown, json) = (way.text(), way.markdown(), way.json());
        let of_text = told(&text, |line| match line.len() - line.trim_start().len() {
            _ if line.is_empty() || line.starts_with("from ") || line.starts_with("note: ") => None,
            0 => Some(('p', line.split("  ").next().unwrap_or(line))),
            2 => Some(('e', line.trim())),
            4 => Some(('r', line.trim())),
            _ => Some(('i', line.trim())),
        });
        assert_eq!(of_text, to_tell(&way, "  "));
        let (body, _) = markdown.split_once("\n## Notes").unwrap_or((&markdown, ""));
        let of_markdown = told(body, |line| {
            let effect = line.strip_prefix("A caller ").and_then(|line| line.strip_suffix(':'));
            let rest = |start, kind| line.strip_prefix(start).map(|rest| (kind, rest));
            rest("## ", 'p').or(effect.map(|effect| ('e', effect))).or(rest("- ", 'r')).or(rest("  - ", 'i'))
        });
        assert_eq!(of_markdown, to_tell(&way, ": "));
        let places = json.get("endpoints").expect("there are endpoints").items();
        assert_eq!(places.len(), way.places.len());
        for (place, object) in way.places.iter().zip(places) {
            let entries = object.get("entries").expect("there are entries").items();
            assert_eq!(entries.len(), place.entries.len(), "{}", place.name);
            for (entry, object) in place.entries.iter().zip(entries) {
                for (key, value) in [("item", entry.item.as_str()), ("why", entry.why), ("what", entry.what.as_str())] {
                    assert_eq!(object.get(key).and_then(Json::as_str), Some(value), "{key}");
                }
            }
        }
    });
}

#[test]
fn places_at_which_the_same_happens_are_told_together() {
    let api = juspay_spec::embedded().api.expect("the built-in spec holds");
    let version = |text: &str| text.parse().expect("a version");
    let text = upgrade(&api, version("2021-03-05"), version("2021-03-25")).text();
    assert_eq!(text.matches("`Refund.metadata` is there").count(), 1, "{text}");
    assert!(text.contains("\norder_status  GET /orders/{order_id}\n"), "{text}");
}

#[test]
fn what_a_page_does_not_say_is_marked() {
    let api = juspay_spec::embedded().api.expect("the built-in spec holds");
    let version = |text: &str| text.parse().expect("a version");
    let way = upgrade(&api, version("2019-11-10"), version("2019-11-11"));
    assert!(way.text().contains("no longer reported as charged. [inferred: api-basics:45-46]"), "{}", way.text());
    assert!(way.markdown().contains("has a status of its own. [api-basics:45-46]"));
}

#[test]
fn a_version_that_nobody_knows_yet_is_told() {
    let api = juspay_spec::embedded().api.expect("the built-in spec holds");
    let version = |text: &str| text.parse().expect("a version");
    let told = |to: &str| upgrade(&api, version("2021-03-05"), version(to));
    for text in [told("2030-01-01").text(), told("2030-01-01").markdown()] {
        assert!(text.contains("; nothing is known after 2021-03-25"), "{text}");
    }
    assert!(!told("2021-03-25").text().contains("nothing is known"));
}
