//! Documentation and provenance of items, and what is recorded beside them.

use super::pairing::pair_up;
use super::report::{Owner, Report, Spot, Subject};
use super::rules::{self, Rule};
use crate::model::{Api, At, Change, Meta, Page, Question, Reading, ReadingAnswer};
use crate::source::Span;
use crate::version::VersionRange;

/// Notes that an item is described otherwise, or comes from elsewhere.
pub(super) fn meta(report: &mut Report<'_>, subject: &Subject, old: &Meta, new: &Meta, rules: [&'static Rule; 2]) {
    let [docs, source] = rules;
    if (&old.doc, &old.note) != (&new.doc, &new.note) {
        report.push(docs, subject, "", "");
    }
    let (before, after) = (sourced(old), sourced(new));
    report.text(source, subject, &before, &after);
}

/// Notes that an item is described otherwise or comes from elsewhere, which is one thing here.
pub(super) fn described(report: &mut Report<'_>, subject: &Subject, old: &Meta, new: &Meta, rule: &'static Rule) {
    if (&old.doc, &old.note) != (&new.doc, &new.note) || sourced(old) != sourced(new) {
        report.push(rule, subject, "", "");
    }
}

fn sourced(meta: &Meta) -> String {
    let places = pages(&meta.at);
    let places = if places.is_empty() { "no page" } else { &places };
    format!("{places} ({})", meta.evidence.as_str())
}

fn pages(at: &[At]) -> String {
    let mut places: Vec<String> = at.iter().map(ToString::to_string).collect();
    places.sort_unstable();
    places.join(", ")
}

/// Something on record: its kind and name, a text for people, everything else, and its place.
struct Record {
    item: String,
    shown: String,
    all: String,
    origin: Span,
}

/// Compares pages, questions, readings and changes that move nothing.
pub(super) fn compare(report: &mut Report<'_>) {
    let (old, new) = (all(report.old.api), all(report.new.api));
    for pair in pair_up(&old, &new, |record| record.item.clone(), |record| record.item.clone()) {
        let spot = |record: &Record| Spot {
            item: record.item.clone(),
            origin: record.origin,
            owner: Owner::Api,
            range: VersionRange::ALL,
        };
        let subject = Subject { old: pair.0.map(spot), new: pair.1.map(spot) };
        match pair {
            (Some(old), Some(new)) if old.all != new.all => report.push(&rules::RECORD_CHANGED, &subject, "", ""),
            (None, Some(new)) => report.push(&rules::RECORD_ADDED, &subject, "", &new.shown),
            (Some(old), None) => report.push(&rules::RECORD_REMOVED, &subject, &old.shown, ""),
            _ => {}
        }
    }
}

fn all(api: &Api) -> Vec<Record> {
    let idle = api.changes.iter().filter(|change| change.uses.is_empty());
    let pages = api.pages.iter().map(page);
    let asked = api.questions.iter().map(question).chain(api.readings.iter().map(reading));
    pages.chain(asked).chain(idle.map(change)).collect()
}

fn page(page: &Page) -> Record {
    let Page { name, title, url, evidence, origin } = page;
    let all = format!("{title}\n{url:?}\n{}", evidence.as_str());
    Record { item: format!("page {name}"), shown: title.clone(), all, origin: *origin }
}

fn question(question: &Question) -> Record {
    let Question { name, ask, about, at, origin } = question;
    let all = format!("{ask}\n{about:?}\n{}", pages(at));
    Record { item: format!("question {name}"), shown: ask.clone(), all, origin: *origin }
}

fn reading(reading: &Reading) -> Record {
    let Reading { name, answer, about, at, origin } = reading;
    let shown = match answer {
        ReadingAnswer::Read { reading, .. } => reading.clone(),
        ReadingAnswer::Question(question) => format!("see the question {question}"),
        ReadingAnswer::Waived(why) => format!("waived: {why}"),
    };
    let all = format!("{answer:?}\n{about:?}\n{}", pages(at));
    Record { item: format!("reading {name}"), shown, all, origin: *origin }
}

fn change(change: &Change) -> Record {
    let Change { name, version, kind, question, meta, .. } = change;
    let all = format!("{version}\n{}\n{question:?}\n{}\n{:?}\n{}", kind.as_str(), meta.doc, meta.note, sourced(meta));
    let shown = format!("{version}, {}: {}", kind.as_str(), meta.doc);
    Record { item: format!("change {name}"), shown, all, origin: meta.origin }
}
