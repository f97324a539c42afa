//! A field of a struct.

use proc_macro2::{Ident, Span};
use syn::{Attribute, Visibility};

use super::condition::Condition;
use super::container::Container;
use super::docs;
use super::ty::{self, FieldType};
use crate::attr::{Date, Key, Place, Settings, Text};
use crate::errors::Errors;

/// A field of a struct.
pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) docs: String,
    pub(crate) ty: FieldType,
    pub(crate) part: Part,
    /// The newest name on the wire.
    pub(crate) wire: Text,
    /// Names that it had before dates, as they are written.
    pub(crate) former: Vec<(Date, Text)>,
    pub(crate) aliases: Vec<Text>,
    pub(crate) since: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) required_since: Option<Date>,
    /// The condition under which it is there.
    pub(crate) when: Option<Condition>,
    /// The version before which items were left out, and which ones.
    pub(crate) hidden: Option<(Date, Condition)>,
    pub(crate) settings: Settings,
    /// The attribute `deprecated`, which its methods have, too.
    pub(crate) deprecated: Option<Attribute>,
}

/// How a field takes part in the object.
pub(crate) enum Part {
    /// It has a key of its own.
    Plain,
    /// Its keys stand in the object, with this prefix.
    Flat(String),
    /// It takes every other key.
    Rest,
}

impl Field {
    pub(crate) fn read(
        field: &syn::Field,
        ident: &Ident,
        ty: FieldType,
        container: &Container,
        errors: &mut Errors,
    ) -> Self {
        let settings = Settings::parse(&field.attrs, Place::Field, errors);
        ty::check(&ty.whole, container.borrows(), errors);
        let part = match settings.text(Key::Prefix) {
            Some(prefix) => Part::Flat(prefix.text.clone()),
            None if settings.has(Key::Prefix) => Part::Flat(String::new()),
            None if settings.has(Key::Rest) => Part::Rest,
            None => Part::Plain,
        };
        let when = settings.text(Key::When).and_then(|text| Condition::read(text, errors));
        let hidden = settings.dated(Key::Hidden).first();
        let hidden = hidden.and_then(|(date, text)| Some((*date, Condition::read(text, errors)?)));
        let derived = || Text { text: container.wire(ident), span: ident.span() };
        Self {
            ident: ident.clone(),
            vis: field.vis.clone(),
            docs: docs::read(&field.attrs),
            ty,
            part,
            wire: settings.text(Key::Rename).cloned().unwrap_or_else(derived),
            former: settings.dated(Key::Renamed).to_vec(),
            aliases: settings.texts(Key::Alias).cloned().collect(),
            since: settings.date(Key::Since),
            until: settings.date(Key::Until),
            required_since: settings.date(Key::RequiredSince),
            when,
            hidden,
            settings,
            deprecated: field.attrs.iter().find(|attribute| is_deprecated(attribute)).cloned(),
        }
    }

    /// Where a word is given.
    pub(crate) fn flag(&self, key: Key) -> Option<Span> {
        self.settings.flag(key)
    }

    /// Whether only some versions have it, be the dates right or wrong.
    pub(crate) fn is_gated(&self) -> bool {
        self.settings.has(Key::Since) || self.settings.has(Key::Until)
    }

    /// The names on the wire, each with the span of versions in which it is used.
    pub(crate) fn names(&self) -> Vec<Name<'_>> {
        let (start, end) = (self.since.map_or(0, |date| date.packed), self.until.map(|date| date.packed));
        let mut names = Vec::new();
        let mut since = start;
        for (until, text) in &self.former {
            names.push(Name { text, since, until: Some(until.packed), alias: false });
            since = until.packed;
        }
        names.push(Name { text: &self.wire, since, until: end, alias: false });
        names.extend(self.aliases.iter().map(|text| Name { text, since: start, until: end, alias: true }));
        names
    }
}

/// Whether an attribute says that something is not to be used any more.
pub(crate) fn is_deprecated(attribute: &Attribute) -> bool {
    attribute.path().is_ident("deprecated")
}

/// A name on the wire.
pub(crate) struct Name<'f> {
    pub(crate) text: &'f Text,
    /// The first version that uses it; 0 for all.
    pub(crate) since: u32,
    /// The first version that no longer does.
    pub(crate) until: Option<u32>,
    pub(crate) alias: bool,
}

impl Name<'_> {
    /// Whether some version uses both.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        let end = |name: &Self| name.until.unwrap_or(u32::MAX);
        self.since < end(other) && other.since < end(self)
    }
}
