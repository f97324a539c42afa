//! The client: a method for each operation, over what the runtime has for all of them.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Scope, docs};
use crate::item::{
    AuthKind, Docs, Item, Operation, Package, Parameter, Piece, Place, Requirements, Response, Spelling, Ty, TypeRef,
    Webhooks, ident,
};

/// What stands in the module of the client; nothing where there is nothing to call or to receive.
///
/// ```text
/// use super::orders::{CreateOrder, Order};
/// use juspay_runtime::http;
/// juspay_runtime::client! { … }
/// impl<V: Version, M: Clone> Client<V, M> { … }
/// ```
pub fn client(package: &Package) -> Option<TokenStream> {
    let spelling = spelling(package);
    let scope = Scope::new(&spelling, None);
    let items = || package.modules.iter().flat_map(|module| module.items.iter().map(move |item| (&module.name, item)));
    let operations: Vec<(&Ident, &Operation)> = items()
        .filter_map(|(module, item)| match item {
            Item::Operation(operation) => Some((module, operation)),
            _ => None,
        })
        .collect();
    let mut body = TokenStream::new();
    if !operations.is_empty() {
        body.extend(surface(package, &scope));
        body.extend(methods(package, &operations, &scope));
        body.extend(operations.iter().filter_map(|(_, operation)| parameters(operation, &scope)));
    }
    for (_, item) in items() {
        match item {
            Item::Requirements(matrix) => body.extend(column(matrix, &scope)),
            Item::Webhooks(events) => body.extend(receive(events, &scope)),
            Item::Operation(_) | Item::Object(_) | Item::Enum(_) => {}
        }
    }
    if body.is_empty() {
        return None;
    }
    let (imports, runtime) = (scope.imports(), scope.runtime_path());
    Some(quote!(#imports pub use #runtime::http; #body))
}

/// Types that are called as something of the client's are named with their modules.
fn spelling(package: &Package) -> Spelling {
    let mut spelling = package.spelling.clone();
    spelling.ambiguous.extend(["Client", "ClientBuilder"].map(str::to_owned));
    spelling
}

/// ```text
/// juspay_runtime::client! {
///     /// Calls Express Checkout at a version.
///     Client = super::api::API,
///     ClientBuilder = Latest,
/// }
/// impl<V: Version> ClientBuilder<V> { … }
/// ```
fn surface(package: &Package, scope: &Scope<'_>) -> TokenStream {
    let (runtime, latest, api) = (scope.runtime_path(), scope.latest(), &package.api);
    let module = &package.spelling.api;
    let mut about = Docs::words(&format!("Calls {} at a version.", api.name));
    about.paragraphs.extend(api.docs.paragraphs.iter().cloned());
    let about = docs(&about);
    let version = scope.runtime("Version");
    let setters = setters(package, scope);
    quote! {
        #runtime::client! {
            #about
            Client = super::#module::API,
            ClientBuilder = #latest,
        }
        impl<V: #version> ClientBuilder<V> { #setters }
    }
}

/// ```text
/// /// Where calls go.
/// pub fn environment(self, environment: super::api::Environment) -> Self { self.base_url(environment.url()) }
/// /// The key.
/// pub fn api_key(self, key: impl Into<Secret>) -> Self { self.credential(&super::api::API_KEY, key) }
/// pub fn api_key_from_env(self, variable: &str) -> Self { … }
/// /// The merchant.
/// pub fn merchant_id(self, value: &str) -> Self { self.header("x-merchantid", value) }
/// ```
fn setters(package: &Package, scope: &Scope<'_>) -> TokenStream {
    let (api, module) = (&package.api, &package.spelling.api);
    let mut setters = TokenStream::new();
    if !api.environments.is_empty() {
        setters.extend(quote! {
            /// Where calls go.
            pub fn environment(self, environment: super::#module::Environment) -> Self {
                self.base_url(environment.url())
            }
        });
    }
    for scheme in api.auth.iter().filter(|scheme| scheme.kind != AuthKind::None) {
        let (docs, name, [setter, from_env]) = (docs(&scheme.docs), &scheme.name, &scheme.setters);
        let (into, secret) = (scope.std("Into"), scope.runtime("Secret"));
        let about = format!(" The same as [`Self::{setter}`], with what an environment variable holds.");
        setters.extend(quote! {
            #docs
            pub fn #setter(self, key: impl #into<#secret>) -> Self {
                self.credential(&super::#module::#name, &key.into())
            }
            #[doc = #about]
            pub fn #from_env(self, variable: &str) -> Self {
                self.credential_from_env(&super::#module::#name, variable)
            }
        });
    }
    for header in &api.headers {
        let (docs, setter, name) = (docs(&header.docs), &header.setter, &header.name);
        setters.extend(quote! {
            #docs
            pub fn #setter(self, value: &str) -> Self { self.header(#name, value) }
        });
    }
    setters
}

/// ```text
/// impl<V: Version, M: Clone> Client<V, M> {
///     /// Creates an order.
///     pub fn create_order(&self, body: impl http::Body<CreateOrder>) -> http::Call<M, Order<V>> {
///         self.core.call(&super::orders::CREATE_ORDER).body(body)
///     }
/// }
/// ```
fn methods(package: &Package, operations: &[(&Ident, &Operation)], scope: &Scope<'_>) -> TokenStream {
    let version = scope.runtime("Version");
    let methods = operations.iter().map(|(module, operation)| method(package, module, operation, scope));
    quote!(impl<V: #version, M: Clone> Client<V, M> { #(#methods)* })
}

fn method(package: &Package, module: &Ident, operation: &Operation, scope: &Scope<'_>) -> TokenStream {
    let Operation { name, method_name, .. } = operation;
    let docs = docs(&without_links(&operation.docs));
    let (mut arguments, mut calls) = (TokenStream::new(), TokenStream::new());
    for parameter in asked_for(operation) {
        let (name, wire, text) = (&parameter.name, &parameter.wire, matches!(parameter.ty, Ty::String));
        let ty = if text { quote!(&str) } else { scope.ty(&parameter.ty) };
        arguments.extend(quote!(, #name: #ty));
        let value = if text { quote!(&#name.to_owned()) } else { quote!(&#name) };
        calls.extend(match parameter.place {
            Place::Path if text => quote!(.path(#name)),
            Place::Path => quote!(.path_value(&#name)),
            Place::Query => quote!(.query(#wire, #value)),
            Place::Header => quote!(.header_parameter(#wire, #value)),
        });
    }
    if let Some((_, ty)) = &operation.body {
        let taken = |name: &&str| asked_for(operation).any(|parameter| parameter.name == *name);
        let name = ident(["body", "request", "content"].iter().find(|name| !taken(name)).unwrap_or(&"body_of_call"));
        let ty = spec(ty, scope);
        arguments.extend(quote!(, #name: impl http::Body<#ty>));
        calls.extend(quote!(.body(#name)));
    }
    let answer = answer(package, &operation.responses, scope);
    let parameters = has_parameters(operation).then(|| {
        let name = &operation.parameters_name;
        quote!(, #name)
    });
    let bounds = bounds(package, operation, scope);
    quote! {
        #docs
        pub fn #method_name(&self #arguments) -> http::Call<M, #answer #parameters> #bounds {
            self.core.call(&super::#module::#name) #calls
        }
    }
}

/// The documentation without links to types, which the signature names, and which are not all imported here.
fn without_links(docs: &Docs) -> Docs {
    let links = |piece: &&Piece| !matches!(piece, Piece::Plain(text) if text.contains("[`"));
    let paragraphs = docs.paragraphs.iter().map(|pieces| pieces.iter().filter(links).cloned().collect());
    Docs { paragraphs: paragraphs.collect() }
}

/// `where V: AtLeast<V2019_01_01>`.
fn bounds(package: &Package, operation: &Operation, scope: &Scope<'_>) -> TokenStream {
    let marker = |date: u32| {
        let known = package.versions.markers.iter().find(|version| version.marker.date == date)?;
        Some(scope.marker(&known.marker))
    };
    let since = marker(operation.since).map(|marker| {
        let at_least = scope.runtime("AtLeast");
        quote!(V: #at_least<#marker>,)
    });
    let until = operation.until.and_then(marker).map(|marker| {
        let before = scope.runtime("Before");
        quote!(V: #before<#marker>,)
    });
    if since.is_none() && until.is_none() { TokenStream::new() } else { quote!(where #since #until) }
}

/// Parameters that every call has.
fn asked_for(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().filter(|parameter| parameter.required || parameter.place == Place::Path)
}

fn may_be(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().filter(|parameter| !parameter.required && parameter.place != Place::Path)
}

fn has_parameters(operation: &Operation) -> bool {
    may_be(operation).next().is_some()
}

/// What a call is answered with: `Order<V>`, `()`, or `Option<Order<V>>` where both may be.
fn answer(package: &Package, responses: &[Response], scope: &Scope<'_>) -> TokenStream {
    let good = || responses.iter().filter(|response| (200..300).contains(&response.status));
    let Some(body) = good().find_map(|response| response.body.as_ref()) else { return quote!(()) };
    let body = match body {
        Ty::Spec(of) if is_object(package, of) => spec(of, scope),
        Ty::Path(_) | Ty::Versioned(_) => scope.ty(body),
        _ => scope.runtime("Json"),
    };
    if good().all(|response| response.body.is_some()) {
        return body;
    }
    let option = scope.std("Option");
    quote!(#option<#body>)
}

fn is_object(package: &Package, of: &TypeRef) -> bool {
    let mut items = package.modules.iter().filter(|module| module.name == of.module).flat_map(|module| &module.items);
    items.any(|item| matches!(item, Item::Object(object) if object.name == of.name))
}

/// `Order<V>`.
fn spec(of: &TypeRef, scope: &Scope<'_>) -> TokenStream {
    scope.ty(&Ty::Spec(of.clone()))
}

/// ```text
/// /// Parameters that a call of [`Client::order_status`] may have.
/// #[derive(Clone, Default)]
/// #[non_exhaustive]
/// pub struct OrderStatusParameters { pub expand: Option<bool> }
/// impl OrderStatusParameters {
///     pub fn new() -> Self { Self::default() }
///     pub fn expand(mut self, value: impl Into<bool>) -> Self { … }
/// }
/// impl http::Parameters for OrderStatusParameters { … }
/// ```
fn parameters(operation: &Operation, scope: &Scope<'_>) -> Option<TokenStream> {
    if !has_parameters(operation) {
        return None;
    }
    let name = &operation.parameters_name;
    let about = format!(" Parameters that a call of [`Client::{}`] may have.", operation.method_name);
    let (option, some, into) = (scope.std("Option"), scope.std("Some"), scope.std("Into"));
    let value = scope.into(&quote!(value));
    // A parameter may be called so, too.
    let default = if may_be(operation).any(|parameter| parameter.name == "default") {
        let default = scope.std("Default");
        quote!(<Self as #default>::default())
    } else {
        quote!(Self::default())
    };
    let (mut fields, mut setters, mut adds) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
    for parameter in may_be(operation) {
        let Parameter { name, wire, .. } = parameter;
        let (docs, ty) = (docs(&parameter.docs), scope.ty(&parameter.ty));
        fields.extend(quote!(#docs pub #name: #option<#ty>,));
        setters.extend(quote! {
            #docs
            #[must_use]
            pub fn #name(mut self, value: impl #into<#ty>) -> Self {
                self.#name = #some(#value);
                self
            }
        });
        adds.extend(match parameter.place {
            Place::Header => quote!(.header_parameter(#wire, &self.#name)),
            Place::Query | Place::Path => quote!(.query(#wire, &self.#name)),
        });
    }
    Some(quote! {
        #[doc = #about]
        #[derive(Clone, Default)]
        #[non_exhaustive]
        pub struct #name { #fields }
        impl #name {
            /// None of them.
            pub fn new() -> Self { #default }
            #setters
        }
        impl http::Parameters for #name {
            fn add<M, R>(self, call: http::Call<M, R, Self>) -> http::Call<M, R, Self> { call #adds }
        }
    })
}

/// ```text
/// impl CreateOrder {
///     /// The same, sent only with everything that this gateway needs.
///     pub fn for_gateway(self, gateway: CreateOrderGateway) -> http::Checked<Self> {
///         http::Checked::new(self, gateway.name(), gateway.required())
///     }
/// }
/// ```
fn column(matrix: &Requirements, scope: &Scope<'_>) -> TokenStream {
    let Requirements { name, method, of, .. } = matrix;
    let enum_ref = TypeRef { module: of.module.clone(), name: name.clone(), versioned: false };
    let (columns, ty) = (scope.spec(&enum_ref), spec(of, scope));
    let about = format!(" The same, sent only with everything that this {} needs.", matrix.by);
    let generics = of.versioned.then(|| {
        let version = scope.runtime("Version");
        quote!(<V: #version>)
    });
    quote! {
        impl #generics #ty {
            #[doc = #about]
            pub fn #method(self, column: #columns) -> http::Checked<Self> {
                http::Checked::new(self, column.name(), column.required())
            }
        }
    }
}

/// ```text
/// impl<V: Version> Webhook<V> {
///     pub fn receive(headers: &http::HeaderMap, body: &[u8], credentials: &http::BasicCredentials)
///         -> Result<http::Received<Self>, http::WebhookError> { … }
/// }
/// impl Webhook<Dynamic> { pub fn receive_at(…, version: ApiVersion) … }
/// ```
fn receive(webhooks: &Webhooks, scope: &Scope<'_>) -> TokenStream {
    let (of, decoding, result) = (&webhooks.envelope, scope.runtime("Decoding"), scope.std("Result"));
    let ty = spec(of, scope);
    let name = scope.spec(of);
    let generics = of.versioned.then(|| {
        let version = scope.runtime("Version");
        quote!(<V: #version>)
    });
    let at_version = of.versioned.then(|| {
        let (dynamic, version) = (scope.runtime("Dynamic"), scope.runtime("ApiVersion"));
        quote! {
            impl #name<#dynamic> {
                /// The same, written at a version that is chosen at run time.
                ///
                /// # Errors
                ///
                /// If the credentials are wrong, or the body cannot be read.
                pub fn receive_at(
                    headers: &http::HeaderMap,
                    body: &[u8],
                    credentials: &http::BasicCredentials,
                    version: #version,
                ) -> #result<http::Received<Self>, http::WebhookError> {
                    http::receive(headers, body, credentials, &#decoding::at(version))
                }
            }
        }
    });
    quote! {
        impl #generics #ty {
            /// Takes what was posted: checks the credentials, in a time that does not tell how much of them is right,
            /// and reads the body at the pinned version, which is set where the posts are ordered, not by any call.
            ///
            /// # Errors
            ///
            /// If the credentials are wrong, or the body cannot be read.
            pub fn receive(
                headers: &http::HeaderMap,
                body: &[u8],
                credentials: &http::BasicCredentials,
            ) -> #result<http::Received<Self>, http::WebhookError> {
                http::receive(headers, body, credentials, &#decoding::new())
            }
        }
        #at_version
    }
}
