//! Values of enums, and what may be asked of them.

use std::collections::BTreeSet;

use super::fields::names;
use super::lives::{self, worded};
use super::pairing::pair_up;
use super::records;
use super::report::{Report, Spot, Subject};
use super::rules;
use super::shape::is_dated;
use crate::model::{Answers, Api, Enum, EnumValue, Grade};
use crate::version::VersionRange;

/// Compares two enums of one name.
pub(super) fn compare(report: &mut Report<'_>, subject: &Subject, old: &Enum, new: &Enum) {
    let grade =
        |values: &Enum| Grade::WORDS.iter().find(|(_, grade)| *grade == values.grade).map_or("", |(word, _)| word);
    report.text(&rules::GRADE_CHANGED, subject, grade(old), grade(new));
    let key = |value: &EnumValue| value.wire.clone();
    for pair in pair_up(&old.values, &new.values, key, key) {
        let subject = Subject { old: at(subject.old.as_ref(), pair.0), new: at(subject.new.as_ref(), pair.1) };
        match pair {
            (Some(one), Some(other)) => value(report, &subject, [old, new], [one, other]),
            (None, Some(other)) => {
                let after = summary(report.new.api, new, other);
                report.push(&rules::VALUE_ADDED, &subject, "", after);
            }
            (Some(one), None) => {
                let before = summary(report.old.api, old, one);
                report.push(&rules::VALUE_REMOVED, &subject, before, "");
            }
            (None, None) => {}
        }
    }
    methods(report, subject, old, new);
    answers(report, subject, old, new);
}

fn at(holder: Option<&Spot>, value: Option<&EnumValue>) -> Option<Spot> {
    let (holder, value) = (holder?, value?);
    Some(Spot {
        item: format!("{}.{}", holder.item, value.wire),
        origin: value.meta.origin,
        owner: holder.owner.clone(),
        range: value.life.range,
    })
}

fn summary(api: &Api, values: &Enum, value: &EnumValue) -> String {
    let mut text = number(value);
    let range = value.life.range;
    if !range.is_all() {
        text = format!("{text}, {}", worded(range));
    }
    for former in formers(api, values, value) {
        text = format!("{text}, sent as {former}");
    }
    text
}

fn number(value: &EnumValue) -> String {
    value.id.map_or_else(|| "no number".to_owned(), |id| format!("number {id}"))
}

/// What was sent in place of a value: `` `SUCCESS` before 2015-01-09 ``.
fn formers(api: &Api, values: &Enum, value: &EnumValue) -> BTreeSet<String> {
    let formers = value.was.iter().filter_map(|former| {
        let until = api.changes.get(former.change)?.version;
        let sent = &values.values.get(former.value)?.wire;
        Some(format!("`{sent}` {}", worded(VersionRange { until: Some(until), ..VersionRange::ALL })))
    });
    formers.collect()
}

fn value(report: &mut Report<'_>, subject: &Subject, enums: [&Enum; 2], [old, new]: [&EnumValue; 2]) {
    report.text(&rules::VALUE_RUST_NAME, subject, &old.rust, &new.rust);
    report.text(&rules::VALUE_ID_CHANGED, subject, &number(old), &number(new));
    let lives = [&rules::VALUE_NARROWED, &rules::VALUE_WIDENED];
    lives::compare(report, subject, old.life.range, new.life.range, lives);
    let [one, other] = enums;
    let (before, after) = (formers(report.old.api, one, old), formers(report.new.api, other, new));
    names(report, subject, &before, &after, [&rules::REMAP_REMOVED, &rules::REMAP_ADDED]);
    let rules = [&rules::VALUE_DOCS_CHANGED, &rules::VALUE_SOURCE_CHANGED];
    records::meta(report, subject, &old.meta, &new.meta, rules);
}

/// Methods that an enum has only if a value has what they tell.
fn methods(report: &mut Report<'_>, subject: &Subject, old: &Enum, new: &Enum) {
    let numbers = |values: &Enum| values.values.iter().any(|value| value.id.is_some());
    let remaps = |values: &Enum| values.values.iter().any(|value| !value.was.is_empty());
    for (name, before, after) in [
        ("id", numbers(old), numbers(new)),
        ("since", is_dated(old), is_dated(new)),
        ("could_mean", remaps(old), remaps(new)),
    ] {
        let subject = subject.part(name);
        match (before, after) {
            (false, true) => {
                report.push(&rules::METHOD_ADDED, &subject.only_new(), "", format!("`{name}`"));
            }
            (true, false) => {
                report.push(&rules::METHOD_REMOVED, &subject.only_old(), format!("`{name}`"), "");
            }
            _ => {}
        }
    }
}

fn answers(report: &mut Report<'_>, subject: &Subject, old: &Enum, new: &Enum) {
    let key = |answers: &Answers| answers.rust.clone();
    for pair in pair_up(&old.answers, &new.answers, key, key) {
        let place = |holder: &Option<Spot>, answers: Option<&Answers>| {
            let (holder, answers) = (holder.as_ref()?, answers?);
            let item = format!("{}.{}", holder.item, answers.rust);
            Some(Spot { item, origin: answers.meta.origin, ..holder.clone() })
        };
        let subject = Subject { old: place(&subject.old, pair.0), new: place(&subject.new, pair.1) };
        match pair {
            (Some(one), Some(other)) => {
                let (before, after) = told([old, new], [one, other]);
                report.text(&rules::ANSWER_CHANGED, &subject, &before, &after);
                records::described(report, &subject, &one.meta, &other.meta, &rules::ANSWER_DOCS_CHANGED);
            }
            (None, Some(other)) => report.push(&rules::ANSWER_ADDED, &subject, "", &other.meta.doc),
            (Some(one), None) => report.push(&rules::ANSWER_REMOVED, &subject, &one.meta.doc, ""),
            (None, None) => {}
        }
    }
}

/// What two answers say of the values that both enums have and they disagree about.
fn told([old, new]: [&Enum; 2], [one, other]: [&Answers; 2]) -> (String, String) {
    let word = |values: &Enum, answers: &Answers, wire: &str| {
        let at = values.values.iter().position(|value| value.wire == wire)?;
        let word = if answers.yes.contains(&at) {
            "yes"
        } else if answers.no.contains(&at) {
            "no"
        } else {
            "unknown"
        };
        Some(format!("{word} for {wire}"))
    };
    let mut wires: Vec<&str> = old.values.iter().map(|value| value.wire.as_str()).collect();
    wires.sort_unstable();
    let both = wires.into_iter().filter_map(|wire| Some((word(old, one, wire)?, word(new, other, wire)?)));
    let (before, after): (Vec<String>, Vec<String>) = both.filter(|(before, after)| before != after).unzip();
    (before.join(", "), after.join(", "))
}
