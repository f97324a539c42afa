//! What the spec, or the last review, has and the page has no longer.

use std::collections::HashSet;

use super::context::Cx;
use super::paths::{self, Key, Reached};
use super::{Class, Gone, Remedy};
use crate::model::TypeDef;
use crate::pages::rules::{Reader, Section};
use crate::pages::words::{is_date, sketch};

impl<'a> Cx<'a> {
    pub(crate) fn gone(&mut self) {
        self.gone_fields();
        self.gone_values_of_tables();
        self.gone_rows();
        self.gone_texts();
    }

    /// The lines of a page that some places name, without those that are running text.
    fn table_lines(&self, at: &[crate::model::At]) -> Vec<u32> {
        let lines = super::anchors::lines(at, &self.page.name);
        let is_text = |line: u32| self.lock.is_some_and(|lock| lock.texts.iter().any(|text| text.line == line));
        lines.into_iter().map(|(first, _)| first).filter(|line| !is_text(*line)).collect()
    }

    fn roots(&self, read: Reader) -> Vec<(&'a Section, &'a TypeDef, bool)> {
        let sections = self.rules.sections.iter().enumerate().filter(|(_, section)| section.read == read);
        let typed = sections.filter_map(|(index, section)| {
            let def = self.api.find_type(&section.of.as_ref()?.text)?;
            Some((section, def, self.broken.contains(&index)))
        });
        typed.collect()
    }

    /// Fields that come from this page and stand in none of its tables.
    fn gone_fields(&mut self) {
        let roots = self.roots(Reader::Fields);
        let claimed = self.claimed(&roots);
        let mut told = HashSet::new();
        for (_, root, _) in &roots {
            // A table that could not be read may hold what seems to be gone.
            let unsure = roots.iter().any(|(_, other, broken)| *broken && other.id == root.id);
            for reached in paths::reachable(self.api, root, &self.page.name) {
                let field = reached.found.field;
                let blocked = self.rules.sections.iter().filter_map(|section| section.block.as_deref());
                let item = reached.item(root);
                let lines = self.table_lines(&field.meta.at);
                let Some(first) = lines.first().copied().filter(|_| !blocked.into_iter().any(|block| block == item))
                else {
                    continue;
                };
                if unsure
                    || claimed.contains(&reached.key())
                    || !told.insert(reached.key())
                    || self.is_broken_line(first)
                {
                    continue;
                }
                let line = self.own_line(&field.meta.at, &reached).unwrap_or(first);
                let message = self.still_elsewhere(&field.meta.at);
                let (ty, name) = (reached.found.owner.name.clone(), field.wire.clone());
                self.find_gone(Class::GoneClaim, line, &item, message).remedy = Remedy::Gone(Gone::Field { ty, name });
                self.origin(field.meta.origin);
            }
        }
    }

    /// Whether a line of the last review belonged to a table that could not be read now.
    fn is_broken_line(&self, old: u32) -> bool {
        let row = self.lock.and_then(|lock| lock.rows.iter().find(|row| row.line == old));
        let Some(row) = row else { return false };
        let name = row.key.split(['/', '#']).next().unwrap_or_default();
        let section = self.rules.sections.iter().position(|section| section.name == name);
        section.is_none_or(|section| self.broken.contains(&section))
    }

    /// Every field that a row of the page names.
    fn claimed(&self, roots: &[(&'a Section, &'a TypeDef, bool)]) -> HashSet<Key> {
        let mut claimed = self.shaped.clone();
        for key in &self.rows {
            let Some((name, row)) = key.split_once('/') else { continue };
            let name = name.split('#').next().unwrap_or_default();
            for (section, root, _) in roots.iter().filter(|(section, ..)| section.name == name) {
                let names = crate::pages::tables::names_of(row);
                let reached = names.iter().filter_map(|name| self.reach(root, section, name));
                claimed.extend(reached.map(|reached| reached.key()));
            }
        }
        claimed
    }

