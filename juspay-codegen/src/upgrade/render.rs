//! The way to a newer version as text, Markdown and JSON.

use std::fmt::Write as _;

use juspay_spec::model::Evidence;

use super::{Effect, Entry, Upgrade};
use crate::json::{Json, object};

impl Upgrade<'_> {
    /// For a terminal.
    pub fn text(&self) -> String {
        let mut out = format!("from {} to {}: {}\n", self.from, self.to, self.summary());
        for place in &self.places {
            let _ = write!(out, "\n{}", place.name);
            if !place.call.is_empty() {
                let _ = write!(out, "  {}", place.call);
            }
            out.push('\n');
            for effect in Effect::ALL {
                let entries = place.entries.iter().filter(|entry| entry.effect == effect);
                for (at, entry) in entries.enumerate() {
                    if at == 0 {
                        let _ = writeln!(out, "  {}", effect.heading());
                    }
                    let _ = writeln!(out, "    {}  `{}` {}", entry.version, entry.item, entry.what);
                    let _ = writeln!(out, "                {}{}", entry.why, pages(entry));
                }
            }
        }
        for change in &self.notes {
            let _ = writeln!(
                out,
                "\nnote: {} {} ({}): {}",
                change.version,
                change.name,
                change.kind.as_str(),
                change.meta.doc
            );
        }
        out
    }

    /// For a changelog or a review.
    pub fn markdown(&self) -> String {
        let mut out = format!("# From {} to {}\n\nIn all: {}.\n", self.from, self.to, self.summary());
        for place in &self.places {
            let call = if place.call.is_empty() { String::new() } else { format!(": `{}`", place.call) };
            let _ = write!(out, "\n## {}{call}\n", place.name);
            for effect in Effect::ALL {
                let entries: Vec<&Entry<'_>> = place.entries.iter().filter(|entry| entry.effect == effect).collect();
                if entries.is_empty() {
                    continue;
                }
                let _ = write!(out, "\nA caller {}:\n\n", effect.heading());
                for entry in entries {
                    let Entry { version, item, what, why, .. } = entry;
                    let _ = writeln!(out, "- {version}: `{item}` {what}. {why}{}", pages(entry));
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
        format!("{gain} gained, {lose} lost, {change} to look at")
    }
}

/// ` [api-basics:46]`, or ` [inferred: api-basics:46]` where the page does not say it.
fn pages(entry: &Entry<'_>) -> String {
    let evidence = Some(entry.evidence).filter(|evidence| *evidence != Evidence::Documented).map(Evidence::as_str);
    let pages = Some(entry.at.join(", ")).filter(|pages| !pages.is_empty());
    let parts: Vec<String> = evidence.map(str::to_owned).into_iter().chain(pages).collect();
    if parts.is_empty() { String::new() } else { format!(" [{}]", parts.join(": ")) }
}
