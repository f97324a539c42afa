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
///         f.debug_struct("Customer").field("id", &self.id).field("email", &Redacted).field("version", &self.version).finish()
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

/// `f.debug_struct("Customer").field("id", &self.id).field("email", &Redacted).field("version", &self.version).finish()`.
pub fn debug_body(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let label = object.name.to_string();
    let redacted = scope.runtime("Redacted");
    let spoken = |name: &Ident| name.to_string().trim_start_matches("r#").to_owned();
    let fields = object.fields.iter().map(|field| {
        let (name, label) = (&field.name, spoken(&field.name));
        if field.sensitive { quote!(.field(#label, &#redacted)) } else { quote!(.field(#label, &self.#name)) }
    });
    let pin = object.versioned.then(|| {
        let (pin, label) = (&object.pin, spoken(&object.pin));
        quote!(.field(#label, &self.#pin))
    });
    quote!(f.debug_struct(#label) #(#fields)* #pin .finish())
}
