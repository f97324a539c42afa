//! New versions of the log.

use heck::ToKebabCase;

use super::{Done, Maker, NEW, is_plain};
use crate::drift::Finding;
use crate::drift::edits::first_entry;
use crate::model::TypeDef;
use crate::pages::rules::Words;
use crate::pages::words::{Look, look, words};
use crate::source::Span;

impl<'a> Maker<'a> {
    /// A version: as fields behind a gate where its lines name new fields of a known block; what else they say, and
    /// what else there may be, as a question.
    pub(super) fn version(&mut self, finding: &Finding, date: &str, last: u32, text: &str) -> Option<Done> {
        let first = self.files.entry(&["changes"]).and_then(|(_, node)| first_entry(node))?;
        let lines = if last > finding.line { format!("{}-{last}", finding.line) } else { finding.line.to_string() };
        let place = format!("{}:{lines}", finding.page);
        let (groups, rest) = self.told(text);
        let mut changes: Vec<(String, String)> = Vec::new();
        for (owner, names) in groups {
            changes.extend(self.gated(first, (owner, &names), (date, &place)));
        }
        let Some((change, _)) = changes.first() else { return self.unresolved(first, (date, &place), "") };
        let path = vec!["changes".to_owned(), change.clone()];
        let mut what: Vec<&str> = changes.iter().map(|(_, what)| what.as_str()).collect();
        if rest && self.unresolved(first, (date, &place), "else ").is_some() {
            what.push("a question what else it changes");
        }
        Some((path, format!("added, with {}", what.join(" and "))))
    }

    /// New fields by the type that has them, and whether a line says anything else.
    fn told<'t>(&self, text: &'t str) -> (Vec<(&'a TypeDef, Vec<&'t str>)>, bool) {
        let (mut groups, mut rest) = (Vec::<(&TypeDef, Vec<&str>)>::new(), false);
        for line in text.lines().filter(|line| !words(line).is_empty()) {
            let lower = line.to_lowercase();
            let mut blocks = self.rules.words.blocks.iter();
            let block = blocks.find(|(_, names)| names.iter().any(|name| lower.contains(&name.to_lowercase())));
            let owner = block.and_then(|(ty, _)| self.api.find_type(ty));
            let names = owner.map(|owner| new_names(owner, line, &self.rules.words)).unwrap_or_default();
            rest |= owner.is_some_and(|owner| names_known(owner, line, &self.rules.words));
            let Some(owner) = owner.filter(|_| !names.is_empty()) else {
                rest = true;
                continue;
            };
            match groups.iter_mut().find(|(known, _)| known.name == owner.name) {
                Some((_, known)) => known.extend(names),
                None => groups.push((owner, names)),
            }
        }
        (groups, rest)
    }

    /// A change with the fields that it brings: its name, and what it brings.
    fn gated(
        &mut self,
        first: Span,
        (owner, names): (&TypeDef, &[&str]),
        (date, place): (&str, &str),
    ) -> Option<(String, String)> {
        let change = format!("{}-{}", owner.name, names.first()?).to_kebab_case();
        if self.api.change(&change).is_some() || self.is_added(&change) {
            return None;
        }
        let entry = format!("type: string?, gate: {change}");
        let added = names.iter().filter_map(|name| self.field(&owner.name, name, &entry, place));
        let added: Vec<String> = added.collect();
        if added.is_empty() {
            return None;
        }
        let line = format!("  {{version: {date}, kind: added, at: {place}, doc: {NEW}}}");
        self.files.insert_above(first, &[format!("{change}:"), line]);
        Some((change, format!("{} of {}", added.join(", "), owner.name)))
    }

    fn unresolved(&mut self, first: Span, (date, place): (&str, &str), other: &str) -> Option<Done> {
        let name = format!("version-of-{date}");
        if self.is_added(&name) || self.api.change(&name).is_some() {
            return None;
        }
        let ask = format!("{{ask: \"What {other}does the version of {date} change?\", at: {place}}}");
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

/// Names in a line that a type does not have yet: what looks like a name, and any word that stands before one of the
/// nouns of the rules (`arn param`, `arn and utr params`).
fn new_names<'t>(owner: &TypeDef, line: &'t str, known: &Words) -> Vec<&'t str> {
    let fields = owner.object().map(|object| object.fields.as_slice()).unwrap_or_default();
    let in_block = |word: &str| known.blocks.iter().flat_map(|(_, names)| names).any(|name| name.contains(word));
    let called = called(line, &known.nouns);
    let is_new = |word: &&str| {
        (look(word) == Look::Name || called.contains(word))
            && is_plain(word)
            && !in_block(word)
            && !fields.iter().any(|field| field.wire == **word)
    };
    let mut names: Vec<&str> = words(line).into_iter().filter(is_new).collect();
    names.dedup();
    names
}

/// Whether a line says something of fields that a type has already.
fn names_known(owner: &TypeDef, line: &str, known: &Words) -> bool {
    let fields = owner.object().map(|object| object.fields.as_slice()).unwrap_or_default();
    called(line, &known.nouns).iter().any(|word| fields.iter().any(|field| field.wire == *word))
}

/// The words of a list that ends with a noun. A plain word behind a comma counts only where a list goes on: what
/// opens a sentence ends with a comma, too.
fn called<'t>(line: &'t str, nouns: &[String]) -> Vec<&'t str> {
    let parts: Vec<&str> = line.split_whitespace().collect();
    let bare = |at: usize| parts.get(at).and_then(|part| words(part).first().copied()).unwrap_or_default();
    let is_noun = |at: &usize| nouns.iter().any(|noun| noun.eq_ignore_ascii_case(bare(*at)));
    let ends = |at: usize| parts.get(at).is_some_and(|part| part.ends_with(','));
    let mut found = Vec::new();
    for noun in (0..parts.len()).filter(is_noun) {
        let mut next = noun.checked_sub(1);
        while let Some(at) = next {
            found.push(bare(at));
            let before = at.checked_sub(1);
            next = match before {
                Some(and) if matches!(bare(and), "and" | "or" | "&") => and.checked_sub(1),
                Some(comma) if ends(comma) => {
                    let goes_on = comma.checked_sub(1).is_none_or(ends) || look(bare(comma)).is_strong();
                    before.filter(|_| goes_on)
                }
                _ => None,
            };
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_before_a_noun_are_names() {
        let nouns = ["param".to_owned(), "params".to_owned()];
        let called = |line| {
            let mut found = called(line, &nouns);
            found.reverse();
            found
        };
        assert_eq!(called("For this version, arn param is included in refund block"), ["arn"]);
        assert_eq!(called("For this version, arn and utr params are included"), ["arn", "utr"]);
        assert_eq!(called("For this version, arn, utr and rrn params are included"), ["arn", "utr", "rrn"]);
        assert_eq!(called("For this version, refund_source, kind params are included"), ["refund_source", "kind"]);
        assert_eq!(called("Params of the refund block are sent otherwise"), Vec::<&str>::new());
    }
}
