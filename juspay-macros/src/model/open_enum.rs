//! An enum of values.

use proc_macro2::Ident;
use syn::{DataEnum, Fields};

use super::container::Container;
use crate::attr::{Date, Key, Place, Settings, Text};
use crate::errors::Errors;

/// An enum of values.
pub(crate) struct OpenEnum {
    pub(crate) variants: Vec<Variant>,
    /// The variant for every other value.
    pub(crate) unknown: Option<Ident>,
}

/// A value.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) wire: Text,
    pub(crate) id: Option<i64>,
    pub(crate) since: Option<Date>,
    pub(crate) until: Option<Date>,
    /// What was sent in its place before dates, as it is written.
    pub(crate) former: Vec<(Date, Text)>,
    pub(crate) settings: Settings,
}

impl OpenEnum {
    pub(crate) fn read(data: &DataEnum, container: &Container, errors: &mut Errors) -> Self {
        let mut open = Self { variants: Vec::new(), unknown: None };
        for variant in &data.variants {
            let settings = Settings::parse(&variant.attrs, Place::Variant, errors);
            if let Some((equals, _)) = &variant.discriminant {
                errors.at(equals.span, "a value has a text, not a number in Rust: write `#[versioned(id = …)]`");
            }
            if settings.has(Key::Unknown) {
                open.unknown(variant, &settings, errors);
                continue;
            }
            if !matches!(variant.fields, Fields::Unit) {
                let name = &variant.ident;
                errors.at(
                    syn::spanned::Spanned::span(&variant.fields),
                    format!("a value is a text and holds nothing; is `{name}` the one for every other text? Then write `#[versioned(unknown)]`"),
                );
            }
            open.variants.push(Variant::read(variant, settings, container));
        }
        if open.unknown.is_none() {
            errors.at(
                container.ident.span(),
                "values that are new must survive: add a variant `#[versioned(unknown)] Unknown(UnknownValue)`",
            );
        }
        open
    }

    fn unknown(&mut self, variant: &syn::Variant, settings: &Settings, errors: &mut Errors) {
        let name = &variant.ident;
        for (_, word, span) in settings.words().filter(|(key, ..)| *key != Key::Unknown) {
            errors.at(span, format!("`{word}` says nothing here: `{name}` stands for values that are not known"));
        }
        if let Some(other) = &self.unknown {
            errors.at(name.span(), format!("`{other}` is the variant for every other text already"));
            return;
        }
        if !matches!(&variant.fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1) {
            errors.at(
                name.span(),
                format!("the variant for every other text keeps that text: write `{name}(UnknownValue)`"),
            );
        }
        self.unknown = Some(name.clone());
    }
}

impl Variant {
    fn read(variant: &syn::Variant, settings: Settings, container: &Container) -> Self {
        let derived = || Text { text: container.wire(&variant.ident), span: variant.ident.span() };
        Self {
            ident: variant.ident.clone(),
            wire: settings.text(Key::Rename).cloned().unwrap_or_else(derived),
            id: settings.number(Key::Id),
            since: settings.date(Key::Since),
            until: settings.date(Key::Until),
            former: settings.dated(Key::Was).to_vec(),
            settings,
        }
    }
}
