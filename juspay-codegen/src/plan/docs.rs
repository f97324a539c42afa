//! What the documentation of items says: the spec's own words, then facts.

use juspay_spec::model::{Constraints, EnumValue, Evidence, Field, Meta, Presence, Scalar, TypeDef};

use super::Planner;
use super::window::Clip;
use crate::item::{self, Docs, Item, Piece};

/// A packed date as text.
pub(super) fn date(packed: u32) -> String {
    format!("{:04}-{:02}-{:02}", packed / 10_000, packed / 100 % 100, packed % 100)
}

/// Words, facts and pages of an item; `otherwise` stands where there are no words.
pub(super) fn meta(meta: &Meta, otherwise: &str) -> Docs {
    described(meta, otherwise, Vec::new())
}

fn described(meta: &Meta, otherwise: &str, facts: Vec<Piece>) -> Docs {
    let mut docs = Docs::words(&meta.doc);
    if docs.is_empty() {
        docs = Docs::plain(otherwise);
    }
    for fact in facts {
        docs.say(fact);
    }
    let evidence = match meta.evidence {
        Evidence::Documented => None,
        other => Some(other.as_str()),
    };
    let pages: Vec<String> = meta.at.iter().map(ToString::to_string).collect();
    match (evidence, pages.join(", ")) {
        (None, pages) if pages.is_empty() => {}
        (None, pages) => docs.say(Piece::Code(format!("[{pages}]"), "")),
        (Some(evidence), pages) if pages.is_empty() => docs.say(Piece::Code(format!("[{evidence}]"), "")),
        (Some(evidence), pages) => docs.say(Piece::Code(format!("[{evidence}: {pages}]"), "")),
    }
    if let Some(note) = &meta.note {
        docs.add(vec![Piece::Plain("Note:".to_owned()), Piece::Words(note.clone())]);
    }
    docs
}

/// `Since 2021-03-05.`, `Before 2019-01-01.` or both.
pub(super) fn life(clip: Clip) -> Option<Piece> {
    let since = (clip.since > 0).then(|| format!("Since {}.", date(clip.since)));
    let until = clip.until.map(|until| format!("Before {}.", date(until)));
    let parts: Vec<String> = since.into_iter().chain(until).collect();
    (!parts.is_empty()).then(|| Piece::Plain(parts.join(" ")))
}

/// The documentation of an enum's value.
pub(super) fn value(value: &EnumValue, clip: Clip, moves: Vec<Piece>) -> Docs {
    let id = value.id.map(|id| Piece::Plain(format!("Id {id}.")));
    let mut docs = described(&value.meta, "", id.into_iter().chain(life(clip)).chain(moves).collect());
    if value.meta.doc.trim().is_empty() {
        let first = Piece::Code(value.wire.clone(), ".");
        match docs.paragraphs.first_mut() {
            Some(paragraph) => paragraph.insert(0, first),
            None => docs.say(first),
        }
    }
    docs
}

/// The documentation of a module.
pub(super) fn module(file: &str, items: &[Item]) -> Docs {
    let count = |wanted: fn(&Item) -> bool| items.iter().filter(|item| wanted(item)).count();
    let types = count(|item| matches!(item, Item::Object(_) | Item::Enum(_)));
    let operations = count(|item| matches!(item, Item::Operation(_)));
    let mut parts = Vec::new();
    for (count, one, many) in [(operations, "operation", "operations"), (types, "type", "types")] {
        match count {
            0 => {}
            1 => parts.push(format!("one {one}")),
            _ => parts.push(format!("{count} {many}")),
        }
    }
    let what = parts.join(" and ");
    let mut first = Piece::Code(format!("{file}.yaml"), ":");
    if what.is_empty() {
        first = Piece::Code(format!("{file}.yaml"), ".");
    }
    let tail = if what.is_empty() { None } else { Some(Piece::Plain(format!("{what}."))) };
    Docs { paragraphs: vec![std::iter::once(first).chain(tail).collect()] }
}

