//! The way to a newer version as text, Markdown and JSON.

use std::fmt::Write as _;

use juspay_spec::model::Evidence;

use super::{Effect, Entry, Place, Upgrade};
use crate::json::{Json, object};

impl Upgrade<'_> {
    /// For a terminal.
    pub fn text(&self) -> String {
        let mut out = format!("from {} to {}: {}\n", self.from, self.to, self.summary());
        for Chapter { places, entries } in self.chapters() {
            out.push('\n');
            for place in places {
                let _ = writeln!(out, "{}", format!("{}  {}", place.name, place.call).trim_end());
            }
            for (effect, reasons) in by_effect(entries) {
                let _ = writeln!(out, "  {}", effect.heading());
                for entries in reasons {
                    let Some(first) = entries.first() else { continue };
                    let _ = writeln!(out, "    {}  {}{}", first.version, first.why, pages(first));
                    for Entry { item, what, .. } in entries {
                        let _ = writeln!(out, "                `{item}` {what}");
                    }
                }
            }
        }
        for change in &self.notes {
            let (version, name, kind) = (change.version, &change.name, change.kind.as_str());
            let _ = writeln!(out, "\nnote: {version} {name} ({kind}): {}", change.meta.doc);
        }
        out
    }

    /// For a changelog or a review.
    pub fn markdown(&self) -> String {
        let mut out = format!("# From {} to {}\n\nIn all: {}.\n", self.from, self.to, self.summary());
        for Chapter { places, entries } in self.chapters() {
            let names: Vec<&str> = places.iter().map(|place| place.name).collect();
            let _ = writeln!(out, "\n## {}", names.join(", "));
            let calls = places.iter().filter(|place| !place.call.is_empty()).map(|place| format!("`{}`", place.call));
            let calls: Vec<String> = calls.collect();
            if !calls.is_empty() {
                let _ = writeln!(out, "\n{}", calls.join(", "));
            }
            for (effect, reasons) in by_effect(entries) {
                let _ = writeln!(out, "\nA caller {}:\n", effect.heading());
                for entries in reasons {
                    let Some(first) = entries.first() else { continue };
                    let _ = writeln!(out, "- {}: {}{}", first.version, first.why, pages(first));
                    for Entry { item, what, .. } in entries {
                        let _ = writeln!(out, "  - `{item}` {what}");
                    }
                }
            }
        }
        if !self.notes.is_empty() {
            out.push_str("\n## Notes\n\n");
        }
        for change in &self.notes {
            let _ = writeln!(out, "- {}: {} ({})", change.version, change.meta.doc, change.kind.as_str());
        }
        out
    }

    /// What people read: endpoints to which the same happens, together, as most of them answer one type.
    fn chapters(&self) -> Vec<Chapter<'_>> {
        let mut chapters: Vec<Chapter<'_>> = Vec::new();
        for place in &self.places {
            match chapters.iter_mut().find(|chapter| chapter.entries == place.entries) {
                Some(chapter) => chapter.places.push(place),
                None => chapters.push(Chapter { places: vec![place], entries: &place.entries }),
            }
        }
        chapters
    }

    /// For programs: `{from, to, endpoints: [{name, call, entries: [{effect, version, item, what, why, change, at, evidence}]}],
    /// notes}`.
    pub fn json(&self) -> Json {
        let text = |text: &str| Json::String(text.to_owned());
        let entry = |entry: &Entry<'_>| {
            let at = entry.at.iter().map(|at| text(at)).collect();
            Json::from(object([
                ("effect", text(entry.effect.as_str())),
                ("version", text(&entry.version.to_string())),
                ("item", text(&entry.item)),
                ("what", text(&entry.what)),
                ("why", text(entry.why)),
                ("change", text(entry.change)),
                ("at", Json::Array(at)),
                ("evidence", text(entry.evidence.as_str())),
            ]))
        };
        let places = self.places.iter().map(|place| {
            let entries = place.entries.iter().map(entry).collect();
            let entries = ("entries", Json::Array(entries));
            Json::from(object([("name", text(place.name)), ("call", text(&place.call)), entries]))
        });
        let notes = self.notes.iter().map(|change| {
            let version = text(&change.version.to_string());
            Json::from(object([("version", version), ("change", text(&change.name)), ("doc", text(&change.meta.doc))]))
        });
        Json::from(object([
            ("from", text(&self.from.to_string())),
            ("to", text(&self.to.to_string())),
            ("endpoints", Json::Array(places.collect())),
            ("notes", Json::Array(notes.collect())),
        ]))
    }

    fn summary(&self) -> String {
        let mut distinct: Vec<(Effect, &str, &str)> = Vec::new();
        for entry in self.places.iter().flat_map(|place| &place.entries) {
            let key = (entry.effect, entry.item.as_str(), entry.what.as_str());
            if !distinct.contains(&key) {
                distinct.push(key);
            }
        }
        let count = |effect| distinct.iter().filter(|(other, ..)| *other == effect).count();
        let (gain, lose, change) = (count(Effect::Gain), count(Effect::Lose), count(Effect::Change));
        let known = (self.to > self.newest).then(|| format!("; nothing is known after {}", self.newest));
        format!("{gain} gained, {lose} lost, {change} to look at{}", known.unwrap_or_default())
    }
}

/// Places at which the same changes.
struct Chapter<'a> {
    places: Vec<&'a Place<'a>>,
    entries: &'a [Entry<'a>],
}

/// The entries of each effect, those of one change together: its reason is told once.
fn by_effect<'a>(entries: &'a [Entry<'a>]) -> Vec<(Effect, Vec<Vec<&'a Entry<'a>>>)> {
    let of = |effect| {
        let mut reasons: Vec<Vec<&Entry<'_>>> = Vec::new();
        for entry in entries.iter().filter(|entry| entry.effect == effect) {
            let same = |reason: &&mut Vec<&Entry<'_>>| reason.first().is_some_and(|first| first.change == entry.change);
            match reasons.iter_mut().find(same) {
                Some(reason) => reason.push(entry),
                None => reasons.push(vec![entry]),
            }
        }
        (effect, reasons)
    };
    Effect::ALL.map(of).into_iter().filter(|(_, reasons)| !reasons.is_empty()).collect()
}

/// ` [api-basics:46]`, or ` [inferred: api-basics:46]` where the page does not say it.
fn pages(entry: &Entry<'_>) -> String {
    let evidence = Some(entry.evidence).filter(|evidence| *evidence != Evidence::Documented).map(Evidence::as_str);
    let pages = Some(entry.at.join(", ")).filter(|pages| !pages.is_empty());
    let parts: Vec<String> = evidence.map(str::to_owned).into_iter().chain(pages).collect();
    if parts.is_empty() { String::new() } else { format!(" [{}]", parts.join(": ")) }
}
