//! Constraints must fit the type, and leave something that keeps them.

use juspay_codegen::item::Rule;

use crate::attr::Key;
use crate::errors::Errors;
use crate::model::Field;

/// Words of constraints, what they are for, and types that they are not for.
const FITS: &[(&[Key], &str, &[&str])] = &[
    (
        &[Key::MaxLength, Key::MinLength, Key::Chars, Key::NoQuery],
        "strings",
        &["i64", "bool", "Amount", "Decimal", "Json", "Vec", "List", "Map"],
    ),
    (
        &[Key::Decimals],
        "amounts and decimals",
        &["i64", "bool", "String", "Secret", "Timestamp", "Date", "Json", "Vec", "List", "Map"],
    ),
    (
        &[Key::AtLeast, Key::AtMost],
        "numbers",
        &["bool", "String", "Secret", "Timestamp", "Date", "Json", "Vec", "List", "Map"],
    ),
    (
        &[Key::MaxItems],
        "lists",
        &["i64", "bool", "String", "Secret", "Amount", "Decimal", "Timestamp", "Date", "Json", "Map"],
    ),
];

pub(super) fn check(field: &Field, errors: &mut Errors) {
    let name = field.ty.name().unwrap_or_default();
    for (key, word, span) in field.settings.words() {
        let misfit = FITS.iter().find(|(keys, _, others)| keys.contains(&key) && others.contains(&name.as_str()));
        if let Some((_, fits, _)) = misfit {
            errors.at(span, format!("`{word}` is for {fits}, and not for `{name}`"));
        }
    }
    for pair in [(Key::MinLength, Key::MaxLength), (Key::AtLeast, Key::AtMost)] {
        order(field, pair, errors);
    }
    if let Some(text) = field.settings.text(Key::Chars) {
        chars(&text.text, text.span, errors);
    }
}

/// The least is not more than the most.
fn order(field: &Field, (least, most): (Key, Key), errors: &mut Errors) {
    let number = |key| {
        let count = field.settings.count(key).map(|count| count.to_string());
        count.or_else(|| field.settings.decimal(key).map(|text| text.text.clone()))
    };
    let (Some(low), Some(high), Some(span)) = (number(least), number(most), field.flag(most)) else { return };
    if scaled(&low) > scaled(&high) {
        errors.at(span, format!("nothing is at least {low} and at most {high}"));
    }
}

/// A number of up to 28 digits, in the smallest unit of which there are 28 places.
fn scaled(text: &str) -> (i128, i128) {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let number = |text: &str| text.parse::<i128>().unwrap_or_default();
    (sign * number(whole), sign * number(&format!("{rest:0<28}")))
}

/// A set of characters holds some, and its ranges run upwards.
fn chars(set: &str, span: proc_macro2::Span, errors: &mut Errors) {
    if set.is_empty() {
        errors.at(span, "no character is allowed: write a set such as `A-Za-z0-9`");
    }
    let mut rest = set.chars().peekable();
    while let Some(from) = rest.next() {
        let mut ahead = rest.clone();
        if let (Some('-'), Some(to)) = (ahead.next(), ahead.next()) {
            if to < from {
                errors.at(span, format!("no character is from `{from}` to `{to}`: the lesser one stands first"));
            }
            rest = ahead;
        }
    }
}

/// The constraints of a field.
pub(crate) fn rules(field: &Field) -> Vec<Rule> {
    let count = |key| field.settings.count(key);
    let number = |key| field.settings.decimal(key).map(|text| text.text.clone());
    let text = |key| field.settings.text(key).map(|text| text.text.clone());
    let lengths = [
        count(Key::MinLength).map(Rule::MinLength),
        count(Key::MaxLength).map(Rule::MaxLength),
        count(Key::MaxItems).map(Rule::MaxItems),
        count(Key::Decimals).map(Rule::Decimals),
    ];
    let others = [
        number(Key::AtLeast).map(Rule::AtLeast),
        number(Key::AtMost).map(Rule::AtMost),
        text(Key::Chars).map(Rule::Chars),
        field.flag(Key::NoQuery).map(|_| Rule::NoQuery),
    ];
    lengths.into_iter().chain(others).flatten().collect()
}
