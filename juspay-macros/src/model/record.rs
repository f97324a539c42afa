//! A struct with named fields.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::{Token, Type};

use super::container::{Container, plain};
use super::field::Field;
use super::ty::{FieldType, is_ident, mentions};
use crate::attr::{Place, Settings};
use crate::errors::Errors;

/// A struct with named fields.
pub(crate) struct Record {
    pub(crate) fields: Vec<Field>,
    /// The field of type `Pinned<V>` or `PhantomData<V>`.
    pub(crate) pin: Option<Ident>,
}

impl Record {
    pub(crate) fn read(fields: &Punctuated<syn::Field, Token![,]>, container: &Container, errors: &mut Errors) -> Self {
        let mut record = Self { fields: Vec::new(), pin: None };
        for field in fields {
            let Some(ident) = &field.ident else { continue };
            let ty = FieldType::new(&container.spell_self_out(&field.ty));
            match ty.pinned() {
                Some(of) => record.pin(ident, of, &ty, field, container, errors),
                None => record.fields.push(Field::read(field, ident, ty, container, errors)),
            }
        }
        record
    }

    /// The field that a method called like a gated field sets: `reason` for one called `with_reason`.
    pub(crate) fn set_by(&self, getter: &Field) -> Option<&Field> {
        let name = plain(&getter.ident);
        let set = name.strip_prefix("with_").filter(|_| getter.is_gated())?;
        let mut gated = self.fields.iter().filter(|field| field.is_gated());
        gated.find(|field| plain(&field.ident).trim_start_matches('_') == set)
    }

    /// Whether the version stands in some field, if there is one.
    pub(crate) fn uses_version(&self, container: &Container) -> bool {
        let Some(version) = &container.version else { return true };
        self.pin.is_some() || self.fields.iter().any(|field| mentions(&field.ty.whole, version))
    }

    fn pin(
        &mut self,
        ident: &Ident,
        of: &Type,
        ty: &FieldType,
        field: &syn::Field,
        container: &Container,
        errors: &mut Errors,
    ) {
        for (_, word, span) in Settings::parse(&field.attrs, Place::Field, errors).words() {
            errors.at(span, format!("`{word}` says nothing here: this field holds the version and is not on the wire"));
        }
        if container.is_second_version(of) {
            // That has been told where it is declared.
        } else if let Some(pin) = &self.pin {
            errors.on(&ty.whole, format!("`{pin}` holds the version already"));
        } else if container.version.as_ref().is_some_and(|version| is_ident(of, version)) {
            self.pin = Some(ident.clone());
        } else if container.generics.type_params().any(|param| mentions(of, &param.ident))
            && container.version.is_none()
        {
            let param = container.generics.type_params().find(|param| mentions(of, &param.ident));
            let param = param.map(|param| param.ident.to_string()).unwrap_or_default();
            errors.on(&ty.whole, format!("`{param}` is no version: bound it where it is declared, `{param}: Version`"));
        } else {
            let name = ty.name().unwrap_or_default();
            errors.on(&ty.whole, format!("only the version stands in a `{name}`, as `{name}<V>` beside `V: Version`"));
        }
    }
}
