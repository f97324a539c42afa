//! How foreign names are written in one module, and what the module must import for it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::item::{Marker, Spelling, TableRef, Ty, TypeRef, ident};

/// The names of one module.
///
/// Spelling a name notes the import that it needs; [`Scope::imports`] yields them all at the end.
#[derive(Debug)]
pub struct Scope<'a> {
    spelling: &'a Spelling,
    /// The module that declares the types at hand; `None` outside of the modules of a spec.
    module: Option<&'a Ident>,
    /// Whether the module is the one behind it, which sees its types as `super`'s.
    behind: bool,
    runtime: RefCell<BTreeSet<&'static str>>,
    versions: RefCell<BTreeSet<Ident>>,
    types: RefCell<BTreeMap<Ident, BTreeSet<Ident>>>,
}

impl<'a> Scope<'a> {
    /// The names of a module.
    pub fn new(spelling: &'a Spelling, module: Option<&'a Ident>) -> Self {
        let (runtime, versions, types) = Default::default();
        Self { spelling, module, behind: false, runtime, versions, types }
    }

    /// The names of the module behind a module, which holds its impls.
    pub fn behind(spelling: &'a Spelling, module: &'a Ident) -> Self {
        Self { behind: true, ..Self::new(spelling, Some(module)) }
    }

