//! `#[versioned(…)]`: from tokens to settings, with everything that is wrong in it.

mod case;
mod key;
mod value;

pub(crate) use case::Case;
pub(crate) use key::{Key, Place};
pub(crate) use value::{Date, Text};

use key::{Info, find};
use proc_macro2::{Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Error, Ident, Meta, Path, Token};
use value::Value;

use crate::errors::Errors;

/// One word with its value.
struct Setting {
    info: &'static Info,
    span: Span,
    /// Nothing where the value is wrong, which has been told.
    value: Option<Value>,
}

/// Everything that the attributes of one item say.
#[derive(Default)]
pub(crate) struct Settings(Vec<Setting>);

impl Settings {
    /// Reads every `#[versioned(…)]` among attributes.
    pub(crate) fn parse(attrs: &[Attribute], place: Place, errors: &mut Errors) -> Self {
        let mut settings = Self::default();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("versioned")) {
            let Meta::List(list) = &attr.meta else {
                errors.on(&attr.meta, "write `#[versioned(…)]` with what it says in parentheses");
                continue;
            };
            let read = list.parse_args_with(|input: ParseStream<'_>| {
                settings.read(input, place, errors);
                Ok(())
            });
            if let Err(error) = read {
                errors.push(error);
            }
        }
        settings
    }

    fn read(&mut self, input: ParseStream<'_>, place: Place, errors: &mut Errors) {
        while !input.is_empty() {
            let told = match self.setting(input, place) {
                Ok(()) => false,
                Err(error) => {
                    errors.push(error);
                    true
                }
            };
            if !(told || input.is_empty() || input.peek(Token![,])) {
                errors.at(input.span(), "a comma belongs here");
            }
            // What is left of a setting that is wrong.
            while !input.is_empty() && !input.peek(Token![,]) && input.parse::<TokenTree>().is_ok() {}
            let _ = input.parse::<Option<Token![,]>>();
        }
    }

    fn setting(&mut self, input: ParseStream<'_>, place: Place) -> syn::Result<()> {
        let start = input.span();
        let word: Ident = input
            .call(Ident::parse_any)
            .map_err(|_| Error::new(start, "a word such as `since` or `rename` belongs here"))?;
        let info = find(&word.to_string(), place).map_err(|message| Error::new(word.span(), message))?;
        let value = Value::parse(input, info, word.span());
        if !matches!(info.key, Key::Alias | Key::OneOf) && self.has(info.key) {
            return Err(Error::new(word.span(), format!("`{word}` is given twice")));
        }
        let (value, told) = match value {
            Ok(value) => (Some(value), Ok(())),
            Err(error) => (None, Err(error)),
        };
        self.0.push(Setting { info, span: word.span(), value });
        told
    }

    fn all(&self, key: Key) -> impl Iterator<Item = &Setting> {
        self.0.iter().filter(move |setting| setting.info.key == key)
    }

    fn value(&self, key: Key) -> Option<&Value> {
        self.all(key).next()?.value.as_ref()
    }

    /// Whether a word is given, be its value right or wrong.
    pub(crate) fn has(&self, key: Key) -> bool {
        self.flag(key).is_some()
    }

    /// Where a word is given.
    pub(crate) fn flag(&self, key: Key) -> Option<Span> {
        self.all(key).next().map(|setting| setting.span)
    }

    /// The words that are given, each with its place.
    pub(crate) fn words(&self) -> impl Iterator<Item = (Key, &'static str, Span)> {
        self.0.iter().map(|setting| (setting.info.key, setting.info.word, setting.span))
    }

    /// The text behind a word.
    pub(crate) fn text(&self, key: Key) -> Option<&Text> {
        self.texts(key).next()
    }

    /// The texts behind a word that may be given several times.
    pub(crate) fn texts(&self, key: Key) -> impl Iterator<Item = &Text> {
        self.all(key).filter_map(|setting| match &setting.value {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        })
    }

    /// The date behind a word.
    pub(crate) fn date(&self, key: Key) -> Option<Date> {
        match self.value(key) {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// The dated texts behind a word.
    pub(crate) fn dated(&self, key: Key) -> &[(Date, Text)] {
        match self.value(key) {
            Some(Value::Dated(list)) => list,
            _ => &[],
        }
    }

    /// The number behind a word.
    pub(crate) fn number(&self, key: Key) -> Option<i64> {
        match self.value(key) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The number behind a word, which is not less than nothing.
    pub(crate) fn count(&self, key: Key) -> Option<u64> {
        match self.value(key) {
            Some(Value::Count(count)) => Some(*count),
            _ => None,
        }
    }

    /// The decimal number behind a word.
    pub(crate) fn decimal(&self, key: Key) -> Option<&Text> {
        match self.value(key) {
            Some(Value::Decimal(text)) => Some(text),
            _ => None,
        }
    }

    /// The names behind a word that may be given several times.
    pub(crate) fn fields(&self, key: Key) -> impl Iterator<Item = &[Ident]> {
        self.all(key).filter_map(|setting| match &setting.value {
            Some(Value::Fields(names)) => Some(names.as_slice()),
            _ => None,
        })
    }

    /// The pairs of names behind a word.
    pub(crate) fn matched(&self, key: Key) -> &[(Ident, Ident)] {
        match self.value(key) {
            Some(Value::Matched(pairs)) => pairs,
            _ => &[],
        }
    }

    /// The path behind a word.
    pub(crate) fn path(&self, key: Key) -> Option<&Path> {
        match self.value(key) {
            Some(Value::Path(path)) => Some(path),
            _ => None,
        }
    }
}
