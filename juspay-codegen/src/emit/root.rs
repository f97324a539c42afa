//! What holds the modules together: a `lib.rs`, a `mod.rs`, or one file.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::module::{head, head_behind, people, wire};
use super::{Scope, api, client, compiled_here, docs, inner_docs, versions};
use crate::item::{Docs, Item, Package};

const ABOUT_API: &str = "What holds for the whole API: environments, authentication, operations.";
const ABOUT_VERSIONS: &str = "The dated versions as types, oldest first.";
const ABOUT_CLIENT: &str = "The client: a method for each operation, and what takes webhooks.";

/// The `lib.rs` of a crate.
///
/// ```text
/// //! Express Checkout as types, for every version of it.
/// #![allow(…)]
/// #[rustfmt::skip]
/// pub mod orders;
/// #[cfg(feature = "client")]
/// pub mod client;
/// pub use api::Environment;
/// pub use juspay_runtime::{Amount, …};
/// pub use versions::*;
/// ```
pub fn root(package: &Package) -> TokenStream {
    let docs = if package.readme { quote!(#![doc = include_str!("../README.md")]) } else { inner_docs(&package.docs) };
    let allow = allowed();
    let modules = names(package).map(|name| quote!(#[rustfmt::skip] pub mod #name;));
    let uses = uses(package);
    let feature = quote!(#[cfg(feature = "client")]);
    let client = has_client(package).then(|| {
        let name = &package.spelling.client;
        quote!(#feature #[rustfmt::skip] pub mod #name;)
    });
    let callers = callers(package).map(|uses| quote!(#feature #uses));
    let common = common(package);
    quote!(#docs #![allow(#allow)] #(#modules)* #client #uses #callers #common)
}

/// Whether there is anything to call or to receive.
fn has_client(package: &Package) -> bool {
    items(package).any(|item| !matches!(item, Item::Object(_) | Item::Enum(_)))
}

/// `pub use client::{Client, ClientBuilder, http};`
fn callers(package: &Package) -> Option<TokenStream> {
    let name = &package.spelling.client;
    let calls = items(package).any(|item| matches!(item, Item::Operation(_)));
    let http = package.modules.iter().all(|module| module.name != "http").then(|| quote!(http));
    match (calls, has_client(package)) {
        (true, _) => Some(quote!(pub use #name::{Client, ClientBuilder, #http};)),
        (false, true) => http.map(|http| quote!(pub use #name::#http;)),
        (false, false) => None,
    }
}

/// What callers name besides the types of the spec, so that the crate is all they depend on.
///
/// ```text
/// pub use juspay_runtime::{Amount, Decoding, Wire, …};
/// pub use versions::*;
/// ```
fn common(package: &Package) -> TokenStream {
    let (runtime, versions) = (&package.spelling.runtime, &package.spelling.versions);
    quote! {
        #[rustfmt::skip]
        pub use #runtime::{
            Amount, Anomaly, AnomalyKind, Answer, Date, DecodeError, DecodeErrorKind, Decimal, DecimalError, Decoded,
            Decoding, EncodeError, Json, List, Map, OpenEnum, Operation, Rule, Secret, Timestamp, UnknownValue,
            VersionError, Violation, Wire,
        };
        pub use #versions::*;
    }
}

/// The `mod.rs` of a folder. It has no inner attributes, which `include!` refuses.
///
/// ```text
/// #[allow(…)]
/// #[rustfmt::skip]
/// pub mod orders;
/// pub use api::Environment;
/// ```
pub fn folder(package: &Package) -> TokenStream {
    let allow = allowed();
    let client = wants_client(package).then_some(&package.spelling.client);
    let names = names(package).chain(client);
    let modules = names.map(|name| quote!(#[allow(#allow)] #[rustfmt::skip] pub mod #name;));
    let (uses, callers) = (uses(package), client.and_then(|_| callers(package)));
    quote!(#(#modules)* #uses #callers)
}

/// Whether the client is part of an output that is no crate of its own.
fn wants_client(package: &Package) -> bool {
    package.client && has_client(package)
}

/// Lints that words and names of a spec may offend, dates written as `2021_03_05`, and tables of one row.
fn allowed() -> TokenStream {
    quote!(
        clippy::doc_markdown,
        clippy::inconsistent_digit_grouping,
        clippy::must_use_candidate,
        clippy::pub_underscore_fields,
        clippy::should_implement_trait,
        clippy::single_match,
        clippy::struct_field_names,
        clippy::too_many_lines,
        clippy::used_underscore_binding,
        clippy::zero_prefixed_literal
    )
}

fn items(package: &Package) -> impl Iterator<Item = &Item> {
    package.modules.iter().flat_map(|module| &module.items)
}

fn names(package: &Package) -> impl Iterator<Item = &Ident> {
    let own = [&package.spelling.api, &package.spelling.versions];
    own.into_iter().chain(package.modules.iter().map(|module| &module.name))
}

fn uses(package: &Package) -> TokenStream {
    let api = &package.spelling.api;
    let environment = (!package.api.environments.is_empty()).then(|| quote!(Environment));
    quote!(pub use #api::{API, #environment};)
}

/// A file of the output: its path without `.rs`, and its tokens.
pub type Part = (String, TokenStream);

/// Every module as a file of its own. They are made one at a time, so that only one is in memory.
pub fn modules(package: &Package) -> impl Iterator<Item = Part> + '_ {
    let facts = std::iter::once_with(move || {
        let scope = Scope::new(&package.spelling, None);
        let body = api(package, &scope);
        (package.spelling.api.to_string(), with_head(ABOUT_API, &body, &scope))
    });
    let dated = std::iter::once_with(move || {
        let scope = Scope::new(&package.spelling, None);
        let body = joined(versions(&package.versions, &scope), compiled_here(package));
        (package.spelling.versions.to_string(), with_head(ABOUT_VERSIONS, &body, &scope))
    });
    let of_spec = package.modules.iter().flat_map(move |module| {
        let first = std::iter::once_with(move || {
            (module.file.clone(), joined(head(module), people(package, module, quote!(;))))
        });
        let second = std::iter::once_with(move || {
            let tokens = joined(head_behind(module), wire(package, module)?);
            Some((format!("{}/wire", module.file), tokens))
        });
        first.chain(second.flatten())
    });
    facts.chain(dated).chain(of_spec)
}

/// The module of the client as a file of its own, if there is anything to call or to receive.
pub fn client_file(package: &Package) -> Option<Part> {
    let (docs, body) = (inner_docs(&Docs::plain(ABOUT_CLIENT)), client(package)?);
    Some((package.spelling.client.to_string(), quote!(#docs #body)))
}

/// One behind the other, without a copy.
fn joined(mut head: TokenStream, body: TokenStream) -> TokenStream {
    head.extend(body);
    head
}

fn with_head(about: &str, body: &TokenStream, scope: &Scope<'_>) -> TokenStream {
    let (docs, imports) = (inner_docs(&Docs::plain(about)), scope.imports());
    quote!(#docs #imports #body)
}

/// The whole output as one file without inner attributes, made one module at a time.
///
/// ```text
/// /// `orders.yaml`: 4 operations and 12 types.
/// #[allow(…)]
/// pub mod orders {
///     …
///     mod wire { … }
/// }
/// pub use api::Environment;
/// ```
pub fn single(package: &Package) -> impl Iterator<Item = TokenStream> + '_ {
    let facts = std::iter::once_with(move || {
        let scope = Scope::new(&package.spelling, None);
        let body = api(package, &scope);
        inline(&package.spelling.api, &Docs::plain(ABOUT_API), &scope.imports(), &body)
    });
    let dated = std::iter::once_with(move || {
        let scope = Scope::new(&package.spelling, None);
        let body = versions(&package.versions, &scope);
        inline(&package.spelling.versions, &Docs::plain(ABOUT_VERSIONS), &scope.imports(), &body)
    });
    let of_spec = package.modules.iter().map(move |module| {
        let wire = wire(package, module).unwrap_or_default();
        let body = people(package, module, quote!({ #wire }));
        inline(&module.name, &module.docs, &TokenStream::new(), &body)
    });
    let callers = std::iter::once_with(move || {
        let body = client(package).filter(|_| package.client)?;
        let module = inline(&package.spelling.client, &Docs::plain(ABOUT_CLIENT), &TokenStream::new(), &body);
        Some(joined(module, callers(package)?))
    });
    let last = callers.flatten().chain(std::iter::once_with(move || uses(package)));
    facts.chain(dated).chain(of_spec).chain(last)
}

fn inline(name: &Ident, about: &Docs, imports: &TokenStream, body: &TokenStream) -> TokenStream {
    let (docs, allow) = (docs(about), allowed());
    quote!(#docs #[allow(#allow)] pub mod #name { #imports #body })
}
