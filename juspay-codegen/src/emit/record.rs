//! Objects for the machine: two matches from an index to a field, and the move from one version to another.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Scope;
use super::table::shape;
use crate::item::{Field, Object, Part};

/// Everything by which the runtime reads and writes an object.
///
/// ```ignore
/// impl<V: Version> Fields for Refund<V> { … }
/// impl Record for Refund<Dynamic> { … }
/// impl<V: Version> Versioned for Refund<V> { … }
/// juspay_runtime::wire!(Refund<V>);
/// ```
pub fn record(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let fields = fields(object, scope);
    let record = readable(object, scope);
    let versioned = if object.versioned { versioned(object, scope) } else { default(object, scope) };
    let name = &object.name;
    let runtime = scope.runtime_path();
    let wire = if object.versioned { quote!(#runtime::wire!(#name<V>);) } else { quote!(#runtime::wire!(#name);) };
    quote!(#fields #record #versioned #wire)
}

/// The generics of an impl for every version, and the arguments of its type.
pub(super) fn generics(object: &Object, scope: &Scope<'_>) -> (TokenStream, TokenStream) {
    if !object.versioned {
        return Default::default();
    }
    let version = scope.runtime("Version");
    (quote!(<V: #version>), quote!(<V>))
}

/// The indices of a field: `3`, or `3..7` for a flattened object. An empty range has none.
fn indices(field: &Field) -> Option<TokenStream> {
    let start = Literal::u16_unsuffixed(field.index);
    match &field.part {
        Part::Flat(flat) if flat.end == field.index => None,
        Part::Flat(flat) => {
            let end = Literal::u16_unsuffixed(flat.end);
            Some(quote!(#start..#end))
        }
        Part::Plain | Part::Rest => Some(quote!(#start)),
    }
}

/// The index within a flattened object.
fn inner_index(field: &Field) -> TokenStream {
    let start = Literal::u16_unsuffixed(field.index);
    if field.index == 0 { quote!(index) } else { quote!(index - #start) }
}

/// ```ignore
/// impl<V: Version> Fields for Refund<V> {
///     fn shape(&self) -> &'static Shape { … }
///     fn put(&self, index: u16, writer: &mut Writer<'_>) {
///         match index {
///             0 => writer.write(&self.amount),
///             1..3 => writer.flat_option(self.payee.as_ref(), index - 1),
///             3 => writer.rest(&self.extra),
///             _ => {}
///         }
///     }
/// }
/// ```
fn fields(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let name = scope.own(&object.name);
    let (fields, shape_ty, writer) = (scope.runtime("Fields"), scope.runtime("Shape"), scope.runtime("Writer"));
    let shape = shape(object, scope);
    let arms = object.fields.iter().filter_map(|field| {
        let (name, indices) = (&field.name, indices(field)?);
        let inner = inner_index(field);
        Some(match &field.part {
            Part::Plain => quote!(#indices => writer.write(&self.#name),),
            Part::Rest => quote!(#indices => writer.rest(&self.#name),),
            Part::Flat(_) if field.is_optional() => {
                quote!(#indices => writer.flat_option(self.#name.as_ref(), #inner),)
            }
            Part::Flat(_) => quote!(#indices => writer.flat(&self.#name, #inner),),
        })
    });
    let arms: Vec<TokenStream> = arms.collect();
    let body = if arms.is_empty() { quote!(let _ = (index, writer);) } else { quote!(match index { #(#arms)* _ => {} }) };
    let (generics, arguments) = generics(object, scope);
    quote! {
        impl #generics #fields for #name #arguments {
            fn shape(&self) -> &'static #shape_ty { #shape }
            fn put(&self, index: u16, writer: &mut #writer<'_>) { #body }
        }
    }
}

/// ```ignore
/// impl Record for Refund<Dynamic> {
///     fn blank() -> Self {
///         Self { amount: blank(), payee: blank(), extra: blank(), version: PhantomData }
///     }
///     fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
///         match index {
///             0 => reader.read(&mut self.amount),
///             1..3 => reader.flat_option(&mut self.payee, index - 1),
///             3 => reader.rest(&mut self.extra),
///             _ => reader.skip(),
///         }
///     }
/// }
/// ```
fn readable(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let name = scope.own(&object.name);
    let (record, reader, error) = (scope.runtime("Record"), scope.runtime("Reader"), scope.runtime("DecodeError"));
    let (blank, result) = (scope.runtime("blank"), scope.std("Result"));
    let blanks = object.fields.iter().map(|field| {
        let name = &field.name;
        quote!(#name: #blank(),)
    });
    let pin = pin(object, scope);
    let arms = object.fields.iter().filter_map(|field| {
        let (name, indices) = (&field.name, indices(field)?);
        let inner = inner_index(field);
        Some(match &field.part {
            Part::Plain => quote!(#indices => reader.read(&mut self.#name),),
            Part::Rest => quote!(#indices => reader.rest(&mut self.#name),),
            Part::Flat(_) if field.is_optional() => {
                quote!(#indices => reader.flat_option(&mut self.#name, #inner),)
            }
            Part::Flat(_) => quote!(#indices => reader.flat(&mut self.#name, #inner),),
        })
    });
    let arms: Vec<TokenStream> = arms.collect();
    let body = if arms.is_empty() {
        quote!(let _ = index; reader.skip())
    } else {
        quote!(match index { #(#arms)* _ => reader.skip(), })
    };
    let arguments = if object.versioned {
        let dynamic = scope.runtime("Dynamic");
        quote!(<#dynamic>)
    } else {
        TokenStream::new()
    };
    quote! {
        impl #record for #name #arguments {
            fn blank() -> Self { Self { #(#blanks)* #pin } }
            fn set(&mut self, index: u16, reader: &mut #reader<'_>) -> #result<(), #error> { #body }
        }
    }
}

fn pin(object: &Object, scope: &Scope<'_>) -> TokenStream {
    if !object.versioned {
        return TokenStream::new();
    }
    let (pin, phantom) = (&object.pin, scope.phantom());
    quote!(#pin: #phantom,)
}

/// ```ignore
/// impl<V: Version> Versioned for Refund<V> {
///     type At<W: Version> = Refund<W>;
///     fn cast<W: Version>(self) -> Refund<W> {
///         Refund { amount: self.amount, parts: cast(self.parts), version: PhantomData }
///     }
/// }
/// ```
fn versioned(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let name = scope.own(&object.name);
    let (versioned, version) = (scope.runtime("Versioned"), scope.runtime("Version"));
    let values = object.fields.iter().map(|field| {
        let name = &field.name;
        if field.ty.is_versioned() {
            let cast = scope.runtime("cast");
            quote!(#name: #cast(self.#name),)
        } else {
            quote!(#name: self.#name,)
        }
    });
    let pin = pin(object, scope);
    let default = default(object, scope);
    quote! {
        #default
        impl<V: #version> #versioned for #name<V> {
            type At<W: #version> = #name<W>;
            fn cast<W: #version>(self) -> #name<W> { #name { #(#values)* #pin } }
        }
    }
}

/// `Default` of an object that needs nothing.
///
/// ```ignore
/// impl<V: Version> ::core::default::Default for Filter<V> {
///     fn default() -> Self { Wire::cast_from(Record::blank()) }
/// }
/// ```
fn default(object: &Object, scope: &Scope<'_>) -> TokenStream {
    if object.required().next().is_some() {
        return TokenStream::new();
    }
    let name = scope.own(&object.name);
    let (wire, record) = (scope.runtime("Wire"), scope.runtime("Record"));
    let (generics, arguments) = generics(object, scope);
    quote! {
        impl #generics ::core::default::Default for #name #arguments {
            fn default() -> Self { #wire::cast_from(#record::blank()) }
        }
    }
}
