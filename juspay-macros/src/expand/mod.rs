//! From the checked model to impls.

mod fallback;
mod heads;
mod items;
mod record;

use juspay_codegen::emit::{self, Scope};
use juspay_codegen::item::Spelling;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Data, DeriveInput};

use crate::check;
use crate::errors::Errors;
use crate::model::{self, Container, OpenEnum, Record, Target};
use record::Parts;

/// The impls of a type, or everything that is wrong with it beside impls that do nothing.
pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let (container, target) = model::read(input, &mut errors);
    match &target {
        Target::Record(record) => check::record(record, &container, &mut errors),
        Target::Enum(open) => check::open_enum(open, &mut errors),
        Target::Other => {}
    }
    let impls = match &target {
        // A parameter that no field uses is the compiler's to tell.
        Target::Record(record) if errors.is_empty() && record.uses_version(&container) => {
            self::record(record, &container)
        }
        Target::Enum(open) if errors.is_empty() => open_enum(open, &container),
        _ => fallback::impls(&target, &container),
    };
    let errors = errors.into_tokens();
    if is_deprecated(input) {
        // What reads and writes it is no use of it.
        return quote!(#errors #[allow(deprecated)] const _: () = { #impls };);
    }
    quote!(#errors #impls)
}

/// Whether something in the type, or the type itself, is not to be used any more.
fn is_deprecated(input: &DeriveInput) -> bool {
    let inner: Vec<&[Attribute]> = match &input.data {
        Data::Struct(data) => data.fields.iter().map(|field| &*field.attrs).collect(),
        Data::Enum(data) => data.variants.iter().map(|variant| &*variant.attrs).collect(),
        Data::Union(_) => Vec::new(),
    };
    inner.into_iter().chain([&*input.attrs]).flatten().any(model::is_deprecated)
}

/// How names are spelled among those of a user.
fn spelling(container: &Container) -> Spelling {
    Spelling { markers: Some(container.versions.clone()), ..Spelling::full(container.runtime.clone()) }
}

fn record(record: &Record, container: &Container) -> TokenStream {
    let spelling = spelling(container);
    let scope = Scope::new(&spelling, None);
    let object = items::object(record, container);
    record::impls(&Parts::new(&object, container, &scope), container)
}

fn open_enum(open: &OpenEnum, container: &Container) -> TokenStream {
    let spelling = spelling(container);
    let scope = Scope::new(&spelling, None);
    let Some(open) = items::open_enum(open, container) else { return TokenStream::new() };
    let (impls, methods) = (emit::open_enum_impls(&open, &scope), emit::open_enum_methods(&open, &scope));
    let allow = (!methods.is_empty()).then(|| quote!(#[allow(dead_code)]));
    quote! {
        const _: () = { #impls };
        #allow
        #methods
    }
}
