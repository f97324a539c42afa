//! Heads of impls: which parameters they have, and what is asked of them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::GenericParam;

use crate::model::Container;

/// What an impl asks of type parameters besides their own bounds.
#[derive(Clone, Copy)]
pub(super) enum Ask {
    Nothing,
    Encode,
    Both,
    Debug,
    Versioned,
}

impl Container {
    /// The parameters of an impl for every version: `V: Version, T: Clone + Encode`.
    pub(super) fn every(&self, ask: Ask) -> TokenStream {
        self.params(true, ask)
    }

    /// The parameters of an impl for the version that is chosen at run time: `T: Clone + Encode`.
    pub(super) fn rest(&self, ask: Ask) -> TokenStream {
        self.params(false, ask)
    }

    fn params(&self, with_version: bool, ask: Ask) -> TokenStream {
        let runtime = &self.runtime;
        let asked = match ask {
            Ask::Nothing => None,
            Ask::Encode => Some(quote!(#runtime::Encode)),
            Ask::Both => Some(quote!(#runtime::Decode + #runtime::Encode)),
            Ask::Debug => Some(quote!(::core::fmt::Debug)),
            Ask::Versioned => Some(quote!(#runtime::Versioned)),
        };
        let params = self.generics.params.iter().filter_map(|param| match param {
            GenericParam::Lifetime(param) => Some(quote!(#param)),
            GenericParam::Const(param) => {
                let (name, ty) = (&param.ident, &param.ty);
                Some(quote!(const #name: #ty))
            }
            GenericParam::Type(param) => {
                let (name, bounds) = (&param.ident, param.bounds.iter());
                if Some(name) == self.version.as_ref() {
                    return with_version.then(|| quote!(#name: #(#bounds)+*));
                }
                let bounds = bounds.map(|bound| quote!(#bound)).chain(asked.clone());
                Some(quote!(#name: #(#bounds)+*))
            }
        });
        quote!(#(#params),*)
    }

    /// The type at the version that is chosen at run time: `Page<Dynamic, T>`.
    pub(super) fn dynamic(&self) -> TokenStream {
        let runtime = &self.runtime;
        self.at(&quote!(#runtime::Dynamic))
    }

    /// The type at its own version: `Page<V, T>`.
    pub(super) fn whole(&self) -> TokenStream {
        let version = &self.version;
        self.at(&quote!(#version))
    }

    /// The type at a version: `Page<W, T>`.
    pub(super) fn at(&self, version: &TokenStream) -> TokenStream {
        self.with(|param| if Some(&param.ident) == self.version.as_ref() { version.clone() } else { own(param) })
    }

    /// The type of other type parameters at a version: `Page<T::At<W>>`.
    pub(super) fn of_params_at(&self, version: &TokenStream) -> TokenStream {
        self.with(|param| {
            let name = &param.ident;
            quote!(#name::At<#version>)
        })
    }

    fn with(&self, ty: impl Fn(&syn::TypeParam) -> TokenStream) -> TokenStream {
        let name = &self.ident;
        let arguments = self.generics.params.iter().map(|param| match param {
            GenericParam::Lifetime(param) => {
                let lifetime = &param.lifetime;
                quote!(#lifetime)
            }
            GenericParam::Const(param) => {
                let name = &param.ident;
                quote!(#name)
            }
            GenericParam::Type(param) => ty(param),
        });
        if self.generics.params.is_empty() { quote!(#name) } else { quote!(#name<#(#arguments),*>) }
    }

    /// The `where` clause, for what is emitted although there should be none.
    pub(super) fn clause(&self) -> TokenStream {
        let clause = &self.generics.where_clause;
        quote!(#clause)
    }

    /// Whether the type has parameters besides the version.
    pub(super) fn is_generic(&self) -> bool {
        self.generics.params.len() > usize::from(self.version.is_some())
    }
}

fn own(param: &syn::TypeParam) -> TokenStream {
    let name = &param.ident;
    quote!(#name)
}
