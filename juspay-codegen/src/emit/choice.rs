//! Choices: objects of which one field is there, as enums.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::record::generics;
use super::table::{shape_static, table};
use super::{Scope, docs};
use crate::item::{Field, Object, Ty};

/// The enum.
///
/// ```text
/// /// What a notice is about.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum Subject<V: Version = Latest> {
///     /// A loan.
///     Loan(Box<Loan<V>>),
///     /// None of them, or one that is not known yet.
///     Unknown,
/// }
/// impl<V: Version> From<Loan<V>> for Subject<V> { … }
/// ```
pub fn choice(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let Object { name, derives, .. } = object;
    let about = docs(&object.docs);
    let debug = if object.is_sensitive() { TokenStream::new() } else { quote!(Debug,) };
    let variants = object.fields.iter().map(|field| {
        let (name, docs, ty) = (&field.name, docs(&field.docs), ty(field, scope));
        quote!(#docs #name(#ty),)
    });
    let head = object.versioned.then(|| {
        let (version, latest) = (scope.runtime("Version"), scope.latest());
        quote!(<V: #version = #latest>)
    });
    let never = never(object).map(|name| {
        let pinned = scope.runtime("Pinned");
        quote!(#[doc(hidden)] #name(::core::convert::Infallible, #pinned<V>),)
    });
    let froms = froms(object, scope);
    quote! {
        #about
        #[derive(Clone, #debug PartialEq #(, #derives)*)]
        #[non_exhaustive]
        pub enum #name #head {
            #(#variants)*
            /// None of them, or one that is not known yet.
            Unknown,
            #never
        }
        #froms
    }
}

/// The type of an alternative, with its box.
fn ty(field: &Field, scope: &Scope<'_>) -> TokenStream {
    scope.field_ty(&field.ty, false, field.boxed)
}

/// A variant that is never there and holds the version, where no alternative does.
fn never(object: &Object) -> Option<Ident> {
    let held = object.fields.iter().any(|field| field.ty.is_versioned());
    (object.versioned && !held).then(|| Ident::new("__Version", Span::call_site()))
}

/// ```text
/// impl<V: Version> From<Loan<V>> for Subject<V> {
///     fn from(value: Loan<V>) -> Self { Self::Loan(Box::new(value)) }
/// }
/// ```
///
/// Only for objects: of other types it would be a guess what is meant.
fn froms(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let objects = || object.fields.iter().filter(|field| field.boxed && matches!(field.ty, Ty::Spec(_)));
    let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for field in objects() {
        let ty = scope.ty(&field.ty).to_string();
        if !once.insert(ty.clone()) {
            twice.insert(ty);
        }
    }
    let name = &object.name;
    let (generics, arguments) = generics(object, scope);
    let (boxed, from) = (scope.std("Box"), scope.std("From"));
    let unique = objects().filter(|field| !twice.contains(&scope.ty(&field.ty).to_string()));
    let impls = unique.map(|field| {
        let (variant, ty) = (&field.name, scope.ty(&field.ty));
        quote! {
            impl #generics #from<#ty> for #name #arguments {
                fn from(value: #ty) -> Self { Self::#variant(#boxed::new(value)) }
            }
        }
    });
    impls.collect()
}

/// Everything by which the runtime reads and writes a choice.
///
/// ```text
/// const _: () = {
///     const FIELDS: &[Field] = &[…];
///     static SHAPE: Shape = Shape::new("Subject", FIELDS).choice();
///     juspay_runtime::choice! {
///         Subject<V> SHAPE;
///         plain: 0 Closed;
///         nested: 1 Loan;
///     }
/// };
/// ```
pub(super) fn record(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let (runtime, field) = (scope.runtime_path(), scope.runtime("Field"));
    let (table, shape) = (table(object, scope), shape_static(object, scope));
    let name = scope.own(&object.name);
    let version = object.versioned.then(|| quote!(<V>));
    let group = |word: &str, nested: bool| {
        let of = object.fields.iter().filter(|field| field.ty.is_versioned() == nested);
        let entries: Vec<TokenStream> = of
            .map(|field| {
                let (index, name) = (Literal::u16_unsuffixed(field.index), &field.name);
                quote!(#index #name)
            })
            .collect();
        let word = Ident::new(word, Span::call_site());
        (!entries.is_empty()).then(|| quote!(#word: #(#entries),*;))
    };
    let (plain, nested) = (group("plain", false), group("nested", true));
    let never = never(object).map(|name| quote!(never: #name;));
    quote! {
        const _: () = {
            const FIELDS: &[#field] = #table;
            #shape
            #runtime::choice! { #name #version SHAPE; #plain #nested #never }
        };
    }
}

/// `match self { Self::Email(_) => f.debug_tuple("Email").field(&Redacted).finish(), … }`.
pub(super) fn debug_body(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let redacted = scope.runtime("Redacted");
    let arms = object.fields.iter().map(|field| {
        let (name, label) = (&field.name, field.name.to_string());
        if field.sensitive {
            quote!(Self::#name(_) => f.debug_tuple(#label).field(&#redacted).finish(),)
        } else {
            quote!(Self::#name(value) => f.debug_tuple(#label).field(value).finish(),)
        }
    });
    let never = never(object).map(|name| quote!(Self::#name(never, _) => match *never {},));
    quote!(match self { #(#arms)* Self::Unknown => f.write_str("Unknown"), #never })
}
