//! Types of fields, as far as their names tell.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use syn::{GenericArgument, PathArguments, PathSegment, Type};

use crate::errors::Errors;

/// How the type of a field says that a value may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrapper {
    /// Not at all.
    None,
    /// `Option<T>`.
    Option,
    /// `List<T>`.
    List,
}

/// The type of a field.
pub(crate) struct FieldType {
    /// As it is written.
    pub(crate) whole: Type,
    pub(crate) wrapper: Wrapper,
    /// Behind an `Option` and a `Box`.
    pub(crate) core: Type,
    pub(crate) boxed: bool,
}

impl FieldType {
    pub(crate) fn new(ty: &Type) -> Self {
        let whole = bare(ty).clone();
        let (wrapper, inner) = match (argument(&whole, "Option"), argument(&whole, "List")) {
            (Some(inner), _) => (Wrapper::Option, inner.clone()),
            (None, Some(_)) => (Wrapper::List, whole.clone()),
            (None, None) => (Wrapper::None, whole.clone()),
        };
        let (core, boxed) = match argument(&inner, "Box") {
            Some(content) => (bare(content).clone(), true),
            None => (bare(&inner).clone(), false),
        };
        Self { whole, wrapper, core, boxed }
    }

    /// The name of the core, without its path and its arguments.
    pub(crate) fn name(&self) -> Option<String> {
        segment(&self.core).map(|segment| segment.ident.to_string())
    }

    /// The name of the type of the items, if it is a list.
    pub(crate) fn item_name(&self) -> Option<String> {
        let item = argument(&self.core, "List").or_else(|| argument(&self.core, "Vec"))?;
        segment(item).map(|segment| segment.ident.to_string())
    }

    /// What stands in a type that holds nothing but a type: `V` in `Pinned<V>` or `PhantomData<V>`.
    pub(crate) fn pinned(&self) -> Option<&Type> {
        argument(&self.whole, "Pinned").or_else(|| argument(&self.whole, "PhantomData"))
    }
}

/// A type without the groups that macros put around it.
fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        _ => ty,
    }
}

