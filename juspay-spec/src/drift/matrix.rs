//! Rows and columns of a matrix against the requirements.

use std::collections::HashSet;

use super::context::Cx;
use super::coverage::Account;
use super::{Class, Gone, Remedy};
use crate::model::{Need, Presence, Requirements, TypeDef};
use crate::pages::rules::Section;
use crate::pages::tables::{Assigned, matrix_row, need};
use crate::pages::{Cell, Spot, Table};

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
            let (name, at, cells) = matrix_row(table, index, assigned);
            let key = self.row_key(assigned, section, &name);
            let item = format!("{}.{name}", def.name);
            if name.is_empty() {
                self.find(Class::Extractor, row.line, &section.name, "the row has no name");
            } else if !self.is_repeated(row.line, &key) {
                self.matrix_row(row.line, (def, matrix), &columns, (&name, at, &cells));
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
                Some((name, need(&cells.into_iter().find(|(column, _)| column == at)?.1.text, self.words)?.to_owned()))
            });
            let cells = cells.collect();
            let message = format!("the page has a column `{head}`, and the spec has not");
            let spot = table.head.get(*at).map(|cell| cell.at);
            self.find(Class::NewClaim, table.line, &item, message).place(spot).remedy =
                Remedy::Column { of: def.name.clone(), name: head, cells };
            self.origin(matrix.meta.origin);
        }
        for (_, (name, _)) in matrix.columns.iter().enumerate().filter(|(at, _)| !seen.contains(at)) {
            let item = format!("{} by {}: {name}", def.name, matrix.by);
            self.find(Class::Extractor, table.line, &item, format!("the column `{name}` is lost"));
            let message = format!("the page has no column `{name}` any more");
            self.find(Class::GoneClaim, table.line, &item, message).remedy =
                Remedy::Gone(Gone::Column { of: def.name.clone(), name: name.clone() });
            self.origin(matrix.meta.origin);
        }
        columns
    }

    fn matrix_row(
        &mut self,
        line: usize,
        (def, matrix): (&TypeDef, &'a Requirements),
        columns: &[(usize, usize)],
        (name, at, cells): (&str, Option<Spot>, &[(usize, Cell)]),
    ) {
        let item = format!("{}.{name}", def.name);
        let Some(row) = matrix.rows.iter().find(|row| row.wire == name) else {
            let message = format!("the matrix has a row `{name}`, and the spec has not");
            let needs = self.needs(matrix, columns, cells);
            let item = format!("{} by {}: {name}", def.name, matrix.by);
            self.find(Class::NewClaim, line, &item, message).place(at).remedy =
                Remedy::Row { of: def.name.clone(), name: name.to_owned(), needs };
            self.origin(matrix.meta.origin);
            return;
        };
        self.account(line, Account::Claim(format!("{} by {}: {name}", def.name, matrix.by)));
        for (column, known) in columns {
            let cell = cells.iter().find(|(at, _)| at == column).map(|(_, cell)| cell);
            let printed = cell.map(|cell| cell.text.as_str()).unwrap_or_default();
            let known_need = row.needs.get(*known).copied();
            let before = NEEDS.iter().find(|(_, known)| Some(*known) == known_need).map_or("", |(word, _)| word);
            let now = need(printed, self.words);
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
            self.find(Class::ChangedClaim, line, &item, message).place(cell.map(|cell| cell.at)).remedy = remedy;
            self.origin(matrix.meta.origin);
        }
        self.against_table(line, def, &item, name, cells);
    }

    /// A parameter that every column needs should be required, and one that none needs should not be documented.
    fn against_table(&mut self, line: usize, def: &TypeDef, item: &str, name: &str, cells: &[(usize, Cell)]) {
        let all =
            |word: &str| !cells.is_empty() && cells.iter().all(|(_, cell)| need(&cell.text, self.words) == Some(word));
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

    /// What a new row asks of each column of the spec, as the YAML writes it; nothing if a cell says something else.
    fn needs(&self, matrix: &Requirements, columns: &[(usize, usize)], cells: &[(usize, Cell)]) -> Option<String> {
        let word = |known: usize| {
            let (column, _) = columns.iter().find(|(_, own)| *own == known)?;
            need(&cells.iter().find(|(at, _)| at == column)?.1.text, self.words)
        };
        (0..matrix.columns.len()).map(word).collect::<Option<Vec<&str>>>().map(|words| words.join(" "))
    }
}
