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
