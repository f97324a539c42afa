//! The tables of a page: which section each is, and whether it is built as its reader expects.

use super::Class;
use super::context::Cx;
use super::coverage::Account;
use super::paths;
use crate::model::TypeDef;
use crate::pages::rules::{Reader, Section};
use crate::pages::tables::{Assigned, assign, doubled, field_row};
use crate::pages::words::{is_heading, words};
use crate::pages::{EditKind, Place};

/// The print of what no waiver is about.
pub(crate) const MOVED: &str = "moved";

impl<'a> Cx<'a> {
    /// Reads every table and compares its rows.
    pub(crate) fn tables(&mut self) {
        let api = self.api;
        let known = |section: &Section, name: &str| match section.read {
            Reader::Fields => section.of.as_ref().and_then(|of| api.find_type(&of.text)).is_some_and(|root| {
                let full = format!("{}{name}", section.prefix);
                paths::find(api, root, &full).or_else(|| paths::find(api, root, name)).is_some()
                    || name == api.version_header
            }),
            Reader::Values => {
                let list = section.of.as_ref().and_then(|of| api.find_type(&of.text)).and_then(TypeDef::as_enum);
                list.is_some_and(|list| list.values.iter().any(|value| value.wire == name))
            }
            Reader::Matrix => api.requirements.iter().any(|matrix| matrix.rows.iter().any(|row| row.wire == name)),
            Reader::Environments => api.environments.iter().any(|known| super::values::same_name(&known.name, name)),
        };
        let locked = |section: &Section, name: &str| {
            let key = format!("{}/{name}", section.name);
            self.lock.is_some_and(|lock| lock.rows.iter().any(|row| row.key == key))
        };
        let both = |section: &Section, name: &str| (known(section, name), locked(section, name));
        self.assigned = assign(self.page, self.rules, self.words, &both);
        self.lost_tables();
        self.layout();
        for at in 0..self.assigned.len() {
            let Some(assigned) = self.assigned.get(at).cloned() else { continue };
            let Some(section) = self.section(assigned.section) else { continue };
            self.heading(&assigned, section);
            if self.is_broken(&assigned, section) {
                self.broken.insert(assigned.section);
                self.skip_rows(&assigned, section);
                continue;
            }
            match section.read {
                Reader::Fields => self.fields(&assigned, section),
                Reader::Values => self.values(&assigned, section),
                Reader::Matrix => self.matrix(&assigned, section),
                Reader::Environments => self.environments(&assigned, section),
            }
        }
    }

    /// Heads, rules below them, and headings.
    fn layout(&mut self) {
        for at in 0..self.page.lines.len() {
            let place = self.page.lines.get(at).map_or(Place::Text, |line| line.place);
            let what = match place {
                Place::Head(table) => format!("head of the {}", self.table_name(table)),
                Place::Rule(table) => format!("rule of the {}", self.table_name(table)),
                Place::Text | Place::Row(..) => continue,
            };
            self.account(at, Account::Layout(what));
        }
    }

    fn table_name(&self, table: usize) -> String {
        let assigned = self.assigned.iter().find(|assigned| assigned.table == table);
        let section = assigned.and_then(|assigned| self.section(assigned.section));
        section.map_or_else(|| "unknown table".to_owned(), |section| format!("table `{}`", section.name))
    }

    /// Tables that stand on the page twice.
    fn doubled_tables(&mut self) -> Vec<usize> {
        let doubled = doubled(self.page);
        for line in 0..self.page.lines.len() {
            let place = self.page.lines.get(line).map(|line| line.place);
            let Some(Place::Head(table) | Place::Rule(table) | Place::Row(table, _)) = place else { continue };
            if doubled.iter().any(|(again, _)| *again == table) {
                self.edited(line, EditKind::Doubled);
                self.account(line, Account::Doubled);
            }
        }
        doubled.into_iter().map(|(again, _)| again).collect()
    }

