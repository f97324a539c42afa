//! Enums that survive values nobody knew.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::table::date;
use super::{Scope, docs};
use crate::item::{Answer, Docs, OpenEnum, Variant};

/// An enum with its methods.
///
/// ```text
/// /// Where an order stands.
/// #[derive(Clone, Debug, PartialEq, Eq, Hash)]
/// #[non_exhaustive]
/// pub enum OrderStatus {
///     /// It was created. Id 10.
///     New,
///     /// A value that this crate does not know, or that the version does not have.
///     Unknown(UnknownValue),
/// }
/// impl OrderStatus { … }
/// ```
pub fn open_enum(open: &OpenEnum, scope: &Scope<'_>) -> TokenStream {
    let OpenEnum { name, derives, unknown, .. } = open;
    let docs = docs(&open.docs);
    let unknown_value = scope.runtime("UnknownValue");
    let variants = open.variants.iter().map(variant);
    let methods = open_enum_methods(open, scope);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash #(, #derives)*)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that is unknown, or that its version does not have; the text is kept.
            #unknown(#unknown_value),
        }
        #methods
    }
}

fn variant(variant: &Variant) -> TokenStream {
    let name = &variant.name;
    let docs = docs(&variant.docs);
    quote!(#docs #name,)
}

/// What may be asked of a value; nothing where there is nothing to ask.
///
/// ```text
/// impl OrderStatus {
///     pub fn id(&self) -> Option<i64> { OpenEnum::number(self) }
///     pub fn since(&self) -> Option<ApiVersion> { OpenEnum::first_version(self) }
///     pub fn could_mean(&self, version: ApiVersion) -> &'static [Self] { … }
///     pub fn is_paid(&self) -> Answer { … }
/// }
/// ```
pub fn open_enum_methods(open: &OpenEnum, scope: &Scope<'_>) -> TokenStream {
    let name = &open.name;
    let ids = open.has_ids().then(|| ids(scope));
    let since = open.is_gated().then(|| since(scope));
    let could_mean = open.has_former().then(|| could_mean(open, scope));
    let answers = open.answers.iter().map(|answer| self::answer(open, answer, scope));
    let methods: TokenStream = ids.into_iter().chain(since).chain(could_mean).chain(answers).collect();
    if methods.is_empty() { methods } else { quote!(impl #name { #methods }) }
}

fn ids(scope: &Scope<'_>) -> TokenStream {
    let (open_enum, option) = (scope.runtime("OpenEnum"), scope.std("Option"));
    quote! {
        /// The numeric id of the value, where it has one.
        pub fn id(&self) -> #option<i64> { #open_enum::number(self) }
    }
}

fn since(scope: &Scope<'_>) -> TokenStream {
    let (open_enum, option) = (scope.runtime("OpenEnum"), scope.std("Option"));
    let version = scope.runtime("ApiVersion");
    quote! {
        /// The version from which on the value is sent; nobody knows for an unknown one.
        pub fn since(&self) -> #option<#version> { #open_enum::first_version(self) }
    }
}

/// ```text
/// /// Other values that a version sends as this one.
/// pub fn could_mean(&self, version: ApiVersion) -> &'static [Self] {
///     match self {
///         Self::Success if version < ApiVersion::literal(2015, 1, 9) => &[Self::Pending],
///         _ => &[],
///     }
/// }
/// ```
fn could_mean(open: &OpenEnum, scope: &Scope<'_>) -> TokenStream {
    let version = scope.runtime("ApiVersion");
    let arms = open.variants.iter().enumerate().flat_map(|(place, variant)| {
        let (name, version) = (&variant.name, &version);
        open.stand_ins(place).into_iter().map(move |(_, until, others)| {
            let until = date_literal(until);
            let others = others.into_iter().filter_map(|other| open.variants.get(other)).map(|other| &other.name);
            quote!(Self::#name if version < #version::literal(#until) => &[#(Self::#others),*],)
        })
    });
    quote! {
        /// Other values that a version sends as this one.
        pub fn could_mean(&self, version: #version) -> &'static [Self] {
            match self { #(#arms)* _ => &[], }
        }
    }
}

/// `2015, 1, 9`.
fn date_literal(packed: u32) -> TokenStream {
    let [year, month, day] = [packed / 10_000, packed / 100 % 100, packed % 100].map(Literal::u32_unsuffixed);
    quote!(#year, #month, #day)
}

/// ```text
/// /// Whether the order is paid.
/// pub fn is_paid(&self) -> Answer {
///     match self {
///         Self::Charged => Answer::Yes,
///         Self::New | Self::Failed => Answer::No,
///         _ => Answer::Unknown,
///     }
/// }
/// ```
fn answer(open: &OpenEnum, answer: &Answer, scope: &Scope<'_>) -> TokenStream {
    let (name, ty) = (&answer.name, scope.runtime("Answer"));
    let docs = docs(&answer.docs);
    let arm = |places: &[usize], word: &TokenStream| {
        let names: Vec<_> = places.iter().filter_map(|place| open.variants.get(*place)).map(|it| &it.name).collect();
        if names.is_empty() { TokenStream::new() } else { quote!(#(Self::#names)|* => #ty::#word,) }
    };
    let (yes, no) = (arm(&answer.yes, &quote!(Yes)), arm(&answer.no, &quote!(No)));
    let body = if yes.is_empty() && no.is_empty() {
        quote!(#ty::Unknown)
    } else {
        quote!(match self { #yes #no _ => #ty::Unknown, })
    };
    let at = answer_at(open, answer, scope);
    quote!(#docs pub fn #name(&self) -> #ty { #body } #at)
}

/// ```text
/// /// The same of a value that came at a version, …
/// pub fn is_paid_at(&self, version: ApiVersion) -> Answer {
///     self.could_mean(version).iter().fold(self.is_paid(), |answer, other| answer.agree(other.is_paid()))
/// }
/// ```
///
/// Nothing where a value is never sent for another one.
fn answer_at(open: &OpenEnum, answer: &Answer, scope: &Scope<'_>) -> TokenStream {
    let (name, at) = (&answer.name, format_ident!("{}_at", answer.name));
    if !open.has_former() || open.answers.iter().any(|other| other.name == at) {
        return TokenStream::new();
    }
    let (ty, version) = (scope.runtime("Answer"), scope.runtime("ApiVersion"));
    let docs = docs(&Docs::plain(format!(
        "The same of a value that came at a version: [`{ty}::Unknown`] where it may stand for another one, of which the \
         answer is another."
    )));
    quote! {
        #docs
        pub fn #at(&self, version: #version) -> #ty {
            self.could_mean(version).iter().fold(self.#name(), |answer, other| answer.agree(other.#name()))
        }
    }
}

/// Everything by which the runtime reads and writes an enum.
///
/// ```text
/// pub(crate) static ORDER_STATUS: Values = Values::new("OrderStatus", &[value("NEW").id(10), …]);
/// impl OpenEnum for OrderStatus {
///     fn values() -> &'static Values { &ORDER_STATUS }
///     fn known(index: u16) -> Self { match index { 0 => Self::New, …, _ => Self::Unknown(UnknownValue::default()) } }
///     fn unknown(value: UnknownValue) -> Self { Self::Unknown(value) }
///     fn index(&self) -> Result<u16, &UnknownValue> {
///         Ok(match self { Self::New => 0, …, Self::Unknown(value) => return Err(value) })
///     }
/// }
/// juspay_runtime::open_enum!(OrderStatus);
/// ```
pub fn open_enum_impls(open: &OpenEnum, scope: &Scope<'_>) -> TokenStream {
    let OpenEnum { label, table, unknown, .. } = open;
    let name = scope.own(&open.name);
    let (values, open_enum) = (scope.runtime("Values"), scope.runtime("OpenEnum"));
    let (unknown_value, result) = (scope.runtime("UnknownValue"), scope.std("Result"));
    let (ok, err, empty) = (scope.std("Ok"), scope.std("Err"), scope.default(&unknown_value));
    let rows = open.variants.iter().map(|variant| row(variant, scope));
    let names = || open.variants.iter().map(|variant| &variant.name);
    let indices = || (0..open.variants.len()).map(Literal::usize_unsuffixed);
    let (known_names, index_names, index_indices) = (names(), names(), indices());
    let index = if open.variants.is_empty() {
        quote!(match self { Self::#unknown(value) => #err(value), })
    } else {
        quote!(#ok(match self { #(Self::#index_names => #index_indices,)* Self::#unknown(value) => return #err(value), }))
    };
    let known_indices = indices();
    let runtime = scope.runtime_path();
    quote! {
        pub(crate) static #table: #values = #values::new(#label, &[#(#rows),*]);
        impl #open_enum for #name {
            fn values() -> &'static #values { &#table }
            fn known(index: u16) -> Self {
                match index { #(#known_indices => Self::#known_names,)* _ => Self::#unknown(#empty), }
            }
            fn unknown(value: #unknown_value) -> Self { Self::#unknown(value) }
            fn index(&self) -> #result<u16, &#unknown_value> {
                #index
            }
        }
        #runtime::open_enum!(#name);
    }
}

/// `value("AUTO_REFUNDED").id(36).since(2019_11_11)`.
fn row(variant: &Variant, scope: &Scope<'_>) -> TokenStream {
    let (value, wire) = (scope.runtime("value"), &variant.wire);
    let mut tokens = quote!(#value(#wire));
    if let Some(id) = variant.id {
        let number = Literal::u64_unsuffixed(id.unsigned_abs());
        tokens.extend(if id < 0 { quote!(.id(-#number)) } else { quote!(.id(#number)) });
    }
    if variant.since > 0 {
        let since = date(variant.since);
        tokens.extend(quote!(.since(#since)));
    }
    if let Some(until) = variant.until {
        let until = date(until);
        tokens.extend(quote!(.until(#until)));
    }
    if !variant.former.is_empty() {
        let former = variant.former.iter().map(|(until, place)| {
            let (until, place) = (date(*until), Literal::usize_unsuffixed(*place));
            quote!((#until, #place))
        });
        tokens.extend(quote!(.was(&[#(#former),*])));
    }
    tokens
}