    /// A name of the prelude that stands for `::std::…`, such as `Option`.
    pub fn std(&self, name: &'static str) -> TokenStream {
        let short = ident(name);
        if !self.spelling.full && !self.spelling.taken.contains(name) {
            return quote!(#short);
        }
        match name {
            "Option" => quote!(::core::option::Option),
            "Some" => quote!(::core::option::Option::Some),
            "Ok" => quote!(::core::result::Result::Ok),
            "Err" => quote!(::core::result::Result::Err),
            "Result" => quote!(::core::result::Result),
            "Into" => quote!(::core::convert::Into),
            "From" => quote!(::core::convert::From),
            "Default" => quote!(::core::default::Default),
            "String" => quote!(::std::string::String),
            "Vec" => quote!(::std::vec::Vec),
            "Box" => quote!(::std::boxed::Box),
            _ => quote!(#short),
        }
    }

    /// `value.into()`, also where the trait is not in scope.
    pub fn into(&self, value: &TokenStream) -> TokenStream {
        if !self.spelling.full {
            return quote!(#value.into());
        }
        let into = self.std("Into");
        quote!(#into::into(#value))
    }

    /// `UnknownValue::default()`, also where the trait is not in scope.
    pub fn default(&self, ty: &TokenStream) -> TokenStream {
        if !self.spelling.full {
            return quote!(#ty::default());
        }
        let default = self.std("Default");
        quote!(<#ty as #default>::default())
    }

    /// A type that the module at hand declares.
    pub fn own(&self, name: &Ident) -> TokenStream {
        if let (true, Some(module)) = (self.behind, self.module) {
            self.types.borrow_mut().entry(module.clone()).or_default().insert(name.clone());
        }
        quote!(#name)
    }

    /// The table of an enum, which stands in the module behind the enum's.
    pub fn table(&self, table: &TableRef) -> TokenStream {
        let TableRef { module, name } = table;
        if self.module == Some(module) { quote!(#name) } else { quote!(super::super::#module::wire::#name) }
    }

    /// A name of the runtime.
    pub fn runtime(&self, name: &'static str) -> TokenStream {
        let short = ident(name);
        if self.spelling.full || self.spelling.taken.contains(name) {
            let runtime = &self.spelling.runtime;
            return quote!(#runtime::#short);
        }
        self.runtime.borrow_mut().insert(name);
        quote!(#short)
    }

    /// The runtime itself.
    pub fn runtime_path(&self) -> &TokenStream {
        &self.spelling.runtime
    }

    /// Something of the module of what holds for the whole API.
    pub fn api(&self, name: &Ident) -> TokenStream {
        let api = &self.spelling.api;
        quote!(super::#api::#name)
    }

    /// The type that stands for a version.
    pub fn marker(&self, marker: &Marker) -> TokenStream {
        self.version_name(&marker.name)
    }

    /// The newest version, under its general name.
    pub fn latest(&self) -> TokenStream {
        self.version_name(&ident("Latest"))
    }

    fn version_name(&self, name: &Ident) -> TokenStream {
        if let Some(markers) = &self.spelling.markers {
            return quote!(#markers::#name);
        }
        if self.spelling.full || self.spelling.taken.contains(&name.to_string()) {
            let versions = &self.spelling.versions;
            return quote!(super::#versions::#name);
        }
        self.versions.borrow_mut().insert(name.clone());
        quote!(#name)
    }

    /// A type of the package, without its parameter.
    pub fn spec(&self, of: &TypeRef) -> TokenStream {
        let TypeRef { module, name, .. } = of;
        if self.module == Some(module) {
            return quote!(#name);
        }
        if self.spelling.ambiguous.contains(&name.to_string()) {
            return quote!(super::#module::#name);
        }
        self.types.borrow_mut().entry(module.clone()).or_default().insert(name.clone());
        quote!(#name)
    }

    /// A type as it stands in a struct: `Refund<V>`, `Vec<Link>`.
    pub fn ty(&self, ty: &Ty) -> TokenStream {
        match ty {
            Ty::String => self.std("String"),
            Ty::Int => quote!(i64),
            Ty::Bool => quote!(bool),
            Ty::Runtime(name) => self.runtime(name),
            Ty::Spec(spec) if spec.versioned => {
                let name = self.spec(spec);
                quote!(#name<V>)
            }
            Ty::Spec(spec) => self.spec(spec),
            Ty::List(inner) => {
                let (vec, inner) = (self.std("Vec"), self.ty(inner));
                quote!(#vec<#inner>)
            }
            Ty::Map(inner) => {
                let (map, inner) = (self.runtime("Map"), self.ty(inner));
                quote!(#map<#inner>)
            }
            Ty::Path(path) | Ty::Versioned(path) => path.clone(),
        }
    }

    /// The type of a field, with its option and box.
    pub fn field_ty(&self, ty: &Ty, optional: bool, boxed: bool) -> TokenStream {
        if let (Ty::List(inner), true) = (ty, optional) {
            let (list, inner) = (self.runtime("List"), self.ty(inner));
            return quote!(#list<#inner>);
        }
        let mut tokens = self.ty(ty);
        if boxed {
            let name = self.std("Box");
            tokens = quote!(#name<#tokens>);
        }
        if optional {
            let name = self.std("Option");
            tokens = quote!(#name<#tokens>);
        }
        tokens
    }

    /// The `use` lines for every name spelled so far.
    ///
    /// ```text
    /// use super::payments::{Refund, Txn};
    /// use super::versions::{Latest, V2021_03_05};
    /// use juspay_runtime::{Amount, List};
    /// ```
    pub fn imports(&self) -> TokenStream {
        let mut lines = TokenStream::new();
        for (module, names) in self.types.borrow().iter() {
            let path = if self.behind { quote!(super) } else { quote!(super::#module) };
            lines.extend(import(&path, names.iter()));
        }
        let versions = &self.spelling.versions;
        lines.extend(import(&quote!(super::#versions), self.versions.borrow().iter()));
        let runtime: Vec<Ident> = self.runtime.borrow().iter().map(|name| ident(name)).collect();
        lines.extend(import(&self.spelling.runtime, runtime.iter()));
        lines
    }
}

fn import<'i>(path: &TokenStream, names: impl ExactSizeIterator<Item = &'i Ident>) -> TokenStream {
    match names.len() {
        0 => TokenStream::new(),
        1 => quote!(use #path::#(#names)*;),
        _ => quote!(use #path::{#(#names),*};),
    }
}
