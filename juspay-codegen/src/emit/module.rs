//! The two files of a module: one for people, one for the machine.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Scope, debug, inner_docs, object, open_enum, open_enum_impls, operation, record, requirements, webhooks};
use crate::item::{Docs, Item, Module, Package};

/// The types of a module with their docs, and the module behind it.
///
/// ```text
/// //! `orders.yaml`: 4 operations and 12 types.
/// use juspay_runtime::{Amount, List};
/// pub(super) mod wire;
/// pub struct Order { … }
/// ```
pub fn people(package: &Package, module: &Module, wire: TokenStream) -> TokenStream {
    let scope = Scope::new(&package.spelling, Some(&module.name));
    let items: TokenStream = module.items.iter().map(|item| people_item(package, item, &scope)).collect();
    let imports = scope.imports();
    let visible =
        if module.items.iter().any(|item| matches!(item, Item::Enum(_))) { quote!(pub(super)) } else { quote!() };
    let mut tokens = imports;
    if has_wire(module) {
        tokens.extend(quote!(#visible mod wire));
        tokens.extend(wire);
    }
    tokens.extend(items);
    tokens
}

/// Whether a module has anything behind it.
pub(super) fn has_wire(module: &Module) -> bool {
    module.items.iter().any(|item| matches!(item, Item::Object(_) | Item::Enum(_)))
}

fn people_item(package: &Package, item: &Item, scope: &Scope<'_>) -> TokenStream {
    match item {
        Item::Operation(it) => operation(it, &package.api.auth, scope),
        Item::Object(it) => object(it, scope),
        Item::Enum(it) => open_enum(it, scope),
        Item::Requirements(it) => requirements(it, scope),
        Item::Webhooks(it) => webhooks(it, scope),
    }
}

/// The impls of a module's types; nothing if it has none.
pub fn wire(package: &Package, module: &Module) -> Option<TokenStream> {
    if !has_wire(module) {
        return None;
    }
    let scope = Scope::behind(&package.spelling, &module.name);
    let items = module.items.iter().map(|item| match item {
        Item::Object(it) => {
            let mut tokens = record(it, &scope);
            tokens.extend(debug(it, &scope));
            tokens
        }
        Item::Enum(it) => open_enum_impls(it, &scope),
        Item::Operation(_) | Item::Requirements(_) | Item::Webhooks(_) => TokenStream::new(),
    });
    let items: TokenStream = items.collect();
    let mut tokens = scope.imports();
    tokens.extend(items);
    Some(tokens)
}

/// The documentation of a module, inside of it.
pub(super) fn head(module: &Module) -> TokenStream {
    inner_docs(&module.docs)
}

/// The documentation of the module behind a module.
pub(super) fn head_behind(module: &Module) -> TokenStream {
    let about = format!("How the types of `{}` stand on the wire.", module.file);
    inner_docs(&Docs::plain(about))
}
