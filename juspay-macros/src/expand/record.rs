//! The impls of a struct.

use juspay_codegen::emit::{self, Scope};
use juspay_codegen::item::Object;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::heads::Ask;
use crate::model::Container;

/// What stands in the impls, be it right or a stub.
pub(super) struct Parts {
    /// The rows, as a slice.
    pub(super) table: TokenStream,
    pub(super) shape: TokenStream,
    pub(super) put: TokenStream,
    /// The value of `Record::blank`.
    pub(super) blank: TokenStream,
    pub(super) set: TokenStream,
    /// The value of `Versioned::blank`.
    pub(super) blank_at: TokenStream,
    /// The body of `Versioned::hand_over`.
    pub(super) hand_over: TokenStream,
    /// Whether all of this stands in for a type with a mistake.
    pub(super) stub: bool,
    pub(super) accessors: TokenStream,
    /// The body of `Debug::fmt`, if it is ours to write.
    pub(super) debug: Option<TokenStream>,
}

impl Parts {
    pub(super) fn new(object: &Object, container: &Container, scope: &Scope<'_>) -> Self {
        let bodies = emit::bodies(object, scope);
        let (blank, blank_at) = (bodies.blank, bodies.blank_at);
        Self {
            table: bodies.table,
            shape: bodies.shape,
            put: bodies.put,
            blank: quote!(Self { #blank }),
            set: bodies.set,
            blank_at: quote!(Self { #blank_at }),
            hand_over: bodies.hand_over,
            stub: false,
            accessors: accessors(object, container, scope),
            debug: object.is_sensitive().then(|| emit::debug_body(object, scope)),
        }
    }
}

/// Methods for what not every version has; none where the version is no parameter.
pub(super) fn accessors(object: &Object, container: &Container, scope: &Scope<'_>) -> TokenStream {
    let vis = container.vis.to_token_stream();
    let version = container.version.as_ref();
    version.map(|version| emit::accessors(object, &vis, version, scope)).unwrap_or_default()
}

/// Every impl of a struct.
pub(super) fn impls(parts: &Parts, container: &Container) -> TokenStream {
    let fields = fields(parts, container);
    let record = readable(parts, container);
    let versioned = versioned(parts, container);
    let wire = wire(parts, container);
    let methods = methods(parts, container);
    let debug = debug(parts, container);
    quote!(#fields #record #versioned #wire #methods #debug)
}

/// ```text
/// impl<V: Version> Table for Refund<V> {
///     const FIELDS: &'static [Field] = &[…];
///     fn shape() -> &'static Shape {
///         const FIELDS: &[Field] = <Refund<Dynamic> as Table>::FIELDS;
///         …
///     }
/// }
/// impl<V: Version> Fields for Refund<V> {
///     fn shape(&self) -> &'static Shape { <Refund<Dynamic> as Table>::shape() }
///     fn put(&self, index: u16, writer: &mut Writer<'_>) { … }
/// }
/// ```
///
/// A constant in a function knows no type parameters, so a type that has some keeps its rows to itself.
fn fields(parts: &Parts, container: &Container) -> TokenStream {
    let Parts { table, shape, put, .. } = parts;
    let (runtime, whole, clause) = (&container.runtime, container.whole(), container.clause());
    let every = container.every(Ask::Encode);
    let of = |rows: &TokenStream| quote!(const FIELDS: &[#runtime::Field] = #rows; #shape);
    let (table_impl, shape) = if container.is_generic() {
        (TokenStream::new(), of(table))
    } else {
        let dynamic = container.dynamic();
        let shape = of(&quote!(<#dynamic as #runtime::Table>::FIELDS));
        let table_impl = quote! {
            impl<#every> #runtime::Table for #whole #clause {
                const FIELDS: &'static [#runtime::Field] = #table;
                fn shape() -> &'static #runtime::Shape { #shape }
            }
        };
        (table_impl, quote!(<#dynamic as #runtime::Table>::shape()))
    };
    quote! {
        #table_impl
        impl<#every> #runtime::Fields for #whole #clause {
            fn shape(&self) -> &'static #runtime::Shape { #shape }
            fn put(&self, index: u16, writer: &mut #runtime::Writer<'_>) { #put }
        }
    }
}

/// ```text
/// impl Record for Refund<Dynamic> {
///     fn blank() -> Self { Self { … } }
///     fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> { … }
/// }
/// ```
fn readable(parts: &Parts, container: &Container) -> TokenStream {
    let Parts { blank, set, .. } = parts;
    let (runtime, dynamic, clause) = (&container.runtime, container.dynamic(), container.clause());
    let rest = container.rest(Ask::Both);
    quote! {
        impl<#rest> #runtime::Record for #dynamic #clause {
            fn blank() -> Self { #blank }
            fn set(
                &mut self,
                index: u16,
                reader: &mut #runtime::Reader<'_>,
            ) -> ::core::result::Result<(), #runtime::DecodeError> { #set }
        }
    }
}

/// ```text
/// impl<V: Version, T> Versioned for Envelope<V, T> {
///     type At<W: Version> = Envelope<W, T>;
///     fn blank() -> Self { … }
///     fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>) { … }
/// }
/// ```
///
/// A type without a version passes that of its type parameters on, if nothing else is asked of them:
///
/// ```text
/// impl<T: Versioned> Versioned for Page<T> { type At<W: Version> = Page<T::At<W>>; … }
/// ```
fn versioned(parts: &Parts, container: &Container) -> TokenStream {
    let (runtime, whole, clause) = (&container.runtime, container.whole(), container.clause());
    let Parts { blank_at, hand_over, .. } = parts;
    let version = quote!(__W);
    let unbounded = container.type_params().all(|param| param.bounds.is_empty());
    let free = unbounded && container.generics.where_clause.is_none();
    let (every, at) = if container.version.is_some() {
        (container.every(Ask::Both), container.at(&version))
    } else if container.type_params().next().is_some() && free {
        (container.every(Ask::Versioned), container.of_params_at(&version))
    } else {
        return TokenStream::new();
    };
    quote! {
        impl<#every> #runtime::Versioned for #whole #clause {
            type At<#version: #runtime::Version> = #at;
            fn blank() -> Self { #blank_at }
            fn hand_over<#version: #runtime::Version>(&mut self, to: &mut #at) { #hand_over }
        }
    }
}

/// `wire!(Refund<V>)`, or the same for a type with more parameters.
fn wire(parts: &Parts, container: &Container) -> TokenStream {
    let Container { ident, runtime, version, .. } = container;
    if !container.is_generic() && !parts.stub {
        let argument = version.as_ref().map(|_| quote!(<V> dynamic));
        return quote!(#runtime::wire!(#ident #argument););
    }
    let (every, whole, dynamic) = (container.every(Ask::Both), container.whole(), container.dynamic());
    let clause = container.clause();
    let (pinned, blank, fill) = match version {
        Some(version) => (
            quote!(<#version as #runtime::Version>::PINNED),
            quote!(#runtime::Versioned::blank()),
            quote! {
                #runtime::decode_by(text, options, &mut |decoded: &mut #dynamic| {
                    #runtime::Versioned::hand_over(decoded, self);
                })
            },
        ),
        None => (
            quote!(::core::option::Option::None),
            quote!(#runtime::Record::blank()),
            quote!(#runtime::decode_into(self, text, options)),
        ),
    };
    let stub = || (parts.blank.clone(), quote!(#runtime::decode_by(text, options, &mut |_: &mut #dynamic| ())));
    let (blank, fill) = if parts.stub { stub() } else { (blank, fill) };
    quote! {
        impl<#every> #runtime::Wire for #whole #clause {
            const PINNED: ::core::option::Option<#runtime::ApiVersion> = #pinned;
            fn blank() -> Self { #blank }
            fn fill(
                &mut self,
                text: &str,
                options: #runtime::Decoding,
            ) -> ::core::result::Result<#runtime::Decoded<()>, #runtime::DecodeError> { #fill }
        }
        #runtime::__serde!([#every] #whole);
    }
}

fn methods(parts: &Parts, container: &Container) -> TokenStream {
    if parts.accessors.is_empty() {
        return TokenStream::new();
    }
    let (every, whole, clause) = (container.every(Ask::Nothing), container.whole(), container.clause());
    let methods = &parts.accessors;
    let unused = parts.stub.then(|| quote!(#[allow(unused_variables, unused_mut)]));
    quote! {
        #[allow(dead_code)]
        #unused
        impl<#every> #whole #clause { #methods }
    }
}

/// `Debug` that hides what is sensitive.
fn debug(parts: &Parts, container: &Container) -> Option<TokenStream> {
    let body = parts.debug.as_ref()?;
    let (every, whole, clause) = (container.every(Ask::Debug), container.whole(), container.clause());
    Some(quote! {
        impl<#every> ::core::fmt::Debug for #whole #clause {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #body }
        }
    })
}
