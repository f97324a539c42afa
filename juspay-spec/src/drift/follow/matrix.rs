//! Cells, rows and columns of matrices, which are written anew entry by entry.

use super::Done;
use crate::drift::edits::Files;
use crate::drift::lock::quoted;
use crate::drift::{Gone, Remedy};
use crate::model::{Api, Need, Requirements};
use crate::source::Span;
use crate::tree::Kind;

/// The matrices of a spec as they shall become.
pub(crate) struct Matrices<'a> {
    api: &'a Api,
    changed: Vec<Plan<'a>>,
    before: Vec<Plan<'a>>,
}

/// One matrix as it shall become.
#[derive(Clone)]
struct Plan<'a> {
    of: String,
    known: &'a Requirements,
    columns: Vec<String>,
    /// Rows by name, each need by column; `None` where nobody has said it yet.
    rows: Vec<(String, Vec<Option<String>>)>,
    new_rows: Vec<(String, String)>,
    gone_columns: Vec<usize>,
}

impl<'a> Matrices<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        Self { api, changed: Vec::new(), before: Vec::new() }
    }

    /// Plans what a finding asks for. Gives where in the YAML that is, and what it does.
    pub(crate) fn follow(&mut self, remedy: &Remedy) -> Option<Done> {
        let (Remedy::Cell { of, .. }
        | Remedy::Column { of, .. }
        | Remedy::Row { of, .. }
        | Remedy::Gone(Gone::Row { of, .. } | Gone::Column { of, .. })) = remedy
        else {
            return None;
        };
        let plan = self.plan(of)?;
        let (path, what) = match remedy {
            Remedy::Cell { row, column, need, .. } => {
                let column = plan.columns.iter().position(|known| known == column)?;
                let (_, needs) = plan.rows.iter_mut().find(|(name, _)| name == row)?;
                *needs.get_mut(column)? = Some(need.clone());
                (vec!["rows", row], "has another cell")
            }
            Remedy::Column { name, cells, .. } => {
                for (row, needs) in &mut plan.rows {
                    needs.push(cells.iter().find(|(known, _)| known == row).map(|(_, need)| need.clone()));
                }
                plan.columns.push(name.clone());
                (vec!["columns"], "added")
            }
            Remedy::Row { name, needs, .. } => {
                plan.new_rows.push((name.clone(), needs.clone()?));
                (vec!["rows", name], "added")
            }
            Remedy::Gone(Gone::Row { name, .. }) => {
                let at = plan.rows.iter().position(|(known, _)| known == name)?;
                plan.rows.remove(at);
                (vec!["rows"], "taken away")
            }
            Remedy::Gone(Gone::Column { name, .. }) => {
                plan.gone_columns.push(plan.columns.iter().position(|known| known == name)?);
                (vec!["columns"], "taken away")
            }
            _ => return None,
        };
        Some((["requirements", of].into_iter().chain(path).map(str::to_owned).collect(), what.to_owned()))
    }

    /// Keeps what was planned since the last finding, or takes it back.
    pub(crate) fn settle(&mut self, keep: bool) {
        if keep {
            self.before.clone_from(&self.changed);
        } else {
            self.changed.clone_from(&self.before);
        }
    }

    fn plan(&mut self, of: &str) -> Option<&mut Plan<'a>> {
        if !self.changed.iter().any(|plan| plan.of == of) {
            let ty = self.api.find_type(of)?.id;
            let known = self.api.requirements.iter().find(|matrix| matrix.ty == ty)?;
            let needs = |needs: &[Need]| needs.iter().map(|need| Some(word(*need).to_owned())).collect();
            self.changed.push(Plan {
                of: of.to_owned(),
                known,
                columns: known.columns.iter().map(|(name, _)| name.clone()).collect(),
                rows: known.rows.iter().map(|row| (row.wire.clone(), needs(&row.needs))).collect(),
                new_rows: Vec::new(),
                gone_columns: Vec::new(),
            });
        }
        self.changed.iter_mut().find(|plan| plan.of == of)
    }

    /// Writes every matrix that is to change.
    pub(crate) fn write(&self, files: &mut Files<'_>) {
        for plan in &self.changed {
            plan.write(files);
        }
    }
}

fn word(need: Need) -> &'static str {
    match need {
        Need::Yes => "yes",
        Need::No => "no",
        Need::Optional => "optional",
    }
}

impl Plan<'_> {
    fn write(&self, files: &mut Files<'_>) {
        let columns = files.entry(&["requirements", &self.of, "columns"]).map(|(_, node)| node.span);
        let rows = files.entry(&["requirements", &self.of, "rows"]).map(|(_, node)| node.clone());
        let (Some(columns), Some(rows)) = (columns, rows) else { return };
        let Kind::Map(entries) = rows.kind else { return };
        let names = self.columns.iter().enumerate().filter(|(at, _)| !self.gone_columns.contains(at));
        let names: Vec<String> = names.map(|(_, name)| name_of(name)).collect();
        let written = format!("[{}]", names.join(", "));
        if files.text(columns) != written {
            files.replace(columns, written);
        }
        for (key, value) in &entries {
            self.entry(files, &key.text, (key.span, value.span));
        }
        for (name, needs) in &self.new_rows {
            files.append(&["requirements", &self.of, "rows"], &name_of(name), needs);
        }
    }

    /// One entry of the rows. A pattern whose rows no longer agree is written out row by row.
    fn entry(&self, files: &mut Files<'_>, pattern: &str, (key, value): (Span, Span)) {
        let path = ["requirements", self.of.as_str(), "rows", pattern];
        let all = self.known.rows.iter().filter(|row| fits(pattern, &row.wire)).count();
        let left: Vec<(&str, String)> = self
            .rows
            .iter()
            .filter(|(name, _)| fits(pattern, name))
            .map(|(name, needs)| (name.as_str(), self.needs(needs)))
            .collect();
        let Some((_, first)) = left.first() else {
            files.remove(&path);
            return;
        };
        if left.len() == all && left.iter().all(|(_, needs)| needs == first) {
            if files.text(value) != first {
                files.replace(value, first.clone());
            }
            return;
        }
        let mut lines = left.iter().map(|(name, needs)| format!("{}: {needs}", name_of(name)));
        let own = lines.next().unwrap_or_default();
        let lines: Vec<String> = lines.collect();
        files.insert_below(key, value, &lines);
        files.replace(Span { end: value.end, ..key }, own);
    }

    fn needs(&self, needs: &[Option<String>]) -> String {
        let kept = needs.iter().enumerate().filter(|(at, _)| !self.gone_columns.contains(at));
        kept.map(|(_, need)| need.as_deref().unwrap_or("unknown")).collect::<Vec<_>>().join(" ")
    }
}

/// Whether a pattern of the YAML, in which a star stands for any characters, fits a row.
fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end),
        None => pattern == name,
    }
}

fn name_of(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    if plain && !name.is_empty() { name.to_owned() } else { quoted(name) }
}
