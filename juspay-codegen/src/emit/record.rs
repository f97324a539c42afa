//! Objects for the machine: two matches from an index to a field, and the move from one version to another.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::Scope;
use super::table::{shape, shape_static, table};
use crate::item::{Field, Object, Part};

/// Everything by which the runtime reads and writes an object.
///
/// ```text
/// const _: () = {
///     const FIELDS: &[Field] = &[…];
///     static SHAPE: Shape = Shape::new("Refund", FIELDS);
///     juspay_runtime::record! {
///         Refund<V> version SHAPE;
///         plain: 0 id, 1 amount;
///         nested: 2 parts;
///         flat_option: 3..7 payee;
///         rest: 7 extra;
///     }
/// };
/// ```
pub fn record(object: &Object, scope: &Scope<'_>) -> TokenStream {
    if object.choice {
        return super::choice::record(object, scope);
    }
    let (runtime, field) = (scope.runtime_path(), scope.runtime("Field"));
    let (table, shape) = (table(object, scope), shape_static(object, scope));
    let name = scope.own(&object.name);
    let large = object.is_large_request().then(|| quote!(large));
    let head = if object.versioned {
        let pin = &object.pin;
        quote!(#name<V> #pin SHAPE #large;)
    } else {
        quote!(#name SHAPE #large;)
    };
    let groups = groups(object);
    let mut tokens = default(object, scope);
    tokens.extend(quote! {
        const _: () = {
            const FIELDS: &[#field] = #table;
            #shape
            #runtime::record! { #head #(#groups)* }
        };
    });
    tokens
}

/// The fields by how they are read and written: `plain: 0 id, 1 amount;`.
fn groups(object: &Object) -> Vec<TokenStream> {
    let of = |word: &str, belongs: &dyn Fn(&Field) -> bool| {
        let entries = object.fields.iter().filter(|field| belongs(field)).filter_map(|field| {
            let (name, indices) = (&field.name, indices(field)?);
            Some(quote!(#indices #name))
        });
        let entries: Vec<TokenStream> = entries.collect();
        let word = Ident::new(word, Span::call_site());
        (!entries.is_empty()).then(|| quote!(#word: #(#entries),*;))
    };
    let words = ["plain", "nested", "flat", "flat_option", "nested_flat", "nested_flat_option", "rest"];
    words.into_iter().filter_map(|word| of(word, &|field| group(field) == word)).collect()
}

/// The group of a field.
fn group(field: &Field) -> &'static str {
    match (&field.part, field.ty.is_versioned(), field.is_optional()) {
        (Part::Rest, ..) => "rest",
        (Part::Plain, false, _) => "plain",
        (Part::Plain, true, _) => "nested",
        (Part::Flat(_), false, false) => "flat",
        (Part::Flat(_), false, true) => "flat_option",
        (Part::Flat(_), true, false) => "nested_flat",
        (Part::Flat(_), true, true) => "nested_flat_option",
    }
}

/// What stands in the impls of an object, for impls whose heads are written elsewhere.
#[derive(Clone, Debug)]
pub struct Bodies {
    /// The rows, as a slice: `&[field("amount", 0).required()]`.
    pub table: TokenStream,
    /// The body of `Fields::shape`, which expects the rows in a constant `FIELDS`.
    pub shape: TokenStream,
    /// The body of `Fields::put`.
    pub put: TokenStream,
    /// What stands between the braces of `Record::blank`'s value.
    pub blank: TokenStream,
    /// What stands between the braces of `Versioned::blank`'s value.
    pub blank_at: TokenStream,
    /// The body of `Record::set`.
    pub set: TokenStream,
    /// The body of `Versioned::hand_over`.
    pub hand_over: TokenStream,
}

/// What stands in the impls of an object.
pub fn bodies(object: &Object, scope: &Scope<'_>) -> Bodies {
    Bodies {
        table: table(object, scope),
        shape: shape(object, scope),
        put: put(object),
        blank: blank(object, scope),
        blank_at: blank_at(object, scope),
        set: set(object),
        hand_over: hand_over(object, scope),
    }
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

/// ```text
/// match index {
///     0 => writer.write(&self.amount),
///     1..3 => writer.flat_option(self.payee.as_ref(), index - 1),
///     3 => writer.rest(&self.extra),
///     _ => {}
/// }
/// ```
fn put(object: &Object) -> TokenStream {
    let arms = object.fields.iter().filter_map(|field| {
        let (name, indices) = (&field.name, indices(field)?);
        let inner = inner_index(field);
        let call = match &field.part {
            Part::Plain => quote_spanned!(name.span()=> writer.write(&self.#name)),
            Part::Rest => quote_spanned!(name.span()=> writer.rest(&self.#name)),
            Part::Flat(_) if field.is_optional() => {
                quote_spanned!(name.span()=> writer.flat_option(self.#name.as_ref(), #inner))
            }
            Part::Flat(_) => quote_spanned!(name.span()=> writer.flat(&self.#name, #inner)),
        };
        Some(quote!(#indices => #call,))
    });
    let arms: Vec<TokenStream> = arms.collect();
    if arms.is_empty() { quote!(let _ = (index, writer);) } else { quote!(match index { #(#arms)* _ => {} }) }
}

/// `amount: blank(), payee: blank(), extra: blank(), version: Default::default()`.
fn blank(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let blank = scope.runtime("blank");
    let blanks = object.fields.iter().map(|field| {
        let (name, blank) = (&field.name, at(&field.name, &blank));
        quote_spanned!(name.span()=> #name: #blank(),)
    });
    let pin = pin(object);
    quote!(#(#blanks)* #pin)
}

/// ```text
/// match index {
///     0 => reader.read(&mut self.amount),
///     1..3 => reader.flat_option(&mut self.payee, index - 1),
///     3 => reader.rest(&mut self.extra),
///     _ => reader.skip(),
/// }
/// ```
fn set(object: &Object) -> TokenStream {
    let arms = object.fields.iter().filter_map(|field| {
        let (name, indices) = (&field.name, indices(field)?);
        let inner = inner_index(field);
        let call = match &field.part {
            Part::Plain => quote_spanned!(name.span()=> reader.read(&mut self.#name)),
            Part::Rest => quote_spanned!(name.span()=> reader.rest(&mut self.#name)),
            Part::Flat(_) if field.is_optional() => {
                quote_spanned!(name.span()=> reader.flat_option(&mut self.#name, #inner))
            }
            Part::Flat(_) => quote_spanned!(name.span()=> reader.flat(&mut self.#name, #inner)),
        };
        Some(quote!(#indices => #call,))
    });
    let arms: Vec<TokenStream> = arms.collect();
    if arms.is_empty() {
        quote!(let _ = index; reader.skip())
    } else {
        quote!(match index { #(#arms)* _ => reader.skip(), })
    }
}

/// A path as if it stood where a name stands: what the compiler says of it is said of the field.
fn at(name: &Ident, path: &TokenStream) -> TokenStream {
    let trees = path.clone().into_iter().map(|mut tree| {
        tree.set_span(name.span());
        tree
    });
    trees.collect()
}

fn pin(object: &Object) -> TokenStream {
    if !object.versioned {
        return TokenStream::new();
    }
    let pin = &object.pin;
    quote!(#pin: ::core::default::Default::default(),)
}

/// `amount: blank(), parts: Versioned::blank(), version: Default::default()`.
fn blank_at(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let (blank, versioned) = (scope.runtime("blank"), scope.runtime("Versioned"));
    let blanks = object.fields.iter().map(|field| {
        let name = &field.name;
        let path = if field.ty.is_versioned() { quote!(#versioned::blank) } else { blank.clone() };
        let path = at(name, &path);
        quote_spanned!(name.span()=> #name: #path(),)
    });
    let pin = pin(object);
    quote!(#(#blanks)* #pin)
}

/// `exchange(&mut self.amount, &mut to.amount); Versioned::hand_over(&mut self.parts, &mut to.parts);`.
fn hand_over(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let (exchange, versioned) = (scope.runtime("exchange"), scope.runtime("Versioned"));
    let calls = object.fields.iter().map(|field| {
        let name = &field.name;
        let path = if field.ty.is_versioned() { quote!(#versioned::hand_over) } else { exchange.clone() };
        let path = at(name, &path);
        quote_spanned!(name.span()=> #path(&mut self.#name, &mut to.#name);)
    });
    let calls: Vec<TokenStream> = calls.collect();
    if calls.is_empty() { quote!(let _ = to;) } else { quote!(#(#calls)*) }
}

/// `Default` of an object that needs nothing.
///
/// ```text
/// impl<V: Version> ::core::default::Default for Filter<V> {
///     fn default() -> Self { Record::blank() }
/// }
/// ```
fn default(object: &Object, scope: &Scope<'_>) -> TokenStream {
    if object.required().next().is_some() {
        return TokenStream::new();
    }
    let name = scope.own(&object.name);
    let record = scope.runtime("Record");
    let (generics, arguments) = generics(object, scope);
    quote! {
        impl #generics ::core::default::Default for #name #arguments {
            fn default() -> Self { #record::blank() }
        }
    }
}
