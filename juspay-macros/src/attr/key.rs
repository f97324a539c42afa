//! The words of `#[versioned(…)]`, each declared once.

use std::fmt;

use crate::suggest::closest;

/// A word of `#[versioned(…)]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Alias,
    AsString,
    AtLeast,
    AtMost,
    Blank,
    Chars,
    Decimals,
    Hidden,
    Id,
    JsonString,
    MaxItems,
    MaxLength,
    MinLength,
    Name,
    NoQuery,
    Nullable,
    OneOf,
    Pairs,
    Prefix,
    Rename,
    RenameAll,
    Renamed,
    RequiredSince,
    Rest,
    Runtime,
    Sensitive,
    Since,
    Unknown,
    Until,
    Versions,
    Was,
    When,
}

/// Where an attribute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Struct,
    Enum,
    Field,
    Variant,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Struct => "a struct",
            Self::Enum => "an enum",
            Self::Field => "a field",
            Self::Variant => "a variant",
        })
    }
}

/// What is written behind a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Nothing.
    Flag,
    /// `= "text"`.
    Text,
    /// `= "2020-11-20"`.
    Date,
    /// `("2020-11-20" = "text", …)`.
    Dated,
    /// `= 36`.
    Number,
    /// `= 36`, and not less than nothing.
    Count,
    /// `= 0.01` or `= "0.01"`.
    Decimal,
    /// `(field, …)`.
    Fields,
    /// `(field = field, …)`.
    Matched,
    /// `= crate::path`.
    Path,
}

/// What is known of a word.
#[derive(Debug)]
pub(crate) struct Info {
    pub(crate) key: Key,
    pub(crate) word: &'static str,
    pub(crate) form: Form,
    pub(crate) places: &'static [Place],
    /// How it is written, for messages.
    pub(crate) example: &'static str,
}

const fn info(key: Key, word: &'static str, form: Form, places: &'static [Place], example: &'static str) -> Info {
    Info { key, word, form, places, example }
}

const TYPES: &[Place] = &[Place::Struct, Place::Enum];
const MEMBERS: &[Place] = &[Place::Field, Place::Variant];
const STRUCT: &[Place] = &[Place::Struct];
const FIELD: &[Place] = &[Place::Field];
const VARIANT: &[Place] = &[Place::Variant];

