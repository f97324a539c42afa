//! Objects for people: the struct, its constructor, and methods for what not every version has.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::record::generics;
use super::{Scope, choice, docs};
use crate::item::{Field, Gate, Object, Ty, ident};

/// A struct with its methods.
///
/// ```text
/// /// A refund of an order.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub struct Refund<V: Version = Latest> {
///     /// How much was refunded.
///     pub amount: Amount,
///     error_code: Option<String>,
///     version: Pinned<V>,
/// }
/// impl<V: Version> Refund<V> { … }
/// ```
pub fn object(object: &Object, scope: &Scope<'_>) -> TokenStream {
    if object.choice {
        return choice(object, scope);
    }
    // Moved together, not quoted: interpolation would copy every token once more.
    let mut tokens = structure(object, scope);
    tokens.extend(methods(object, scope));
    tokens
}

fn structure(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let Object { name, derives, .. } = object;
    let docs = docs(&object.docs);
    let debug = if object.is_sensitive() { TokenStream::new() } else { quote!(Debug,) };
    let fields = object.fields.iter().map(|field| declaration(field, scope));
    let (generics, pin) = if object.versioned {
        let (version, latest, pinned, pin) =
            (scope.runtime("Version"), scope.latest(), scope.runtime("Pinned"), &object.pin);
        (quote!(<V: #version = #latest>), quote!(#pin: #pinned<V>,))
    } else {
        Default::default()
    };
    quote! {
        #docs
        #[derive(Clone, #debug PartialEq #(, #derives)*)]
        #[non_exhaustive]
        pub struct #name #generics { #(#fields)* #pin }
    }
}

/// A field; one that not every version has is private and read through a method.
fn declaration(field: &Field, scope: &Scope<'_>) -> TokenStream {
    let name = &field.name;
    let ty = scope.field_ty(&field.ty, field.is_optional(), field.boxed);
    if field.gate.is_some() {
        return quote!(#name: #ty,);
    }
    let docs = docs(&field.docs);
    quote!(#docs pub #name: #ty,)
}

/// ```text
/// impl<V: Version> Refund<V> {
///     pub fn new(amount: impl Into<Amount>) -> Self { … }
///     juspay_runtime::setters! { with_reason(into String) => reason, }
///     pub fn error_code(&self) -> Option<&str> where V: AtLeast<V2020_11_20> { … }
///     pub fn with_error_code(mut self, value: impl Into<String>) -> Self where V: AtLeast<V2020_11_20> { … }
/// }
/// ```
fn methods(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let name = &object.name;
    let constructor = constructor(object, scope);
    let plain: Vec<&Field> = object.fields.iter().filter(|field| field.gate.is_none()).collect();
    let setters = setters(plain.into_iter().filter(|field| field.setter && field.is_optional()), scope);
    let gates = object.fields.iter().filter_map(|field| Some((field, field.gate.as_ref()?)));
    let gated = gates.map(|(field, gate)| gated(field, gate, &quote!(pub), &ident("V"), scope));
    let (generics, arguments) = generics(object, scope);
    quote!(impl #generics #name #arguments { #constructor #setters #(#gated)* })
}

/// A line for each setter of what every version has: they are all alike, and a page of them says no more.
///
/// ```text
/// juspay_runtime::setters! {
///     with_currency(into String) => currency,
///     with_order_type(OrderType) => order_type,
/// }
/// ```
fn setters<'a>(fields: impl Iterator<Item = &'a Field>, scope: &Scope<'_>) -> TokenStream {
    let lines: Vec<TokenStream> = fields
        .map(|field| {
            let name = &field.name;
            let method = setter_name(name);
            let (ty, how) = match conversion(field) {
                Conversion::Into => (scope.ty(&field.ty), quote!(into)),
                Conversion::List => (scope.field_ty(&field.ty, true, false), quote!(list)),
                Conversion::Boxed => (scope.ty(&field.ty), quote!(boxed)),
                Conversion::None => (scope.ty(&field.ty), TokenStream::new()),
            };
            quote!(#method(#how #ty) => #name,)
        })
        .collect();
    if lines.is_empty() {
        return TokenStream::new();
    }
    let runtime = scope.runtime_path();
    quote!(#runtime::setters! { #(#lines)* })
}

/// `with_reason`, without what makes a keyword or a number a name.
fn setter_name(field: &Ident) -> Ident {
    format_ident!("with_{}", field.to_string().trim_start_matches("r#").trim_start_matches('_'))
}

/// How what a setter takes becomes the value.
enum Conversion {
    Into,
    List,
    Boxed,
    None,
}

fn conversion(field: &Field) -> Conversion {
    match &field.ty {
        Ty::List(_) => Conversion::List,
        Ty::String | Ty::Runtime(_) => Conversion::Into,
        _ if field.boxed => Conversion::Boxed,
        _ => Conversion::None,
    }
}

/// The methods for what not every version has, for an impl whose head is written elsewhere.
pub fn accessors(object: &Object, vis: &TokenStream, version: &Ident, scope: &Scope<'_>) -> TokenStream {
    let gates = object.fields.iter().filter_map(|field| Some((field, field.gate.as_ref()?)));
    gates.map(|(field, gate)| gated(field, gate, vis, version, scope)).collect()
}

fn gated(field: &Field, gate: &Gate, vis: &TokenStream, version: &Ident, scope: &Scope<'_>) -> TokenStream {
    let bound = bound(gate, version, scope);
    let (getter, setter) = (getter(field, vis, &bound, scope), setter(field, vis, &bound, scope));
    quote!(#getter #setter)
}

/// ```text
/// /// With what must be there; the rest is absent.
/// pub fn new(order_id: impl Into<String>, amount: impl Into<Amount>) -> Self {
///     let mut new: Self = Record::blank();
///     new.order_id = order_id.into();
///     new.amount = amount.into();
///     new
/// }
/// ```
///
/// What is large is made where it is going to be; `..Record::blank()` would copy it.
fn constructor(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let asked: Vec<&Field> = object.required().collect();
    let parameters = asked.iter().map(|field| {
        let name = &field.name;
        let (parameter, _) = argument(field, false, scope, &quote!(#name));
        quote!(#name: #parameter)
    });
    let value = |field: &Field| argument(field, false, scope, &field.name.to_token_stream()).1;
    if asked.is_empty() {
        return quote! {
            /// With nothing in it.
            pub fn new() -> Self { Self::default() }
        };
    }
    let whole = asked.len() == object.fields.len() && !object.versioned;
    let body = if whole {
        let values = asked.iter().map(|field| {
            let (name, value) = (&field.name, value(field));
            if *name == value.to_string() { quote!(#name,) } else { quote!(#name: #value,) }
        });
        quote!(Self { #(#values)* })
    } else {
        let (new, record) = (free("new", object), scope.runtime("Record"));
        let values = asked.iter().map(|field| {
            let (name, value) = (&field.name, value(field));
            quote!(#new.#name = #value;)
        });
        quote!(let mut #new: Self = #record::blank(); #(#values)* #new)
    };
    let many = (asked.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        /// With what must be there; everything else is absent.
        #many
        pub fn new(#(#parameters),*) -> Self { #body }
    }
}

/// A name that no field has, made longer until it is one.
fn free(name: &str, object: &Object) -> Ident {
    let mut name = name.to_owned();
    while object.fields.iter().any(|field| field.name == name) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}

/// What a method takes for a field, and how that becomes the value.
fn argument(field: &Field, optional: bool, scope: &Scope<'_>, value: &TokenStream) -> (TokenStream, TokenStream) {
    let converts = match &field.ty {
        Ty::String | Ty::Runtime(_) | Ty::List(_) => true,
        Ty::Int | Ty::Bool | Ty::Spec(_) | Ty::Map(_) | Ty::Path(_) | Ty::Versioned(_) => false,
    };
    if converts {
        let list = optional && matches!(field.ty, Ty::List(_));
        let (into, ty) = (scope.std("Into"), scope.field_ty(&field.ty, list, false));
        return (quote!(impl #into<#ty>), scope.into(value));
    }
    let ty = scope.ty(&field.ty);
    if !field.boxed {
        return (ty, value.clone());
    }
    let boxed = scope.std("Box");
    (ty, quote!(#boxed::new(#value)))
}

/// ```text
/// /// Sets `error_code`.
/// #[must_use]
/// pub fn with_error_code(mut self, value: impl Into<String>) -> Self where V: AtLeast<V2020_11_20> {
///     self.error_code = Some(value.into());
///     self
/// }
/// ```
fn setter(field: &Field, vis: &TokenStream, bound: &TokenStream, scope: &Scope<'_>) -> TokenStream {
    let (name, deprecated) = (&field.name, &field.deprecated);
    // Where a digit comes first, an underscore stands before it.
    let method = setter_name(name);
    let doc = format!(" Sets `{}`.", name.to_string().trim_start_matches("r#"));
    let (parameter, value) = argument(field, true, scope, &quote!(value));
    let some = scope.std("Some");
    let value = if matches!(field.ty, Ty::List(_)) { value } else { quote!(#some(#value)) };
    quote! {
        #[doc = #doc]
        #deprecated
        #[must_use]
        #vis fn #method(mut self, value: #parameter) -> Self #bound { self.#name = #value; self }
    }
}

/// ```text
/// /// Why the refund failed. Since 2020-11-20.
/// pub fn error_code(&self) -> Option<&str> where V: AtLeast<V2020_11_20> {
///     self.error_code.as_deref()
/// }
/// ```
fn getter(field: &Field, vis: &TokenStream, bound: &TokenStream, scope: &Scope<'_>) -> TokenStream {
    let (name, deprecated) = (&field.name, &field.deprecated);
    let docs = docs(&field.docs);
    let option = scope.std("Option");
    let (ty, value) = match &field.ty {
        Ty::List(_) => {
            let ty = scope.field_ty(&field.ty, true, false);
            (quote!(&#ty), quote!(&self.#name))
        }
        Ty::String if !field.boxed => (quote!(#option<&str>), quote!(self.#name.as_deref())),
        Ty::Int | Ty::Bool | Ty::Runtime("Amount" | "Decimal") => {
            let ty = scope.ty(&field.ty);
            (quote!(#option<#ty>), quote!(self.#name))
        }
        ty => {
            let ty = scope.ty(ty);
            let by = if field.boxed { quote!(as_deref) } else { quote!(as_ref) };
            (quote!(#option<&#ty>), quote!(self.#name.#by()))
        }
    };
    quote!(#docs #deprecated #vis fn #name(&self) -> #ty #bound { #value })
}

/// `where V: AtLeast<V2019_01_01> + Before<V2021_03_25>`.
fn bound(gate: &Gate, version: &Ident, scope: &Scope<'_>) -> TokenStream {
    let since = gate.since.as_ref().map(|marker| {
        let (at_least, marker) = (scope.runtime("AtLeast"), scope.marker(marker));
        quote!(#at_least<#marker>)
    });
    let until = gate.until.as_ref().map(|marker| {
        let (before, marker) = (scope.runtime("Before"), scope.marker(marker));
        quote!(#before<#marker>)
    });
    let bounds: Vec<TokenStream> = since.into_iter().chain(until).collect();
    if bounds.is_empty() { TokenStream::new() } else { quote!(where #version: #(#bounds)+*) }
}
