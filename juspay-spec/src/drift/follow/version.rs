//! New versions of the log.

use heck::ToKebabCase;

use super::{Done, Maker, NEW, is_plain};
use crate::drift::Finding;
use crate::drift::edits::first_entry;
use crate::model::TypeDef;
use crate::pages::words::{Look, look, words};
use crate::source::Span;

impl Maker<'_> {
    /// A version: as fields behind a gate where the text names new fields of a known block, otherwise as a question.
    pub(super) fn version(&mut self, finding: &Finding, date: &str, last: u32, text: &str) -> Option<Done> {
        let first = self.files.entry(&["changes"]).and_then(|(_, node)| first_entry(node))?;
        let lines = if last > finding.line { format!("{}-{last}", finding.line) } else { finding.line.to_string() };
        let place = format!("{}:{lines}", finding.page);
        let lower = text.to_lowercase();
        let blocks = &self.rules.words.blocks;
        let block = blocks.iter().find(|(_, names)| names.iter().any(|name| lower.contains(&name.to_lowercase())));
        let owner = block.and_then(|(ty, _)| self.api.find_type(ty));
        let names: Vec<&str> = owner.map(|owner| new_names(owner, text, blocks)).unwrap_or_default();
        let (Some(owner), Some(lead)) = (owner, names.first()) else {
            return self.unresolved(first, (date, &place));
        };
        let change = format!("{}-{}", owner.name, lead).to_kebab_case();
        if self.api.change(&change).is_some() || self.is_added(&change) {
            return self.unresolved(first, (date, &place));
        }
        let added = names
            .iter()
            .filter_map(|name| self.field(&owner.name, name, &format!("type: string?, gate: {change}"), &place));
        let added: Vec<String> = added.collect();
        if added.is_empty() {
            return self.unresolved(first, (date, &place));
        }
        let line = format!("  {{version: {date}, kind: added, at: {place}, doc: {NEW}}}");
        self.files.insert_above(first, &[format!("{change}:"), line]);
        let what = format!("added, and {} of {} with it", added.join(", "), owner.name);
        Some((vec!["changes".to_owned(), change], what))
    }

    fn unresolved(&mut self, first: Span, (date, place): (&str, &str)) -> Option<Done> {
        let name = format!("version-of-{date}");
        if self.is_added(&name) || self.api.change(&name).is_some() {
            return None;
        }
        let ask = format!("{{ask: \"What does the version of {date} change?\", at: {place}}}");
        let question = self.files.entry(&["questions"]).and_then(|(_, node)| first_entry(node));
        if let Some(question) = question {
            self.files.insert_above(question, &[format!("{name}: {ask}")]);
        } else {
            let key = self.files.entry(&["changes"]).map(|(key, _)| key.span)?;
            self.files.insert_above(key, &["questions:".to_owned(), format!("  {name}: {ask}")]);
        }
        let line = format!("  {{version: {date}, kind: unresolved, question: {name}, at: {place}, doc: {NEW}}}");
        self.files.insert_above(first, &[format!("{name}:"), line]);
        Some((vec!["changes".to_owned(), name], "added, with a question what it changes".to_owned()))
    }
}

/// Names in a text that a type does not have yet.
fn new_names<'t>(owner: &TypeDef, text: &'t str, blocks: &[(String, Vec<String>)]) -> Vec<&'t str> {
    let fields = owner.object().map(|object| object.fields.as_slice()).unwrap_or_default();
    let in_block = |word: &str| blocks.iter().flat_map(|(_, names)| names).any(|name| name.contains(word));
    let is_new = |word: &&str| {
        look(word) == Look::Name
            && is_plain(word)
            && !in_block(word)
            && !fields.iter().any(|field| field.wire == **word)
    };
    words(text).into_iter().filter(is_new).collect()
}
