//! Rows of values against an enum, and rows of environments.

use super::context::Cx;
use super::coverage::Account;
use super::{Class, Remedy};
use crate::model::TypeDef;
use crate::pages::EditKind;
use crate::pages::rules::Section;
use crate::pages::tables::{Assigned, ValueRow, value_row};

impl<'a> Cx<'a> {
    pub(crate) fn values(&mut self, assigned: &Assigned, section: &'a Section) {
        let of = section.of.as_ref().map(|of| of.text.as_str()).unwrap_or_default();
        let Some(def) = self.api.find_type(of) else { return };
        let Some(table) = self.page.tables.get(assigned.table) else { return };
        let mut rows = Vec::new();
        for (index, row) in table.rows.iter().enumerate() {
            let read = value_row(table, index, assigned, ["value", "id", "text"]);
            let item = format!("{}.{}", def.name, read.value);
            let key = self.row_key(assigned, section, &read.value);
            if read.value.is_empty() {
                self.find(Class::Extractor, row.line, &section.name, "the row has no value");
            } else if !self.is_repeated(row.line, &key) {
                self.value_row(def, section, row.line, &read);
                rows.push((row.line, item));
            }
        }
        self.moved_rows(&rows);
    }

    fn value_row(&mut self, def: &'a TypeDef, section: &Section, line: usize, row: &ValueRow) {
        let item = format!("{}.{}", def.name, row.value);
        let known = def.as_enum().and_then(|list| list.values.iter().find(|value| value.wire == row.value));
        let Some(known) = known else {
            let message = format!("the page has `{}`, and the spec has not", row.value);
            self.find(Class::NewClaim, line, &item, message).place(row.at[0]).remedy =
                Remedy::Value { of: def.name.clone(), value: row.value.clone(), id: row.id.clone() };
            self.origin(def.meta.origin);
            return;
        };
        self.account(line, Account::Claim(item.clone()));
        if row.repaired {
            self.edited(line, EditKind::Name);
            let message = format!("the value is read as `{}`; its cell holds more", row.value);
            self.find(Class::Editorial, line, &item, message).place(row.at[0]);
        }
        if !known.meta.at.iter().any(|at| at.page == self.page.name) {
            let message = "the spec knows it from elsewhere; now this page has it too";
            self.find(Class::NewClaim, line, &item, message).place(row.at[0]).remedy =
                Remedy::Place { ty: def.name.clone(), name: row.value.clone(), value: true };
            self.origin(known.meta.origin);
        }
        let id = known.id.map(|id| id.to_string());
        if section.columns.iter().any(|role| role == "id") && row.id != id {
            let say = |id: &Option<String>| id.clone().unwrap_or_else(|| "none".to_owned());
            let message = format!("the page has the id {}, the spec {}", say(&row.id), say(&id));
            let finding = self.find(Class::ChangedClaim, line, &item, message).place(row.at[1]);
            if let Some(id) = &row.id {
                finding.remedy = Remedy::Id { of: def.name.clone(), value: row.value.clone(), id: id.clone() };
            }
            self.origin(known.meta.origin);
        }
        let locked = self.lines.get(&line).and_then(|old| self.lock?.rows.iter().find(|row| row.line == *old));
        if let Some(locked) = locked {
            self.judge_cell(line, locked, &row.text, &item, row.at[2]);
        }
    }

    pub(crate) fn environments(&mut self, assigned: &Assigned, section: &'a Section) {
        let Some(table) = self.page.tables.get(assigned.table) else { return };
        let mut rows = Vec::new();
        for (index, row) in table.rows.iter().enumerate() {
            let read = value_row(table, index, assigned, ["environment", "url", "text"]);
            let key = self.row_key(assigned, section, &read.value);
            if self.is_repeated(row.line, &key) {
                continue;
            }
            let url = read.id.unwrap_or_default();
            let known = self.api.environments.iter().find(|known| same_name(&known.name, &read.value));
            let item = format!("environment {}", known.map_or(read.value.as_str(), |known| known.name.as_str()));
            match known {
                None => {
                    let message = format!("the page has `{}`, and the spec has not", read.value);
                    let (name, url) = (read.value.clone(), url);
                    self.find(Class::NewClaim, row.line, &item, message).place(read.at[0]).remedy =
                        Remedy::Environment { name, url };
                }
                Some(known) if known.url.trim_end_matches('/') != url.trim_end_matches('/') => {
                    let message = format!("the page has {url}, the spec {}", known.url);
                    let (name, url) = (known.name.clone(), url);
                    self.find(Class::ChangedClaim, row.line, &item, message).place(read.at[1].or(read.at[0])).remedy =
                        Remedy::Url { name, url };
                    self.origin(known.meta.origin);
                }
                Some(_) => self.account(row.line, Account::Claim(item.clone())),
            }
            rows.push((row.line, item));
        }
        self.moved_rows(&rows);
    }
}

/// Whether a name of the spec and one of a page differ only in how words are joined.
pub(crate) fn same_name(known: &str, printed: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    plain(known) == plain(printed)
}