    /// Tables that no section knows, and sections without a table.
    fn lost_tables(&mut self) {
        let doubled = self.doubled_tables();
        for (index, table) in self.page.tables.iter().enumerate() {
            if doubled.contains(&index) || self.assigned.iter().any(|assigned| assigned.table == index) {
                continue;
            }
            let message = format!("no reader knows this table of {} rows", table.rows.len());
            self.find(Class::Extractor, table.line, "table", message);
            for row in &table.rows {
                self.account(row.line, Account::Layout("row of an unknown table".to_owned()));
            }
        }
        for (index, section) in self.rules.sections.iter().enumerate() {
            let there = self.assigned.iter().filter(|assigned| assigned.section == index).count();
            if there >= self.locked_tables(section) {
                continue;
            }
            self.broken.insert(index);
            let line = section.heading.as_deref().and_then(|heading| {
                self.page.lines.iter().position(|line| line.place == Place::Text && is_heading(&line.text, heading))
            });
            let message = format!("the table `{}` is lost", section.name);
            match (line, self.first_locked_row(index, section)) {
                (Some(line), _) => drop(self.find(Class::Extractor, line, &section.name, message)),
                (None, Some(old)) => drop(self.find_gone(Class::Extractor, old, &section.name, message)),
                (None, None) => drop(self.find(Class::Extractor, 0, &section.name, message)),
            }
        }
    }

    /// How many tables a section had at the last review; every section has one.
    fn locked_tables(&self, section: &Section) -> usize {
        let rows = self.lock.map(|lock| lock.rows.as_slice()).unwrap_or_default();
        rows.iter().filter_map(|row| ordinal_of(&row.key, &section.name)).max().unwrap_or(1)
    }

    /// The first row that the lost table of a section had at the last review.
    fn first_locked_row(&self, index: usize, section: &Section) -> Option<u32> {
        let rows = self.lock.map(|lock| lock.rows.as_slice()).unwrap_or_default();
        let there: Vec<usize> = self
            .assigned
            .iter()
            .filter(|assigned| assigned.section == index)
            .map(|assigned| self.ordinal(assigned, section))
            .collect();
        let lost = |key: &str| ordinal_of(key, &section.name).is_some_and(|ordinal| !there.contains(&ordinal));
        rows.iter().find(|row| lost(&row.key)).map(|row| row.line)
    }

    /// Which of the tables of its section a table is, from 1: the one that stood below the same line at the last review.
    fn ordinal(&self, assigned: &Assigned, section: &Section) -> usize {
        let earlier = |other: &&Assigned| other.section == assigned.section && other.table < assigned.table;
        let counted = self.assigned.iter().filter(earlier).count() + 1;
        let head = self.page.tables.get(assigned.table).map_or(0, |table| table.line);
        let above = (0..head).rev().find_map(|line| self.lines.get(&line));
        let rows = self.lock.map(|lock| lock.rows.as_slice()).unwrap_or_default();
        let own = rows.iter().filter_map(|row| Some((row.line, ordinal_of(&row.key, &section.name)?)));
        let next = above.and_then(|above| own.filter(|(line, _)| line > above).min().map(|(_, ordinal)| ordinal));
        next.filter(|_| section.repeats).unwrap_or(counted)
    }

    fn heading(&mut self, assigned: &Assigned, section: &'a Section) {
        let Some(line) = assigned.heading else { return };
        if let Some(block) = &section.block {
            self.account(line, Account::Claim(block.clone()));
        }
        self.account(line, Account::Layout(format!("heading of `{}`", section.name)));
    }

    /// Whether the table lacks a column or its names, so that nothing can be concluded from its rows.
    fn is_broken(&mut self, assigned: &Assigned, section: &Section) -> bool {
        let Some(table) = self.page.tables.get(assigned.table) else { return true };
        let mut broken = false;
        for role in &assigned.missing {
            let message = format!("the table `{}` has lost its column for the {role}", section.name);
            self.find(Class::Extractor, table.line, &section.name, message);
            broken = true;
        }
        if section.read != Reader::Matrix {
            for at in &assigned.unknown {
                let head = table.head.get(*at).map(|cell| cell.text.clone()).unwrap_or_default();
                let message =
                    format!("the table `{}` has a column `{head}` that its reader does not know", section.name);
                self.find(Class::Extractor, table.line, &section.name, message);
            }
        }
        if !broken && section.read == Reader::Fields && self.has_lost_cells(assigned, section) {
            let message = format!("most rows of the table `{}` have lost a cell", section.name);
            self.find(Class::Extractor, table.line, &section.name, message);
            broken = true;
        }
        broken
    }

