//! Versions as types.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Scope, docs};
use crate::item::{Item, Object, Package, Ty, Versions};

/// The module `versions`.
///
/// ```text
/// juspay_runtime::versions! {
///     /// Refunds carry metadata.
///     V2021_03_25 = 2021-03-25,
/// }
/// /// The newest version that this crate knows.
/// pub type Latest = V2021_03_25;
/// pub use juspay_runtime::{ApiVersion, Dynamic};
/// ```
pub fn versions(versions: &Versions, scope: &Scope<'_>) -> TokenStream {
    let runtime = scope.runtime_path();
    let markers = versions.markers.iter().map(|version| {
        let (name, docs) = (&version.marker.name, docs(&version.docs));
        let date = version.marker.date;
        let text = format!("{:04}-{:02}-{:02}", date / 10_000, date / 100 % 100, date % 100);
        let date: TokenStream = text.parse().unwrap_or_default();
        quote!(#docs #name = #date,)
    });
    let base = format_ident!("VBase");
    let latest = versions.latest().map_or(&base, |marker| &marker.name);
    quote! {
        pub use #runtime::{ApiVersion, AtLeast, Before, Dynamic, Version};
        #runtime::versions! { #(#markers)* }
        /// The newest version that is known here.
        pub type Latest = #latest;
    }
}

/// What callers at any version share, for a crate of its own: how answers are read, with all that is in them.
///
/// ```text
/// /// What a caller needs to read an answer at a version is compiled here, and not again in each crate that does.
/// #[cfg(not(debug_assertions))]
/// #[allow(dead_code)]
/// static COMPILED_HERE: &[fn()] = &[__compiled::<super::refunds::Refund<Dynamic>>];
/// ```
///
/// A build that is not optimised shares such code anyhow, whoever needs it first.
pub fn compiled_here(package: &Package) -> TokenStream {
    let items = || package.modules.iter().flat_map(|module| module.items.iter().map(move |item| (&module.name, item)));
    let answers = |module: &Ident, object: &Object| {
        let is = |ty: &Ty| matches!(ty, Ty::Spec(of) if of.module == *module && of.name == object.name);
        items().any(|(_, item)| match item {
            Item::Operation(operation) => operation.responses.iter().any(|answer| answer.body.as_ref().is_some_and(is)),
            _ => false,
        })
    };
    let types = items().filter_map(|(module, item)| match item {
        Item::Object(object) if object.versioned && answers(module, object) => {
            let name = &object.name;
            Some(quote!(super::#module::#name<Dynamic>))
        }
        _ => None,
    });
    let types: Vec<TokenStream> = types.collect();
    if types.is_empty() {
        return TokenStream::new();
    }
    quote! {
        /// What a caller needs to read an answer at a version is compiled here, and not again in each crate that does.
        #[cfg(not(debug_assertions))]
        #[allow(dead_code)]
        static COMPILED_HERE: &[fn()] = &[#(__compiled::<#types>),*];
    }
}
