//! The log of versions against the changes.

use super::context::Cx;
use super::coverage::Account;
use super::{Class, Remedy};
use crate::pages::words::is_date;
use crate::pages::{Place, prose};

/// An entry of the log: its date and the line of it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) line: usize,
    pub(crate) date: String,
    /// What the same line says of it.
    pub(crate) rest: String,
}

impl Cx<'_> {
    /// Compares the log with the changes that come from this page.
    pub(crate) fn log(&mut self, entries: &[Entry]) {
        if self.rules.log.is_none() {
            return;
        }
        if entries.is_empty() {
            self.find(Class::Extractor, 0, "log", "the log of versions is lost");
            return;
        }
        let mut redated: Vec<usize> = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let bodies = self.bodies(entry.line, entries.get(at + 1).map(|next| next.line));
            self.entry(entry, &bodies, &mut redated);
        }
        self.out_of_order(entries);
        self.gone_changes(entries, &redated);
        if let Some(newest) = entries.iter().map(|entry| entry.date.as_str()).filter(|date| is_date(date)).max() {
            self.newest = Some(newest.to_owned());
            self.stated_latest(newest);
        }
    }

    /// The lines that tell of an entry: up to the next one, a sample or a heading.
    fn bodies(&self, line: usize, next: Option<usize>) -> Vec<usize> {
        let end = next.unwrap_or(self.page.lines.len());
        let is_body = |at: &usize| {
            let text = self.page.text(*at);
            let place = self.page.lines.get(*at).map(|line| line.place);
            place == Some(Place::Text) && prose::heading(text, self.rules).is_none() && !text.starts_with("curl ")
        };
        (line + 1..end).take_while(is_body).collect()
    }

    fn entry(&mut self, entry: &Entry, bodies: &[usize], redated: &mut Vec<usize>) {
        let known: Vec<(usize, String)> = self.changes_of(&entry.date);
        if let Some((_, name)) = known.first() {
            self.account(entry.line, Account::Claim(name.clone()));
        }
        let moved = self.moved_changes(entry, bodies);
        for index in &moved {
            let Some(change) = self.api.changes.get(*index) else { continue };
            let message = format!("the log has it under {}, the spec under {}", entry.date, change.version);
            self.find(Class::ChangedClaim, entry.line, &change.name, message).remedy =
                Remedy::Date { change: change.name.clone(), date: entry.date.clone() };
            self.origin(change.meta.origin);
            redated.push(*index);
        }
        if !known.is_empty() || self.api.versions.iter().any(|version| version.version.to_string() == entry.date) {
            return;
        }
        let message = if is_date(&entry.date) {
            format!("the log has the version {}, and the spec has not", entry.date)
        } else {
            format!("the log has an entry dated {}, which is no day", entry.date)
        };
        let below = bodies.iter().map(|line| self.page.text(*line));
        let text = std::iter::once(entry.rest.as_str()).chain(below).collect::<Vec<_>>().join("\n");
        let last = bodies.last().map_or_else(|| self.page.number(entry.line), |line| self.page.number(*line));
        let redated = moved.first().and_then(|index| self.api.changes.get(*index)).map(|change| change.name.clone());
        let finding = self.find(Class::NewClaim, entry.line, &entry.date, message);
        let date = entry.date.clone();
        finding.remedy = match redated {
            Some(change) => Remedy::Date { change, date },
            None if is_date(&date) => Remedy::Version { date, last, text },
            None => Remedy::None,
        };
        for line in bodies {
            self.account(*line, Account::Claim(format!("version {}", entry.date)));
        }
    }

    /// Changes of a date that come from this page.
    fn changes_of(&self, date: &str) -> Vec<(usize, String)> {
        let here = |index: &usize| {
            let change = self.api.changes.get(*index);
            change.is_some_and(|change| change.meta.at.iter().any(|at| at.page == self.page.name))
        };
        let dated = self.api.changes.iter().enumerate().filter(|(_, change)| change.version.to_string() == date);
        dated.filter(|(index, _)| here(index)).map(|(index, change)| (index, change.name.clone())).collect()
    }

    /// Changes whose text stands below a date that is not theirs, where theirs is gone.
    fn moved_changes(&self, entry: &Entry, bodies: &[usize]) -> Vec<usize> {
        let is_own_line = self.lines.get(&entry.line).is_some_and(|old| {
            self.anchors_at(*old).iter().filter_map(|anchor| anchor.change).any(|change| {
                self.api.changes.get(change).is_some_and(|change| change.version.to_string() == entry.date)
            })
        });
        if is_own_line {
            return Vec::new();
        }
        let mut moved = Vec::new();
        for old in bodies.iter().filter_map(|line| self.lines.get(line)) {
            for change in self.anchors_at(*old).iter().filter_map(|anchor| anchor.change) {
                let other = self.api.changes.get(change).is_some_and(|known| known.version.to_string() != entry.date);
                if other && !moved.contains(&change) {
                    moved.push(change);
                }
            }
        }
        moved
    }

    /// The log runs backwards; a date above a younger one is odd.
    fn out_of_order(&mut self, entries: &[Entry]) {
        for pair in entries.windows(2) {
            let [upper, lower] = pair else { continue };
            if upper.date < lower.date {
                let item =
                    self.changes_of(&upper.date).first().map_or_else(|| upper.date.clone(), |(_, name)| name.clone());
                let message = format!("the log runs backwards, and {} stands above {}", upper.date, lower.date);
                self.find(Class::Contradiction, upper.line, &item, message);
            }
        }
    }

    fn gone_changes(&mut self, entries: &[Entry], redated: &[usize]) {
        for (index, change) in self.api.changes.iter().enumerate() {
            let date = change.version.to_string();
            let first = super::anchors::lines(&change.meta.at, &self.page.name).first().copied();
            let there = entries.iter().any(|entry| entry.date == date);
            if let (Some((old, _)), false, false) = (first, there, redated.contains(&index)) {
                let message = format!("the log has no entry {date} any more");
                self.find_gone(Class::GoneClaim, old, &change.name, message);
                self.origin(change.meta.origin);
            }
        }
    }
}