    /// The line among several that spoke of a field by this way to it.
    fn own_line(&self, at: &[crate::model::At], reached: &Reached<'_>) -> Option<u32> {
        let ranges = super::anchors::lines(at, &self.page.name);
        let ends =
            [format!("/{}{}", reached.chain, reached.found.field.wire), format!("/{}", reached.found.field.wire)];
        let rows = self.lock.map(|lock| lock.rows.as_slice()).unwrap_or_default();
        let inside = |line: u32| ranges.iter().any(|(first, last)| (*first..=*last).contains(&line));
        let own = || rows.iter().filter(|row| inside(row.line) && !self.rows.contains(&row.key));
        ends.iter().find_map(|end| own().find(|row| row.key.ends_with(end))).map(|row| row.line)
    }

    fn still_elsewhere(&self, at: &[crate::model::At]) -> String {
        let others: Vec<String> = at.iter().filter(|at| at.page != self.page.name).map(ToString::to_string).collect();
        match others.as_slice() {
            [] => "the page has it no longer, and the spec has".to_owned(),
            others => format!("the page has it no longer; {} still has, so it may live on", others.join(", ")),
        }
    }

    fn gone_values_of_tables(&mut self) {
        for (section, def, broken) in self.roots(Reader::Values) {
            for value in def.as_enum().map(|list| list.values.as_slice()).unwrap_or_default() {
                let there = self.rows.contains(&format!("{}/{}", section.name, value.wire));
                let line = self.table_lines(&value.meta.at).first().copied();
                if let (Some(line), false, false) = (line, there, broken) {
                    // A line that the lock knows as a row of another table speaks of the value in its text.
                    let other = self.lock.and_then(|lock| lock.rows.iter().find(|row| row.line == line));
                    if other.is_some_and(|row| !row.key.starts_with(&format!("{}/", section.name))) {
                        continue;
                    }
                    let message = self.still_elsewhere(&value.meta.at);
                    let item = format!("{}.{}", def.name, value.wire);
                    let remedy = Gone::Value { of: def.name.clone(), value: value.wire.clone() };
                    self.find_gone(Class::GoneClaim, line, &item, message).remedy = Remedy::Gone(remedy);
                    self.origin(value.meta.origin);
                }
            }
        }
    }

    /// Rows of the last review that were not told of yet: of matrices, of environments, and what the spec lacks too.
    fn gone_rows(&mut self) {
        let Some(lock) = self.lock else { return };
        let rows: Vec<_> = lock.rows.iter().filter(|row| !self.rows.contains(&row.key)).collect();
        let claimed = self.claimed(&self.roots(Reader::Fields));
        for row in rows {
            let (name, leaf) = row.key.split_once('/').unwrap_or((&row.key, ""));
            let name = name.split('#').next().unwrap_or_default();
            let Some(index) = self.rules.sections.iter().position(|section| section.name == name) else { continue };
            if self.broken.contains(&index) {
                continue;
            }
            let Some(section) = self.section(index) else { continue };
            let item = self.row_item(section, leaf);
            let line = self.now(row.line);
            let told = |finding: &super::Finding| {
                finding.class == Class::GoneClaim && (finding.item == item || finding.line == line)
            };
            if !self.findings.iter().any(told) && !self.lives_on(section, leaf, &claimed) {
                let remedy = self.row_remedy(section, leaf);
                self.find_gone(Class::GoneClaim, row.line, &item, "the page has this row no longer").remedy = remedy;
            }
        }
    }

    /// Whether every name of a row that is gone stands in another row now, as those of a range that was widened.
    fn lives_on(&self, section: &Section, leaf: &str, claimed: &HashSet<Key>) -> bool {
        let root = section.of.as_ref().and_then(|of| self.api.find_type(&of.text));
        let (Reader::Fields, Some(root)) = (section.read, root) else { return false };
        let names = crate::pages::tables::names_of(leaf);
        let there =
            |name: &String| self.reach(root, section, name).is_some_and(|reached| claimed.contains(&reached.key()));
        names.len() > 1 && names.iter().all(there)
    }

    fn row_remedy(&self, section: &Section, leaf: &str) -> Remedy {
        let of = section.of.as_ref().map(|of| of.text.clone()).unwrap_or_default();
        let environment = self.api.environments.iter().find(|known| super::values::same_name(&known.name, leaf));
        match (section.read, environment) {
            (Reader::Matrix, _) => Remedy::Gone(Gone::Row { of, name: leaf.to_owned() }),
            (Reader::Environments, Some(known)) => Remedy::Gone(Gone::Environment { name: known.name.clone() }),
            _ => Remedy::None,
        }
    }

