//! Impls of a type with something wrong in it. They do nothing, and let code that uses the type compile, so that a
//! mistake is one error and not one for each use.

use juspay_codegen::emit::Scope;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use super::record::{self, Parts};
use super::{items, spelling};
use crate::attr::Key;
use crate::model::{Container, OpenEnum, Target};

pub(super) fn impls(target: &Target, container: &Container) -> TokenStream {
    match target {
        Target::Enum(open) if container.generics.params.is_empty() => open_enum(open, container),
        Target::Enum(_) => generic_enum(container),
        Target::Record(record) => {
            let spelling = spelling(container);
            let scope = Scope::new(&spelling, None);
            let mut object = items::object(record, container);
            for (item, field) in object.fields.iter_mut().zip(&record.fields) {
                if record.set_by(field).is_some() {
                    // Its methods would have the names of others.
                    item.gate = None;
                }
            }
            let accessors = without_bodies(record::accessors(&object, container, &scope));
            let debug = object.is_sensitive().then(stub);
            record::impls(&Parts { accessors, debug, ..parts(container) }, container)
        }
        Target::Other => record::impls(&parts(container), container),
    }
}

fn stub() -> TokenStream {
    quote!(::core::unimplemented!())
}

/// The methods with nothing in them, for a field may be of a type that they cannot return.
fn without_bodies(methods: TokenStream) -> TokenStream {
    let empty = |token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            TokenTree::Group(Group::new(Delimiter::Brace, stub()))
        }
        other => other,
    };
    methods.into_iter().map(empty).collect()
}

fn parts(container: &Container) -> Parts {
    let Container { runtime, label, .. } = container;
    let stub = stub();
    Parts {
        table: quote!(&[]),
        shape: quote! {
            static SHAPE: #runtime::Shape = #runtime::Shape::new(#label, FIELDS);
            &SHAPE
        },
        put: quote!(let _ = (index, writer);),
        blank: stub.clone(),
        set: quote!(let _ = index; reader.skip()),
        blank_at: stub.clone(),
        hand_over: quote!(let _ = to;),
        stub: true,
        accessors: TokenStream::new(),
        debug: None,
    }
}

/// ```text
/// impl OpenEnum for OrderStatus { … }
/// juspay_runtime::open_enum!(OrderStatus);
/// ```
fn open_enum(open: &OpenEnum, container: &Container) -> TokenStream {
    let Container { ident, runtime, label, .. } = container;
    let stub = stub();
    let methods = enum_methods(open, runtime);
    quote! {
        impl #runtime::OpenEnum for #ident {
            fn values() -> &'static #runtime::Values {
                static VALUES: #runtime::Values = #runtime::Values::new(#label, &[]);
                &VALUES
            }
            fn known(_: u16) -> Self { #stub }
            fn unknown(_: #runtime::UnknownValue) -> Self { #stub }
            fn index(&self) -> ::core::result::Result<u16, &#runtime::UnknownValue> { #stub }
        }
        #runtime::open_enum!(#ident);
        impl #ident { #methods }
    }
}

/// The methods that the enum would have.
fn enum_methods(open: &OpenEnum, runtime: &TokenStream) -> TokenStream {
    let says = |keys: &[Key]| open.variants.iter().any(|variant| keys.iter().any(|key| variant.settings.has(*key)));
    let stub = stub();
    let option = quote!(::core::option::Option);
    let methods = [
        (says(&[Key::Id]), quote!(pub fn id(&self) -> #option<i64> { #stub })),
        (says(&[Key::Since, Key::Until]), quote!(pub fn since(&self) -> #option<#runtime::ApiVersion> { #stub })),
        (says(&[Key::Was]), quote!(pub fn could_mean(&self, _: #runtime::ApiVersion) -> &'static [Self] { #stub })),
    ];
    methods.into_iter().filter(|(said, _)| *said).map(|(_, method)| method).collect()
}

/// Enough for a field of such a type.
fn generic_enum(container: &Container) -> TokenStream {
    let runtime = &container.runtime;
    let (generics, name) = (&container.generics, &container.ident);
    let (params, arguments, clause) = generics.split_for_impl();
    let stub = stub();
    quote! {
        impl #params #runtime::Decode for #name #arguments #clause {
            fn blank() -> Self { #stub }
            fn read(
                &mut self,
                _: &mut #runtime::Reader<'_>,
            ) -> ::core::result::Result<(), #runtime::DecodeError> { #stub }
        }
        impl #params #runtime::Encode for #name #arguments #clause {
            fn write(&self, _: &mut #runtime::Writer<'_>) {}
        }
    }
}
