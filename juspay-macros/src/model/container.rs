//! The type as a whole: its name, its parameters, and what its own attributes say.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use syn::{DeriveInput, GenericParam, Generics, TypeParam, TypeParamBound, Visibility};

use super::ty::{is_ident, mentions, replace};
use crate::attr::{Case, Key, Place, Settings};
use crate::errors::Errors;

/// The type as a whole.
pub(crate) struct Container {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// The parameter that is the version.
    pub(crate) version: Option<Ident>,
    /// Its name in messages.
    pub(crate) label: String,
    /// The runtime crate.
    pub(crate) runtime: TokenStream,
    /// Where the markers of versions are.
    pub(crate) versions: TokenStream,
    pub(crate) case: Option<Case>,
    /// Groups of fields of which one must be there.
    pub(crate) one_of: Vec<Vec<Ident>>,
    /// Enum fields and the fields with their numbers.
    pub(crate) pairs: Vec<(Ident, Ident)>,
}

impl Container {
    pub(crate) fn read(input: &DeriveInput, place: Place, errors: &mut Errors) -> Self {
        let settings = Settings::parse(&input.attrs, place, errors);
        let path = |key| settings.path(key).map(ToTokens::to_token_stream);
        let label = settings.text(Key::Name).map_or_else(|| plain(&input.ident), |name| name.text.clone());
        check_generics(&input.generics, place, errors);
        Self {
            ident: input.ident.clone(),
            vis: input.vis.clone(),
            generics: input.generics.clone(),
            version: version(&input.generics, errors),
            label,
            runtime: path(Key::Runtime).unwrap_or_else(|| quote!(::juspay_runtime)),
            versions: path(Key::Versions).unwrap_or_else(|| quote!(self)),
            case: settings.text(Key::RenameAll).and_then(|text| Case::find(text, errors)),
            one_of: settings.fields(Key::OneOf).map(<[Ident]>::to_vec).collect(),
            pairs: settings.matched(Key::Pairs).to_vec(),
        }
    }

    /// The name on the wire of something with this name in Rust, where it is not renamed.
    pub(crate) fn wire(&self, ident: &Ident) -> String {
        let name = plain(ident);
        self.case.map_or_else(|| name.clone(), |case| case.apply(&name))
    }

    /// Whether the type borrows, which has been told.
    pub(crate) fn borrows(&self) -> bool {
        self.generics.lifetimes().next().is_some()
    }

    /// Whether a type is a parameter that would be a second version.
    pub(crate) fn is_second_version(&self, ty: &syn::Type) -> bool {
        self.type_params().any(|param| is_version(param) && is_ident(ty, &param.ident))
    }

    /// A type with the name of this one where it says `Self`, which means another type in each impl.
    pub(crate) fn spell_self_out(&self, ty: &syn::Type) -> syn::Type {
        let own = format_ident!("Self");
        if !mentions(ty, &own) {
            return ty.clone();
        }
        let (name, (_, arguments, _)) = (&self.ident, self.generics.split_for_impl());
        syn::parse2(replace(ty, &own, &quote!(#name #arguments))).unwrap_or_else(|_| ty.clone())
    }

    /// Type parameters besides the version.
    pub(crate) fn type_params(&self) -> impl Iterator<Item = &TypeParam> {
        self.generics.type_params().filter(|param| Some(&param.ident) != self.version.as_ref())
    }
}

/// An identifier without `r#`.
pub(crate) fn plain(ident: &Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
}

/// The parameter bounded by `Version`.
fn version(generics: &Generics, errors: &mut Errors) -> Option<Ident> {
    let mut versions = generics.type_params().filter(|param| is_version(param));
    let version = versions.next()?;
    for other in versions {
        errors.on(other, format!("`{}` is the version already: a type has one", version.ident));
    }
    Some(version.ident.clone())
}

fn is_version(param: &TypeParam) -> bool {
    param.bounds.iter().any(|bound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last().is_some_and(|segment| segment.ident == "Version"),
        _ => false,
    })
}

fn check_generics(generics: &Generics, place: Place, errors: &mut Errors) {
    for param in &generics.params {
        match param {
            _ if place == Place::Enum => {
                errors.on(param, "an enum of values has no parameters: its values are texts");
            }
            GenericParam::Lifetime(lifetime) => errors.on(lifetime,
                "a decoded value owns what it holds, so its type has no lifetime: use `String` for `&str`, `T` for `&T`",
            ),
            GenericParam::Const(constant) => {
                errors.on(constant, "a type that is read from JSON has no constant parameters: use `Vec` for arrays");
            }
            GenericParam::Type(_) => {}
        }
    }
    if let Some(clause) = &generics.where_clause {
        errors.on(clause, "write bounds where the parameters are declared, as in `<T: Clone>`");
    }
}