impl Planner<'_> {
    pub(super) fn type_docs(&self, def: &TypeDef) -> Docs {
        let clip = self.view.life(&def.life).unwrap_or_default();
        let otherwise = if def.object().is_some() { "An object." } else { "A set of values." };
        described(&def.meta, otherwise, life(clip).into_iter().collect())
    }

    pub(super) fn field_docs(&self, field: &Field, clip: Clip) -> Docs {
        let mut facts = Vec::new();
        facts.extend(life(clip));
        if let Presence::RequiredSince(_) = field.presence
            && let Some(since) = self.need(field.presence).filter(|since| *since > 0)
        {
            facts.push(Piece::Plain(format!("Required from {} on.", date(since))));
        }
        if field.presence == Presence::Nullable {
            facts.push(Piece::Plain("Always there, but may be null.".to_owned()));
        }
        if let Some(condition) = &field.when {
            facts.push(Piece::Plain("Only if".to_owned()));
            facts.push(Piece::Code(condition.text.clone(), "."));
        }
        limits(&field.constraints, &mut facts);
        if field.ty.scalar() == Some(Scalar::Amount) && !field.meta.doc.contains("major unit") {
            facts.push(Piece::Plain("In major units.".to_owned()));
        }
        if let Some(default) = &field.default {
            facts.push(Piece::Plain("Taken for".to_owned()));
            facts.push(Piece::Code(default.clone(), ""));
            facts.push(Piece::Plain("where absent.".to_owned()));
        }
        if let Some(documented) = &field.documented {
            facts.push(Piece::Plain("Documented as".to_owned()));
            facts.push(Piece::Code(documented.clone(), "."));
        }
        if let Some(filter) = &field.hidden {
            let version = self.change_version(filter.change);
            if self.view.splits_at(version) {
                facts.push(Piece::Plain(format!("Before {}, without items with", date(version.packed()))));
                facts.push(Piece::Code(filter.condition.text.clone(), "."));
            }
        }
        let mut docs = described(&field.meta, "", facts);
        if field.meta.doc.trim().is_empty() {
            let name = if field.wire.is_empty() { &field.rust } else { &field.wire };
            let first = Piece::Code(name.clone(), ".");
            match docs.paragraphs.first_mut() {
                Some(paragraph) => paragraph.insert(0, first),
                None => docs.say(first),
            }
        }
        docs
    }
}

/// A numbered family of fields, of which only the first says what all of them are.
#[derive(Default)]
pub(super) struct Family<'a>(Option<(&'a Field, item::Field)>);

impl<'a> Family<'a> {
    /// The field as it was planned, with a word in place of the documentation that the family has already.
    pub(super) fn said(&mut self, field: &'a Field, mut planned: item::Field) -> item::Field {
        // A family stands once in the YAML, and its fields end in their numbers.
        let numbered = field.wire.ends_with(|c: char| c.is_ascii_digit());
        match &self.0 {
            Some((first, said)) if numbered && first.meta.origin == field.meta.origin && said.docs == planned.docs => {
                planned.docs = Docs::plain("As");
                planned.docs.say(Piece::Code(said.name.to_string(), "."));
            }
            _ => self.0 = Some((field, planned.clone())),
        }
        planned
    }
}

fn limits(constraints: &Constraints, facts: &mut Vec<Piece>) {
    let mut say = |text: String| facts.push(Piece::Plain(text));
    match (constraints.min_length, constraints.max_length) {
        (None, None) => {}
        (Some(1), None) => say("Not empty.".to_owned()),
        (Some(least), None) => say(format!("At least {least} characters.")),
        (None, Some(most)) => say(format!("At most {most} characters.")),
        (Some(least), Some(most)) => say(format!("{least} to {most} characters.")),
    }
    if let Some(most) = constraints.suggested_length {
        say(format!("Better at most {most} characters."));
    }
    if let Some(most) = constraints.max_items {
        say(format!("At most {most} items."));
    }
    if let Some(most) = constraints.decimals {
        say(format!("At most {most} decimal places."));
    }
    if constraints.no_query {
        say("Without a query string.".to_owned());
    }
    for (word, limit) in [("At least", &constraints.at_least), ("At most", &constraints.at_most)] {
        if let Some(limit) = limit {
            facts.push(Piece::Plain(word.to_owned()));
            facts.push(Piece::Code(limit.clone(), "."));
        }
    }
    if let Some(chars) = &constraints.chars {
        facts.push(Piece::Plain("Characters:".to_owned()));
        match chars.strip_suffix(' ').filter(|shown| !shown.is_empty()) {
            Some(shown) => facts.extend([Piece::Code(shown.to_owned(), ""), Piece::Plain("and blanks.".to_owned())]),
            None => facts.push(Piece::Code(chars.clone(), ".")),
        }
    }
}
