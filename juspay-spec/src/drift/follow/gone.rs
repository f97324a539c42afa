//! What a page has no longer.

use super::{Done, Maker, keys};
use crate::drift::{Finding, Gone};
use crate::model::{At, Meta, TypeDef};

impl Maker<'_> {
    /// Takes away what the page has no longer, or only the place, if it is known from elsewhere too.
    pub(super) fn gone(&mut self, gone: &Gone, finding: &Finding) -> Option<Done> {
        let old = finding.old;
        match gone {
            Gone::Field { ty, name } => {
                let field = self.known_field(ty, name)?;
                let object = self.api.find_type(ty).and_then(TypeDef::object)?;
                // One entry of the YAML may stand for several fields.
                let shared = object.fields.iter().filter(|other| other.meta.origin == field.meta.origin).count();
                (shared == 1).then_some(())?;
                let path = self.field_path(ty, name)?;
                self.let_go(&path, &field.meta, (&finding.page, old?), finding.wording)
            }
            Gone::Value { of, value } => {
                let list = self.api.find_type(of).and_then(TypeDef::as_enum)?;
                let known = list.values.iter().find(|known| known.wire == *value)?;
                let path = ["enums", of, "values", value].map(str::to_owned);
                self.let_go(&path, &known.meta, (&finding.page, old?), finding.wording)
            }
            Gone::Environment { name } => {
                let known = self.api.environments.iter().find(|known| known.name == *name)?;
                let path = ["api", "environments", name].map(str::to_owned);
                self.let_go(&path, &known.meta, (&finding.page, old?), finding.wording)
            }
            Gone::Row { .. } | Gone::Column { .. } => self.matrices.follow(&finding.remedy),
            Gone::Line { page, line } => self.line(page, *line),
        }
    }

    /// Every field and value that comes from a line of running text which is gone, if nothing else does.
    fn line(&mut self, page: &str, line: u32) -> Option<Done> {
        let mut items: Vec<(Vec<String>, &Meta)> = Vec::new();
        for def in &self.api.types {
            for field in def.object().map(|object| object.fields.as_slice()).unwrap_or_default() {
                if is_from(&field.meta, page, line) && !items.iter().any(|(_, known)| known.origin == field.meta.origin)
                {
                    items.push((self.field_path(&def.name, &field.wire)?, &field.meta));
                }
            }
            for value in def.as_enum().map(|list| list.values.as_slice()).unwrap_or_default() {
                if is_from(&value.meta, page, line) {
                    items.push((["enums", &def.name, "values", &value.wire].map(str::to_owned).to_vec(), &value.meta));
                }
            }
        }
        let mut done = None;
        for (path, meta) in items {
            done = Some(self.let_go(&path, meta, (page, line), false)?);
        }
        done
    }

    /// Takes an item away, or only a place of it. Lines that merely named it may be several.
    fn let_go(&mut self, path: &[String], meta: &Meta, (page, old): (&str, u32), named: bool) -> Option<Done> {
        let here: Vec<&At> = meta.at.iter().filter(|at| covers(at, page, old)).collect();
        let [here] = here.as_slice() else { return None };
        // A range that lost a line still has the others.
        if !named && here.lines.is_some_and(|(first, last)| first != last) {
            return None;
        }
        if meta.at.len() == 1 {
            self.files.remove(&keys(path)).then_some(())?;
            return Some((path.to_vec(), "taken away".to_owned()));
        }
        // Another line of the page still has it, in another place of the API; a person tells the two apart.
        if !named && meta.at.iter().any(|at| at != *here && at.page == page) {
            return None;
        }
        self.files.drop_place(&keys(path), &here.to_string()).then_some(())?;
        Some((path.to_vec(), "no longer comes from this line; it is known from elsewhere".to_owned()))
    }
}

fn covers(at: &At, page: &str, line: u32) -> bool {
    at.page == page && at.lines.is_some_and(|(first, last)| (first..=last).contains(&line))
}

/// Whether an item comes from a line of a page.
fn is_from(meta: &Meta, page: &str, line: u32) -> bool {
    meta.at.iter().any(|at| covers(at, page, line))
}