fn segment(ty: &Type) -> Option<&PathSegment> {
    match bare(ty) {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

/// The one argument of a type with this name.
fn argument<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let segment = segment(ty).filter(|segment| segment.ident == name)?;
    let mut arguments = arguments(segment);
    arguments.next().filter(|_| arguments.next().is_none())
}

fn arguments(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    let list = match &segment.arguments {
        PathArguments::AngleBracketed(list) => Some(&list.args),
        PathArguments::None | PathArguments::Parenthesized(_) => None,
    };
    list.into_iter().flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The type of the items of a `List`.
pub(crate) fn list_item(ty: &Type) -> Option<&Type> {
    argument(ty, "List")
}

/// Whether a type is this name and nothing else.
pub(crate) fn is_ident(ty: &Type, name: &Ident) -> bool {
    matches!(bare(ty), Type::Path(path) if path.path.is_ident(name))
}

/// Whether tokens hold a name anywhere.
pub(crate) fn mentions(tokens: impl ToTokens, name: &Ident) -> bool {
    tokens.into_token_stream().into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Tokens with a name replaced wherever it stands.
pub(crate) fn replace(tokens: impl ToTokens, name: &Ident, by: &TokenStream) -> TokenStream {
    let trees = tokens.into_token_stream().into_iter();
    trees
        .flat_map(|tree| match tree {
            TokenTree::Ident(ident) if ident == *name => by.clone(),
            TokenTree::Group(group) => {
                let mut new = proc_macro2::Group::new(group.delimiter(), replace(group.stream(), name, by));
                new.set_span(group.span());
                quote!(#new)
            }
            tree => tree.into(),
        })
        .collect()
}

/// Types that no field can have, and what to write instead.
const REMEDIES: &[(&[&str], &str)] = &[
    (&["f32", "f64"], "a floating-point number would not be exact, so use `Decimal`, or `Amount` for money"),
    (&["u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i128", "isize"], "whole numbers are `i64`"),
    (&["HashMap", "BTreeMap", "IndexMap"], "use `Map`, which keeps the order of the body"),
    (&["HashSet", "BTreeSet", "VecDeque", "LinkedList"], "use `Vec`, or `List` where it may be absent"),
    (
        &["Rc", "Arc", "Cow", "RefCell", "Cell", "Mutex"],
        "a decoded value owns what it holds, so use the type behind it",
    ),
    (&["str", "char"], "use `String`"),
];

/// Types that are no objects, which is what a `Box` holds: only an object can hold another one of its own type.
const UNBOXED: &[&str] = &[
    "Amount",
    "Box",
    "Date",
    "Decimal",
    "Json",
    "List",
    "Map",
    "Option",
    "Secret",
    "String",
    "Timestamp",
    "Vec",
    "bool",
    "i64",
];

/// Tells of every part of a type that cannot be read.
pub(crate) fn check(ty: &Type, borrows: bool, errors: &mut Errors) {
    let ty = bare(ty);
    let remedy = match ty {
        Type::Path(_) | Type::Macro(_) | Type::Verbatim(_) => None,
        // The lifetime that it borrows for has been told.
        Type::Reference(_) if borrows => return,
        Type::Reference(_) => Some("a decoded value owns what it holds, so use `String`, or the type without `&`"),
        Type::Array(_) | Type::Slice(_) => Some("use `Vec`, or `List` where it may be absent"),
        Type::Tuple(_) => Some("use a struct with names"),
        _ => Some("use a type that holds data"),
    };
    if let Some(remedy) = remedy {
        return errors.on(ty, format!("such a type cannot be read from JSON: {remedy}"));
    }
    let Some(segment) = segment(ty) else { return };
    let name = segment.ident.to_string();
    if let Some((_, remedy)) = REMEDIES.iter().find(|(names, _)| names.contains(&name.as_str())) {
        return errors.on(ty, format!("`{name}` cannot be read from JSON: {remedy}"));
    }
    if name == "Option" && arguments(segment).any(|inner| argument(inner, "Option").is_some()) {
        return errors.on(ty, "absent and null are not told apart: use one `Option`");
    }
    if name == "Box"
        && let Some(inner) = argument(ty, "Box").and_then(self::segment)
        && UNBOXED.contains(&inner.ident.to_string().as_str())
    {
        let inner = &inner.ident;
        return errors.on(ty, format!("a `Box` holds an object that is derived, too: use `{inner}` without it"));
    }
    for inner in arguments(segment) {
        check(inner, borrows, errors);
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::*;

    #[test]
    fn names_are_found_and_replaced_at_any_depth() -> syn::Result<()> {
        let ty: Type = syn::parse_str("Option<Box<Map<Child<V>>>>")?;
        let v = Ident::new("V", Span::call_site());
        assert!(mentions(&ty, &v) && !mentions(&ty, &Ident::new("W", Span::call_site())));
        let dynamic = replace(&ty, &v, &quote!(Dynamic)).to_string().replace(' ', "");
        assert_eq!(dynamic, "Option<Box<Map<Child<Dynamic>>>>");
        let ty = FieldType::new(&ty);
        assert_eq!((ty.wrapper, ty.boxed, ty.name()), (Wrapper::Option, true, Some("Map".to_owned())));
        Ok(())
    }

    #[test]
    fn what_cannot_be_read_is_told_with_a_remedy() -> syn::Result<()> {
        for (text, message) in [
            ("Option<f64>", "a floating-point number would not be exact"),
            ("Vec<HashMap<String, u8>>", "use `Map`"),
            ("(A, B)", "use a struct with names"),
            ("&'static str", "use `String`"),
            ("[u8; 4]", "use `Vec`"),
            ("Option<Option<A>>", "use one `Option`"),
            ("Option<Box<Vec<A>>>", "use `Vec` without it"),
            ("List<Box<std::string::String>>", "use `String` without it"),
        ] {
            let mut errors = Errors::default();
            check(&syn::parse_str(text)?, false, &mut errors);
            assert!(errors.into_tokens().to_string().contains(message), "{text}");
        }
        Ok(())
    }
}
