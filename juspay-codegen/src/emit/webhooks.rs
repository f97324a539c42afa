//! Events that the API posts.

use proc_macro2::TokenStream;
use quote::quote;

use super::operations::life;
use super::{Scope, docs};
use crate::item::Webhooks;

/// The events.
///
/// ```text
/// /// Events that the API posts.
/// pub static EVENTS: &[Event] = &[Event::of("ORDER_SUCCEEDED", "Order")];
/// ```
pub fn webhooks(webhooks: &Webhooks, scope: &Scope<'_>) -> TokenStream {
    let docs = docs(&webhooks.docs);
    let event = scope.runtime("Event");
    let events = webhooks.events.iter().map(|fact| {
        let (name, life) = (&fact.name, life(fact.since, fact.until));
        let Some(content) = &fact.content else { return quote!(#event::bare(#name) #life) };
        let content = content.name.to_string();
        quote!(#event::of(#name, #content) #life)
    });
    let name = &webhooks.name;
    quote!(#docs pub static #name: &[#event] = &[#(#events),*];)
}