/// Every word, sorted.
pub(crate) const KEYS: &[Info] = &[
    info(Key::Alias, "alias", Form::Text, FIELD, r#"alias = "cost""#),
    info(Key::AsString, "as_string", Form::Flag, FIELD, "as_string"),
    info(Key::AtLeast, "at_least", Form::Decimal, FIELD, "at_least = 1"),
    info(Key::AtMost, "at_most", Form::Decimal, FIELD, "at_most = 99.5"),
    info(Key::Blank, "blank", Form::Flag, FIELD, "blank"),
    info(Key::Chars, "chars", Form::Text, FIELD, r#"chars = "A-Za-z0-9""#),
    info(Key::Decimals, "decimals", Form::Count, FIELD, "decimals = 2"),
    info(Key::Hidden, "hidden", Form::Dated, FIELD, r#"hidden("2015-08-18" = "status == FAILURE")"#),
    info(Key::Id, "id", Form::Number, VARIANT, "id = 36"),
    info(Key::JsonString, "json_string", Form::Flag, FIELD, "json_string"),
    info(Key::MaxItems, "max_items", Form::Count, FIELD, "max_items = 5"),
    info(Key::MaxLength, "max_length", Form::Count, FIELD, "max_length = 32"),
    info(Key::MinLength, "min_length", Form::Count, FIELD, "min_length = 2"),
    info(Key::Name, "name", Form::Text, TYPES, r#"name = "Refund""#),
    info(Key::NoQuery, "no_query", Form::Flag, FIELD, "no_query"),
    info(Key::Nullable, "nullable", Form::Flag, FIELD, "nullable"),
    info(Key::OneOf, "one_of", Form::Fields, STRUCT, "one_of(email, phone)"),
    info(Key::Pairs, "pairs", Form::Matched, STRUCT, "pairs(status = status_id)"),
    info(Key::Prefix, "prefix", Form::Text, FIELD, r#"prefix = "billing_""#),
    info(Key::Rename, "rename", Form::Text, MEMBERS, r#"rename = "amt""#),
    info(Key::RenameAll, "rename_all", Form::Text, TYPES, r#"rename_all = "SCREAMING_SNAKE_CASE""#),
    info(Key::Renamed, "renamed", Form::Dated, FIELD, r#"renamed("2019-01-01" = "old_name")"#),
    info(Key::RequiredSince, "required_since", Form::Date, FIELD, r#"required_since = "2019-01-01""#),
    info(Key::Rest, "rest", Form::Flag, FIELD, "rest"),
    info(Key::Runtime, "runtime", Form::Path, TYPES, "runtime = my_client::runtime"),
    info(Key::Sensitive, "sensitive", Form::Flag, FIELD, "sensitive"),
    info(Key::Since, "since", Form::Date, MEMBERS, r#"since = "2020-11-20""#),
    info(Key::Unknown, "unknown", Form::Flag, VARIANT, "unknown"),
    info(Key::Until, "until", Form::Date, MEMBERS, r#"until = "2020-11-20""#),
    info(Key::Versions, "versions", Form::Path, STRUCT, "versions = crate::versions"),
    info(Key::Was, "was", Form::Dated, VARIANT, r#"was("2015-01-09" = "SUCCESS")"#),
    info(Key::When, "when", Form::Text, FIELD, r#"when = "kind == CARD""#),
];

/// Words of other derives and of the spec language, and how the same is said here.
const ELSEWHERE: &[(&str, &str)] = &[
    ("added", "write `since = \"…\"`"),
    ("as", "write `as_string` or `json_string`"),
    ("condition", "write `when = \"…\"`"),
    ("crate", "write `runtime = …`"),
    ("default", "nothing is made up for what is missing, so make the field an `Option`"),
    ("filter", "write `hidden(\"…\" = \"…\")`, with the version before which such items were left out"),
    ("flatten", "write `prefix = \"…\"`, which may be empty, or `rest` for every other key"),
    ("from", "write `since = \"…\"`"),
    ("gate", "write `since = \"…\"`"),
    ("if", "write `when = \"…\"`"),
    ("length", "write `min_length = …` and `max_length = …`"),
    ("nested", "a field whose type names the version parameter is nested by itself"),
    ("other", "write `unknown` on a variant `Unknown(UnknownValue)`"),
    ("pattern", "write `chars = \"…\"` for the characters, and `max_length = …` for their number"),
    ("pin", "a field of type `Pinned<V>` holds the version by itself"),
    ("range", "write `at_least = …` and `at_most = …`"),
    ("remap", "write `was(\"…\" = \"…\")` on a variant"),
    ("removed", "write `until = \"…\"`"),
    ("required", "a field that is no `Option` is required; `required_since = \"…\"` is for what became so"),
    ("retyped", "write two fields with the same `rename`, one with `until` and one with `since`"),
    ("skip", "every field is on the wire, so keep the value in a struct around this one"),
    ("suggested_length", "it is advice that nobody checks, so say it in the documentation of the field"),
    ("version", "write `since = \"…\"`, or `versions = …` on the type"),
    ("wire", "write `rename = \"…\"`"),
    ("with", "implement `Decode` and `Encode` for the type of the field"),
];

/// The word with this spelling at a place, or why there is none.
pub(crate) fn find(word: &str, place: Place) -> Result<&'static Info, String> {
    if let Some(info) = KEYS.iter().find(|info| info.word == word) {
        if info.places.contains(&place) {
            return Ok(info);
        }
        let places: Vec<String> = info.places.iter().map(Place::to_string).collect();
        return Err(format!("`{word}` belongs on {}, not on {place}", places.join(" or ")));
    }
    if let Some((_, remedy)) = ELSEWHERE.iter().find(|(other, _)| *other == word) {
        return Err(format!("there is no attribute `{word}`: {remedy}"));
    }
    let here = || KEYS.iter().filter(|info| info.places.contains(&place)).map(|info| info.word);
    if let Some(close) = closest(word, here()) {
        return Err(format!("there is no attribute `{word}`; did you mean `{close}`?"));
    }
    let known: Vec<String> = here().map(|word| format!("`{word}`")).collect();
    Err(format!("there is no attribute `{word}` for {place}; there are {}", known.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_and_documented() {
        let docs = include_str!("../lib.rs");
        assert!(KEYS.is_sorted_by_key(|info| info.word));
        assert!(ELSEWHERE.is_sorted());
        for Info { word, example, .. } in KEYS {
            assert!(docs.contains(&format!("//! | `{word}")), "{word} is not in the table of the crate's docs");
            assert!(example.starts_with(word));
        }
    }

    #[test]
    fn unknown_words_lead_to_known_ones() {
        for (word, place, message) in [
            ("sinse", Place::Field, "there is no attribute `sinse`; did you mean `since`?"),
            ("prefix", Place::Struct, "`prefix` belongs on a field, not on a struct"),
            ("name", Place::Field, "`name` belongs on a struct or an enum, not on a field"),
            ("wire", Place::Field, "there is no attribute `wire`: write `rename = \"…\"`"),
            (
                "colour",
                Place::Enum,
                "there is no attribute `colour` for an enum; there are `name`, `rename_all`, `runtime`",
            ),
        ] {
            assert_eq!(find(word, place).map(|info| info.word), Err(message.to_owned()));
        }
    }
}
