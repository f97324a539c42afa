//! Rows and columns of a matrix against the requirements.

use std::collections::HashSet;

use super::context::Cx;
use super::coverage::Account;
use super::{Class, Remedy};
use crate::model::{Need, Presence, Requirements, TypeDef};
use crate::pages::Table;
use crate::pages::rules::{Section, Words};
use crate::pages::tables::{Assigned, matrix_row};
use crate::pages::words::alike;

/// The words of a need, in YAML and in the rules.
const NEEDS: [(&str, Need); 3] = [("yes", Need::Yes), ("no", Need::No), ("optional", Need::Optional)];

impl<'a> Cx<'a> {
    pub(crate) fn matrix(&mut self, assigned: &Assigned, section: &'a Section) {
        let of = section.of.as_ref().map(|of| of.text.as_str()).unwrap_or_default();
        let Some(def) = self.api.find_type(of) else { return };
        let Some(matrix) = self.api.requirements.iter().find(|matrix| matrix.ty == def.id) else { return };
        let Some(table) = self.page.tables.get(assigned.table) else { return };
        let columns = self.columns(assigned, table, def, matrix);
        let mut rows = Vec::new();
        for (index, row) in table.rows.iter().enumerate() {
            let (name, _, cells) = matrix_row(table, index, assigned);
            let key = self.row_key(assigned, section, &name);
            let item = format!("{}.{name}", def.name);
            if name.is_empty() {
                self.find(Class::Extractor, row.line, &section.name, "the row has no name");
            } else if !self.is_repeated(row.line, &key) {
                self.matrix_row(row.line, (def, matrix), &columns, (&name, &cells));
                rows.push((row.line, item));
            }
        }
        self.moved_rows(&rows);
    }

    /// The columns of the spec by columns of the table; new ones are told, with their cells, and lost ones too.
    fn columns(
        &mut self,
        assigned: &Assigned,
        table: &Table,
        def: &TypeDef,
        matrix: &Requirements,
    ) -> Vec<(usize, usize)> {
        let mut columns = Vec::new();
        let mut seen = HashSet::new();
        for at in &assigned.unknown {
            let head = table.head.get(*at).map(|cell| cell.text.clone()).unwrap_or_default();
            if let Some(known) = matrix.columns.iter().position(|(name, _)| name.eq_ignore_ascii_case(&head)) {
                columns.push((*at, known));
                seen.insert(known);
                continue;
            }
            let item = format!("{} by {}: {head}", def.name, matrix.by);
            let cells = (0..table.rows.len()).filter_map(|row| {
                let (name, _, cells) = matrix_row(table, row, assigned);
                Some((name, self.need(&cells.into_iter().find(|(column, _)| column == at)?.1)?.to_owned()))
            });
            let cells = cells.collect();
            let message = format!("the page has a column `{head}`, and the spec has not");
            self.find(Class::NewClaim, table.line, &item, message).remedy =
                Remedy::Column { of: def.name.clone(), name: head, cells };
            self.origin(matrix.meta.origin);
        }
        for (at, (name, _)) in matrix.columns.iter().enumerate().filter(|(at, _)| !seen.contains(at)) {
            let item = format!("{} by {}: {name}", def.name, matrix.by);
            self.find(Class::Extractor, table.line, &item, format!("the column `{name}` is lost"));
            self.find(Class::GoneClaim, table.line, &item, format!("the page has no column `{name}` any more"));
            self.origin(matrix.meta.origin);
            let _ = at;
        }
        columns
    }

    fn matrix_row(
        &mut self,
        line: usize,
        (def, matrix): (&TypeDef, &'a Requirements),
        columns: &[(usize, usize)],
        (name, cells): (&str, &[(usize, String)]),
    ) {
        let item = format!("{}.{name}", def.name);
        let Some(row) = matrix.rows.iter().find(|row| row.wire == name) else {
            let message = format!("the matrix has a row `{name}`, and the spec has not");
            self.find(Class::NewClaim, line, &format!("{} by {}: {name}", def.name, matrix.by), message);
            self.origin(matrix.meta.origin);
            return;
        };
        self.account(line, Account::Claim(format!("{} by {}: {name}", def.name, matrix.by)));
        for (column, known) in columns {
            let printed = cells.iter().find(|(at, _)| at == column).map(|(_, text)| text.as_str()).unwrap_or_default();
            let need = row.needs.get(*known).copied();
            let before = NEEDS.iter().find(|(_, known)| Some(*known) == need).map_or("", |(word, _)| word);
            let now = self.need(printed);
            if now == Some(before) {
                continue;
            }
            let head = matrix.columns.get(*known).map_or("", |(name, _)| name);
            let printed = if printed.is_empty() { "nothing" } else { printed };
            let message = format!("for {head} the page says {printed}, the spec {before}");
            let remedy = now.map_or(Remedy::None, |need| Remedy::Cell {
                of: def.name.clone(),
                row: name.to_owned(),
                column: head.to_owned(),
                need: need.to_owned(),
            });
            let item = format!("{} by {}: {name} for {head}", def.name, matrix.by);
            self.find(Class::ChangedClaim, line, &item, message).remedy = remedy;
            self.origin(matrix.meta.origin);
        }
        self.against_table(line, def, &item, name, cells);
    }

    /// A parameter that every column needs should be required, and one that none needs should not be documented.
    fn against_table(&mut self, line: usize, def: &TypeDef, item: &str, name: &str, cells: &[(usize, String)]) {
        let all = |need: &str| !cells.is_empty() && cells.iter().all(|(_, cell)| self.need(cell) == Some(need));
        let Some(reached) = super::paths::find(self.api, def, name) else { return };
        let field = reached.found.field;
        if all("yes") && field.presence != Presence::Required {
            self.find(
                Class::Contradiction,
                line,
                item,
                "every column needs it, and the table above has it as optional",
            );
            self.origin(field.meta.origin);
        } else if all("no") && field.meta.at.iter().any(|at| at.page == self.page.name) {
            self.find(Class::Contradiction, line, item, "no column needs it, and the table above has it");
            self.origin(field.meta.origin);
        }
    }

    fn need(&self, cell: &str) -> Option<&'static str> {
        let means = |need: &str| Words::of(&self.words.cells, need).iter().any(|word| alike(cell, word));
        NEEDS.iter().map(|(word, _)| *word).find(|word| cell.eq_ignore_ascii_case(word) || means(word))
    }
}
