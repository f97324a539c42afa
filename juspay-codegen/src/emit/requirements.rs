//! Matrices: what a parameter is to a column, such as a gateway.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Scope, docs};
use crate::item::{Need, Requirements};

/// The columns of a matrix as an enum, and the matrix behind it.
///
/// ```text
/// /// What each gateway asks for.
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
/// #[non_exhaustive]
/// pub enum CreateOrderGateway {
///     /// `PAYU`.
///     Payu,
/// }
/// impl CreateOrderGateway {
///     pub const ALL: &'static [Self] = &[Self::Payu];
///     pub fn name(self) -> &'static str { … }
///     pub fn need(self, parameter: &str) -> Option<Need> { Need::lookup(NEEDS, parameter, self as usize) }
/// }
/// ```
pub fn requirements(matrix: &Requirements, scope: &Scope<'_>) -> TokenStream {
    let name = &matrix.name;
    let docs = docs(&matrix.docs);
    let variants = matrix.columns.iter().map(|(name, printed)| {
        let doc =
            super::docs(&crate::item::Docs { paragraphs: vec![vec![crate::item::Piece::Code(printed.clone(), ".")]] });
        quote!(#doc #name,)
    });
    let names: Vec<_> = matrix.columns.iter().map(|(name, _)| name).collect();
    let printed = matrix.columns.iter().map(|(_, printed)| printed);
    let need = need(matrix, scope);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }
        impl #name {
            /// Every column.
            pub const ALL: &'static [Self] = &[#(Self::#names),*];
            /// The name as it is printed.
            pub const fn name(self) -> &'static str {
                match self { #(Self::#names => #printed,)* }
            }
            #need
        }
    }
}

/// ```text
/// pub fn need(self, parameter: &str) -> Option<Need> {
///     // A letter for each column: yes, no, optional.
///     const ROWS: &[(&str, &str)] = &[("amount", "yyn"), ("udf1", "ono")];
///     Need::lookup(ROWS, parameter, self as usize)
/// }
/// ```
fn need(matrix: &Requirements, scope: &Scope<'_>) -> TokenStream {
    let (need, option) = (scope.runtime("Need"), scope.std("Option"));
    let letter = |need: &Need| match need {
        Need::Yes => 'y',
        Need::No => 'n',
        Need::Optional => 'o',
    };
    let mut rows: Vec<(&str, String)> = Vec::with_capacity(matrix.rows.len());
    rows.extend(matrix.rows.iter().map(|(wire, needs)| (wire.as_str(), needs.iter().map(letter).collect())));
    rows.sort();
    let rows = rows.iter().map(|(wire, needs)| quote!((#wire, #needs)));
    quote! {
        /// The fields that must be sent for this column, by their names on the wire.
        pub fn required(self) -> impl Iterator<Item = &'static str> {
            #need::Yes.rows(Self::ROWS, self as usize)
        }
        /// What a parameter, by its name on the wire, is to this column; `None` if the matrix does not have it.
        pub fn need(self, parameter: &str) -> #option<#need> {
            #need::lookup(Self::ROWS, parameter, self as usize)
        }
        // A letter for each column: yes, no, optional.
        const ROWS: &'static [(&'static str, &'static str)] = &[#(#rows),*];
    }
}