    /// Whether most rows that had a type at the last review have none now.
    fn has_lost_cells(&self, assigned: &Assigned, section: &Section) -> bool {
        let Some(table) = self.page.tables.get(assigned.table) else { return false };
        let (mut had, mut lost) = (0, 0);
        for row in 0..table.rows.len() {
            let read = field_row(table, row, assigned, self.words);
            let key = format!("{}/{}", section.name, read.names.key());
            if self.locked_row(&key).is_some_and(|row| row.ty.is_some()) {
                had += 1;
                lost += usize::from(read.ty.is_none());
            }
        }
        lost >= 2 && lost * 2 > had
    }

    /// The rows of a broken table still belong to it.
    fn skip_rows(&mut self, assigned: &Assigned, section: &Section) {
        let Some(table) = self.page.tables.get(assigned.table) else { return };
        for row in &table.rows {
            self.account(row.line, Account::Layout(format!("row of `{}`", section.name)));
        }
    }

    /// The key of a row: its section, which of several tables it is in, and its name.
    pub(crate) fn row_key(&self, assigned: &Assigned, section: &Section, name: &str) -> String {
        match self.ordinal(assigned, section) {
            1 => format!("{}/{name}", section.name),
            number => format!("{}#{number}/{name}", section.name),
        }
    }

    /// Remembers a row; says whether it only repeats one that was read before.
    pub(crate) fn is_repeated(&mut self, line: usize, key: &str) -> bool {
        if !self.rows.insert(key.to_owned()) {
            let text = words(self.page.text(line));
            let same = self.page.lines.iter().take(line).any(|other| words(&other.text) == text);
            if same {
                self.edited(line, EditKind::Doubled);
                self.account(line, Account::Doubled);
            } else {
                self.find(Class::Contradiction, line, key, "the table has this row twice, and they differ");
            }
            return true;
        }
        if let Some(row) = self.locked_row(key) {
            self.lines.insert(line, row.line);
        }
        false
    }

    /// Rows that stand in another order than at the last review.
    pub(crate) fn moved_rows(&mut self, rows: &[(usize, String)]) {
        let old: Vec<(usize, u32)> =
            rows.iter().filter_map(|(line, _)| Some((*line, *self.lines.get(line)?))).collect();
        let stay = longest_rising(&old.iter().map(|(_, old)| *old).collect::<Vec<_>>());
        for (at, (line, before)) in old.iter().enumerate() {
            if !stay.contains(&at) {
                let item =
                    rows.iter().find(|(known, _)| known == line).map(|(_, item)| item.clone()).unwrap_or_default();
                let message = format!("the row stood at line {before} and was moved");
                // What is waived of the row is something else.
                MOVED.clone_into(&mut self.find(Class::Editorial, *line, &item, message).print);
            }
        }
    }
}

/// Which of the tables of a section the key of a row names, from 1.
fn ordinal_of(key: &str, section: &str) -> Option<usize> {
    match key.strip_prefix(section)?.split_once('/')? {
        ("", _) => Some(1),
        (number, _) => number.strip_prefix('#')?.parse().ok(),
    }
}

/// The places of a longest rising part of a list.
fn longest_rising(list: &[u32]) -> Vec<usize> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(list.len());
    for (at, value) in list.iter().enumerate() {
        let before = list.iter().take(at).enumerate().filter(|(_, known)| *known < value);
        let before = before
            .filter_map(|(known, _)| Some((best.get(known)?.0, known)))
            .max_by_key(|(length, at)| (*length, usize::MAX - at));
        best.push(before.map_or((1, None), |(length, known)| (length + 1, Some(known))));
    }
    let mut at = (0..best.len()).max_by_key(|at| best.get(*at).map_or(0, |(length, _)| *length));
    let mut places = Vec::new();
    while let Some(place) = at {
        places.push(place);
        at = best.get(place).and_then(|(_, before)| *before);
    }
    places
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_longest_rising_part_stays() {
        let mut places = super::longest_rising(&[1, 9, 2, 3, 4]);
        places.sort_unstable();
        assert_eq!(places, [0, 2, 3, 4]);
        assert!(super::longest_rising(&[]).is_empty());
    }
}
