//! Operations as tables of facts.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::table::{date, tests};
use super::{Scope, docs};
use crate::item::{Auth, BodyKind, Idempotency, Operation, Parameter, Place, Response, Ty};

/// An operation.
///
/// ```text
/// /// Creates an order.
/// ///
/// /// `POST /orders`
/// pub static CREATE_ORDER: Operation = Operation::new("create_order", "POST", "/orders")
///     .auth(&[&API_KEY])
///     .form("CreateOrder")
///     .replies(&[Reply::of(200, "Order")])
///     .keyed_by("order_id");
/// ```
pub fn operation(operation: &Operation, auth: &[Auth], scope: &Scope<'_>) -> TokenStream {
    let Operation { name, label, method, path, .. } = operation;
    let docs = docs(&operation.docs);
    let ty = scope.runtime("Operation");
    let parts = parts(operation, auth, scope);
    quote!(#docs pub static #name: #ty = #ty::new(#label, #method, #path) #parts;)
}

fn parts(operation: &Operation, auth: &[Auth], scope: &Scope<'_>) -> TokenStream {
    let mut parts = TokenStream::new();
    let schemes = operation.auth.iter().filter_map(|place| auth.get(*place)).map(|scheme| scope.api(&scheme.name));
    let schemes: Vec<TokenStream> = schemes.collect();
    if !schemes.is_empty() {
        parts.extend(quote!(.auth(&[#(&#schemes),*])));
    }
    let parameters = operation.parameters.iter().map(|it| parameter(it, scope));
    let parameters: Vec<TokenStream> = parameters.collect();
    if !parameters.is_empty() {
        parts.extend(quote!(.parameters(&[#(#parameters),*])));
    }
    if let Some((kind, ty)) = &operation.body {
        let name = ty.name.to_string();
        parts.extend(match kind {
            BodyKind::Form => quote!(.form(#name)),
            BodyKind::Json => quote!(.json(#name)),
        });
    }
    let replies: Vec<TokenStream> = operation.responses.iter().map(|it| reply(it, scope)).collect();
    if !replies.is_empty() {
        parts.extend(quote!(.replies(&[#(#replies),*])));
    }
    match &operation.idempotency {
        Idempotency::None => {}
        Idempotency::Read => parts.extend(quote!(.reads())),
        Idempotency::By(field) => parts.extend(quote!(.keyed_by(#field))),
    }
    parts.extend(life(operation.since, operation.until));
    parts
}

/// `.since(2019_01_01).until(2021_03_25)`.
pub(super) fn life(since: u32, until: Option<u32>) -> TokenStream {
    let mut tokens = TokenStream::new();
    if since > 0 {
        let since = date(since);
        tokens.extend(quote!(.since(#since)));
    }
    if let Some(until) = until {
        let until = date(until);
        tokens.extend(quote!(.until(#until)));
    }
    tokens
}

/// `Parameter::query("expand")`.
fn parameter(parameter: &Parameter, scope: &Scope<'_>) -> TokenStream {
    let (ty, name) = (scope.runtime("Parameter"), &parameter.wire);
    let mut tokens = match parameter.place {
        Place::Path => quote!(#ty::path(#name)),
        Place::Query => quote!(#ty::query(#name)),
        Place::Header => quote!(#ty::header(#name)),
    };
    if parameter.required && parameter.place != Place::Path {
        tokens.extend(quote!(.required()));
    }
    tokens.extend(life(parameter.since, parameter.until));
    tokens
}

/// `Reply::of(200, "Order").means(&[(404, &[Test::is(&["status"], &["NOT_FOUND"])])])`.
fn reply(response: &Response, scope: &Scope<'_>) -> TokenStream {
    let ty = scope.runtime("Reply");
    let status = Literal::u16_unsuffixed(response.status);
    let mut tokens = match &response.body {
        None => quote!(#ty::empty(#status)),
        Some(body) => {
            let body = label(body);
            quote!(#ty::of(#status, #body))
        }
    };
    if !response.means.is_empty() {
        let means = response.means.iter().map(|(status, conditions)| {
            let (status, tests) = (Literal::u16_unsuffixed(*status), tests(conditions, scope));
            quote!((#status, #tests))
        });
        tokens.extend(quote!(.means(&[#(#means),*])));
    }
    tokens.extend(life(response.since, response.until));
    tokens
}

/// The name of a type in tables of facts.
fn label(ty: &Ty) -> String {
    match ty {
        Ty::String => "String".to_owned(),
        Ty::Int => "i64".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Runtime(name) => (*name).to_owned(),
        Ty::Spec(spec) => spec.name.to_string(),
        Ty::List(inner) => format!("Vec<{}>", label(inner)),
        Ty::Map(inner) => format!("Map<{}>", label(inner)),
        Ty::Path(path) | Ty::Versioned(path) => path.to_string(),
    }
}
