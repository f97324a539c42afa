//! An enum of values.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{DataEnum, Fields};

use super::container::Container;
use super::ty::FieldType;
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
                open.unknown(variant, &settings, container, errors);
                continue;
            }
            // Where there are parameters, something must hold them; they have been told.
            if !matches!(variant.fields, Fields::Unit) && container.generics.params.is_empty() {
                let name = &variant.ident;
                errors.on(
                    &variant.fields,
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

    fn unknown(&mut self, variant: &syn::Variant, settings: &Settings, container: &Container, errors: &mut Errors) {
        let name = &variant.ident;
        for (_, word, span) in settings.words().filter(|(key, ..)| *key != Key::Unknown) {
            errors.at(span, format!("`{word}` says nothing here: `{name}` stands for values that are not known"));
        }
        if let Some(other) = &self.unknown {
            errors.at(name.span(), format!("`{other}` is the variant for every other text already"));
            return;
        }
        if container.generics.params.is_empty() && !keeps_text(&variant.fields) {
            let message = format!("the variant for every other text keeps that text: write `{name}(UnknownValue)`");
            errors.on(bare(variant), message);
        }
        self.unknown = Some(name.clone());
    }
}

/// Whether it is `(UnknownValue)`.
fn keeps_text(fields: &Fields) -> bool {
    let Fields::Unnamed(fields) = fields else { return false };
    let mut types = fields.unnamed.iter().map(|field| FieldType::new(&field.ty).name());
    types.next().flatten().as_deref() == Some("UnknownValue") && types.next().is_none()
}

/// A variant without its attributes.
fn bare(variant: &syn::Variant) -> TokenStream {
    let (name, fields) = (&variant.ident, &variant.fields);
    quote!(#name #fields)
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
