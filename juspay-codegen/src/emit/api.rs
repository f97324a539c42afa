//! What holds for the whole API: environments, ways to authenticate, headers, operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Scope, docs};
use crate::item::{Api, Auth, AuthKind, Environment, Failure, Item, Package};

/// The module `api`.
pub fn api(package: &Package, scope: &Scope<'_>) -> TokenStream {
    let environment = environment(&package.api.environments, scope);
    let auth = package.api.auth.iter().map(|scheme| auth(scheme, scope));
    let facts = facts(&package.api, package, scope);
    quote!(#facts #environment #(#auth)*)
}

/// ```text
/// /// Express Checkout.
/// pub static API: Api = Api::new("Express Checkout", "version")
///     .headers(&[Parameter::header("x-merchantid")])
///     .operations(&[&super::orders::CREATE_ORDER]);
/// ```
fn facts(api: &Api, package: &Package, scope: &Scope<'_>) -> TokenStream {
    let (ty, docs) = (scope.runtime("Api"), docs(&api.docs));
    let (name, header) = (&api.name, &api.version_header);
    let newest = api.newest_by_default.then(|| quote!(.newest_by_default()));
    let headers = api.headers.iter().map(|header| {
        let (parameter, name) = (scope.runtime("Parameter"), &header.name);
        let required = header.required.then(|| quote!(.required()));
        quote!(#parameter::header(#name) #required)
    });
    let operations = package.modules.iter().flat_map(|module| {
        let operations = module.items.iter().filter(|item| matches!(item, Item::Operation(_)));
        operations.map(|item| {
            let (module, name) = (&module.name, item.name());
            quote!(&super::#module::#name)
        })
    });
    let ids = &api.request_ids;
    let request_ids = (!ids.is_empty()).then(|| quote!(.request_ids(&[#(#ids),*])));
    let failures = api.failures.iter().map(|it| failure(it, scope));
    let failures = (!api.failures.is_empty()).then(|| quote!(.failures(&[#(#failures),*])));
    quote! {
        #docs
        pub static API: #ty = #ty::new(#name, #header) #newest
            .headers(&[#(#headers),*])
            .operations(&[#(#operations),*])
            #request_ids
            #failures;
    }
}

/// `Failure::new("plain").has(&["error_code"]).code(&["error_code"])`.
fn failure(failure: &Failure, scope: &Scope<'_>) -> TokenStream {
    let (ty, label) = (scope.runtime("Failure"), &failure.label);
    let mut tokens = quote!(#ty::new(#label));
    let parts = [
        (quote!(has), &failure.has),
        (quote!(code), &failure.code),
        (quote!(message), &failure.message),
        (quote!(user_message), &failure.user_message),
        (quote!(request_id), &failure.request_id),
    ];
    for (name, paths) in parts.iter().filter(|(_, paths)| !paths.is_empty()) {
        tokens.extend(quote!(.#name(&[#(#paths),*])));
    }
    tokens
}

/// ```text
/// /// Where the API runs.
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
/// #[non_exhaustive]
/// pub enum Environment {
///     /// Test system, moves no money.
///     Sandbox,
/// }
/// impl Environment {
///     pub const ALL: &'static [Self] = &[Self::Sandbox];
///     pub const fn url(self) -> &'static str { … }
/// }
/// ```
fn environment(environments: &[Environment], _scope: &Scope<'_>) -> TokenStream {
    if environments.is_empty() {
        return TokenStream::new();
    }
    let variants = environments.iter().map(|environment| {
        let (docs, name) = (docs(&environment.docs), &environment.name);
        quote!(#docs #name,)
    });
    let names: Vec<_> = environments.iter().map(|environment| &environment.name).collect();
    let urls = environments.iter().map(|environment| &environment.url);
    let labels = environments.iter().map(|environment| &environment.label);
    quote! {
        /// Where the API runs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Environment { #(#variants)* }
        impl Environment {
            /// Every environment.
            pub const ALL: &'static [Self] = &[#(Self::#names),*];
            /// The base address, without a slash at the end.
            pub const fn url(self) -> &'static str {
                match self { #(Self::#names => #urls,)* }
            }
            /// The name in the specification.
            pub const fn name(self) -> &'static str {
                match self { #(Self::#names => #labels,)* }
            }
        }
    }
}

/// ```text
/// /// Secret key from the dashboard, for servers only.
/// pub static API_KEY: Auth = Auth::new("api-key", AuthKind::Basic);
/// ```
fn auth(scheme: &Auth, scope: &Scope<'_>) -> TokenStream {
    let (ty, kind_ty) = (scope.runtime("Auth"), scope.runtime("AuthKind"));
    let (docs, name, label) = (docs(&scheme.docs), &scheme.name, &scheme.label);
    let kind = match &scheme.kind {
        AuthKind::Basic => quote!(Basic),
        AuthKind::Bearer => quote!(Bearer),
        AuthKind::Header(header) => quote!(Header(#header)),
        AuthKind::Parameter(parameter) => quote!(Parameter(#parameter)),
        AuthKind::None => quote!(None),
    };
    quote!(#docs pub static #name: #ty = #ty::new(#label, #kind_ty::#kind);)
}
