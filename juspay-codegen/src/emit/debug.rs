//! `Debug` that does not tell everything.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Scope;
use crate::item::Object;

/// `Debug` of an object with fields that are never shown; nothing for other objects, which derive it.
///
/// ```text
/// impl<V: Version> ::core::fmt::Debug for Customer<V> {
///     fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
///         juspay_runtime::debug(f, "Customer", &[("id", &self.id), ("email", &Redacted), ("version", &self.version)])
///     }
/// }
/// ```
pub fn debug(object: &Object, scope: &Scope<'_>) -> TokenStream {
    if !object.is_sensitive() {
        return TokenStream::new();
    }
    let name = scope.own(&object.name);
    let body = if object.choice { super::choice::debug_body(object, scope) } else { debug_body(object, scope) };
    let (generics, arguments) = super::record::generics(object, scope);
    quote! {
        impl #generics ::core::fmt::Debug for #name #arguments {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #body }
        }
    }
}

/// `juspay_runtime::debug(f, "Customer", &[("id", &self.id), ("email", &Redacted), ("version", &self.version)])`.
pub fn debug_body(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let label = object.name.to_string();
    let (runtime, redacted) = (scope.runtime_path(), scope.runtime("Redacted"));
    let spoken = |name: &Ident| name.to_string().trim_start_matches("r#").to_owned();
    let fields = object.fields.iter().map(|field| {
        let (name, label) = (&field.name, spoken(&field.name));
        if field.sensitive { quote!((#label, &#redacted)) } else { quote!((#label, &self.#name)) }
    });
    let pin = object.versioned.then(|| {
        let (pin, label) = (&object.pin, spoken(&object.pin));
        quote!((#label, &self.#pin))
    });
    let fields = fields.chain(pin);
    quote!(#runtime::debug(f, #label, &[#(#fields),*]))
}
