//! `key = value, …`: from tokens to the generator's options, with everything that is wrong in them.

use juspay_codegen::options::{Kind, OPTIONS, OptionInfo, Options};
use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitBool, LitStr, Token, bracketed};

use crate::errors::Errors;

/// Options that say where files go, of which a macro writes none.
const OF_FILES: &[&str] = &["out", "layout"];

/// Everything that the macro was called with.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) options: Options,
    /// Where each key stands.
    places: Vec<(String, Span)>,
    pub(super) errors: Errors,
}

impl Keys {
    /// Where a key stands; the whole call, if it is not given.
    pub(super) fn place(&self, key: &str) -> Span {
        let place = self.places.iter().find(|(name, _)| name == key);
        place.map_or_else(Span::call_site, |(_, span)| *span)
    }

    fn key(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let start = input.span();
        let key: Ident = input
            .call(Ident::parse_any)
            .map_err(|_| Error::new(start, "a key such as `spec` or `versions` belongs here"))?;
        let name = key.unraw().to_string();
        if OF_FILES.contains(&name.as_str()) {
            return Err(Error::new(key.span(), format!("`{name}` is about files, and a macro writes none")));
        }
        if self.places.iter().any(|(other, _)| *other == name) {
            return Err(Error::new(key.span(), format!("`{name}` is given twice; a list takes several values")));
        }
        let info = OPTIONS.iter().find(|option| option.name == name);
        self.places.push((name.clone(), key.span()));
        let Some(info) = info else {
            let message = self.options.set(&name, "").err().unwrap_or_default();
            return Err(Error::new(key.span(), message));
        };
        for (text, place) in values(input, info, key.span())? {
            if let Err(message) = self.options.set(&name, &text) {
                self.errors.at(place, message);
            }
        }
        Ok(())
    }
}

impl Parse for Keys {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut keys = Self::default();
        while !input.is_empty() {
            let read = keys.key(input);
            let told = read.is_err();
            if let Err(error) = read {
                keys.errors.push(error);
            }
            if !(told || input.is_empty() || input.peek(Token![,])) {
                keys.errors.at(input.span(), "a comma belongs here");
            }
            // What is left of a key that is wrong.
            while !input.is_empty() && !input.peek(Token![,]) && input.parse::<TokenTree>().is_ok() {}
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(keys)
    }
}

/// `= "text"`, `= true` for a switch, or `= ["text", …]` for what takes several; each with its place.
fn values(input: ParseStream<'_>, info: &OptionInfo, key: Span) -> syn::Result<Vec<(String, Span)>> {
    let several = matches!(info.kind, Kind::List | Kind::Pairs);
    let wrong = |span| {
        let (name, value) = (info.name, info.value);
        let example = match info.kind {
            Kind::List | Kind::Pairs => format!("`{name} = [\"{value}\", …]`"),
            Kind::Switch => format!("`{name} = true`"),
            Kind::Path | Kind::Text | Kind::Choice(_) => format!("`{name} = \"{value}\"`"),
        };
        Error::new(span, format!("`{name}` is written {example}"))
    };
    if !input.peek(Token![=]) {
        return Err(wrong(key));
    }
    input.parse::<Token![=]>()?;
    let at = if input.is_empty() { key } else { input.span() };
    if info.kind == Kind::Switch {
        let switch: LitBool = input.parse().map_err(|_| wrong(at))?;
        return Ok(vec![(switch.value.to_string(), switch.span)]);
    }
    let text = |text: LitStr| (text.value(), text.span());
    if !(several && input.peek(syn::token::Bracket)) {
        return Ok(vec![text(input.parse().map_err(|_| wrong(at))?)]);
    }
    let content;
    bracketed!(content in input);
    let list = content.parse_terminated(<LitStr as Parse>::parse, Token![,]);
    list.map(|list| list.into_iter().map(text).collect()).map_err(|_| {
        // What is left unread would be a second error.
        while content.parse::<TokenTree>().is_ok() {}
        wrong(at)
    })
}
