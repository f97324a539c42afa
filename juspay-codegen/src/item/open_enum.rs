//! Enums that survive values nobody knew.

use proc_macro2::{Ident, TokenStream};

use super::Docs;

/// An enum of strings, with a variant for every other string.
#[derive(Clone, Debug)]
pub struct OpenEnum {
    /// Its name.
    pub name: Ident,
    /// Its name in messages.
    pub label: String,
    /// What it is.
    pub docs: Docs,
    /// Traits to derive besides `Clone`, `Debug`, `PartialEq`, `Eq` and `Hash`.
    pub derives: Vec<TokenStream>,
    /// The static that holds its table.
    pub table: Ident,
    /// The variants.
    pub variants: Vec<Variant>,
    /// The variant for unknown values.
    pub unknown: Ident,
    /// Questions that a caller may ask of a value.
    pub answers: Vec<Answer>,
}

impl OpenEnum {
    /// Whether any value has a numeric id.
    pub fn has_ids(&self) -> bool {
        self.variants.iter().any(|variant| variant.id.is_some())
    }

    /// Whether any value was once sent as another one.
    pub fn has_former(&self) -> bool {
        self.variants.iter().any(|variant| !variant.former.is_empty())
    }

    /// Whether any value is not in every version.
    pub fn is_gated(&self) -> bool {
        self.variants.iter().any(|variant| variant.since > 0 || variant.until.is_some())
    }

    /// Which other values are sent as the one at a place: from a version (0 for the first), before another one.
    pub fn stand_ins(&self, place: usize) -> Vec<(u32, u32, Vec<usize>)> {
        let mut dates: Vec<u32> =
            self.variants.iter().flat_map(|it| it.former.iter().map(|(until, _)| *until)).collect();
        dates.sort_unstable();
        dates.dedup();
        let mut spans: Vec<(u32, u32, Vec<usize>)> = Vec::new();
        let mut start = 0;
        for date in dates {
            let others = (0..self.variants.len()).filter(|other| *other != place);
            let others: Vec<usize> = others.filter(|other| self.sent_as(*other, start) == place).collect();
            match spans.last_mut() {
                Some((_, until, same)) if *same == others => *until = date,
                _ => spans.push((start, date, others)),
            }
            start = date;
        }
        while spans.last().is_some_and(|(_, _, others)| others.is_empty()) {
            spans.pop();
        }
        spans
    }

    /// The place of what a version sends for the value at a place.
    fn sent_as(&self, mut place: usize, version: u32) -> usize {
        // More steps than values would be a circle.
        for _ in &self.variants {
            let former = self.variants.get(place).and_then(|it| it.former.iter().find(|(until, _)| version < *until));
            match former {
                Some((_, other)) => place = *other,
                None => break,
            }
        }
        place
    }
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name.
    pub name: Ident,
    /// The text on the wire.
    pub wire: String,
    /// What it means.
    pub docs: Docs,
    /// Its numeric id.
    pub id: Option<i64>,
    /// The first version that sends it; 0 for all.
    pub since: u32,
    /// The first version that no longer sends it.
    pub until: Option<u32>,
    /// What was sent instead: before the version, the variant at the index. Earliest first.
    pub former: Vec<(u32, usize)>,
}

/// A three-valued question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The method.
    pub name: Ident,
    /// What it asks.
    pub docs: Docs,
    /// Variants for which the answer is yes.
    pub yes: Vec<usize>,
    /// Variants for which it is no.
    pub no: Vec<usize>,
}