    /// What reports call the row of a section.
    fn row_item(&self, section: &Section, leaf: &str) -> String {
        let def = section.of.as_ref().and_then(|of| self.api.find_type(&of.text));
        match (section.read, def) {
            (Reader::Fields, Some(root)) => {
                let names = crate::pages::tables::names_of(leaf);
                let reached = names.first().and_then(|name| self.reach(root, section, name));
                reached.map_or_else(|| format!("{}.{leaf}", root.name), |reached| reached.item(root))
            }
            (Reader::Values, Some(def)) => format!("{}.{leaf}", def.name),
            (Reader::Matrix, Some(def)) => {
                let matrix = self.api.requirements.iter().find(|matrix| matrix.ty == def.id);
                format!("{} by {}: {leaf}", def.name, matrix.map_or("column", |matrix| matrix.by.as_str()))
            }
            _ => format!("environment {leaf}"),
        }
    }

    /// Running text of the last review that is not there any more.
    fn gone_texts(&mut self) {
        let Some(lock) = self.lock else { return };
        let dates: HashSet<String> =
            self.api.versions.iter().map(|version| sketch(&version.version.to_string())).collect();
        for (index, text) in lock.texts.iter().enumerate() {
            let taken = self.alignment.locked.values().any(|known| *known == index);
            if taken || text.sketch.is_empty() || dates.contains(&text.sketch) {
                continue;
            }
            if let Some(heading) = self.was_heading(&text.sketch) {
                let same = lock.texts.iter().enumerate().any(|(other, known)| {
                    known.sketch == text.sketch && self.alignment.locked.values().any(|taken| *taken == other)
                });
                let told =
                    self.findings.iter().any(|finding| finding.class == Class::Extractor && finding.item == heading);
                if !told && !same {
                    self.find_gone(Class::Extractor, text.line, &heading, format!("the heading `{heading}` is lost"));
                }
                continue;
            }
            self.gone_text(index);
        }
        debug_assert!(dates.iter().all(|date| !is_date(date)));
    }

    fn gone_text(&mut self, index: usize) {
        let Some(text) = self.lock.and_then(|lock| lock.texts.get(index)) else { return };
        let items =
            |cx: &Self, line: u32| cx.anchors_at(line).iter().map(|anchor| anchor.item.clone()).collect::<Vec<_>>();
        let own = items(self, text.line);
        let copies = self.lock.map(|lock| lock.texts.as_slice()).unwrap_or_default().iter().enumerate();
        let still = copies.filter(|(other, known)| known.sketch == text.sketch && *other != index);
        let still = still.filter(|(other, _)| self.alignment.locked.values().any(|taken| taken == other));
        // A copy that the rules ignore says it again for whatever is gone.
        let says = |line: u32| {
            let items = items(self, line);
            items == own || items.is_empty()
        };
        let copy = still.into_iter().find(|(_, known)| says(known.line)).map(|(index, _)| index);
        let repeated = copy.is_some();
        if let Some(copy) = copy {
            let now = self.alignment.locked.iter().find(|(_, known)| **known == copy).map(|(line, _)| *line);
            self.copies.extend(now.map(|now| (text.line, now)));
        }
        let number = self.now(text.line);
        let told = |finding: &super::Finding| finding.class == Class::GoneClaim && finding.line.abs_diff(number) <= 1;
        match own.first() {
            Some(item)
                if !repeated && !self.findings.iter().any(|finding| told(finding) && own.contains(&finding.item)) =>
            {
                let item = item.clone();
                let remedy = Gone::Line { page: self.page.name.clone(), line: text.line };
                self.find_gone(Class::GoneClaim, text.line, &item, "the line that told of it is gone").remedy =
                    Remedy::Gone(remedy);
            }
            item => {
                let item = item.cloned().unwrap_or_else(|| "line".to_owned());
                self.find_gone(Class::Editorial, text.line, &item, "a line without claims of its own is gone");
            }
        }
    }
}
