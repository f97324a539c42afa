//! Constraints and defaults against types.

use super::Cx;
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Constraints, Scalar, Type};
use crate::raw;
use crate::source::Span;
use crate::tree::Text;

/// Resolves the constraints of a field of this type.
pub(super) fn constraints(cx: &mut Cx<'_>, raw: &raw::Field, ty: &Type) -> Constraints {
    let own = &raw.constraints;
    check_fit(cx, raw, ty);
    check_order(cx, own);
    if let Some(chars) = &own.chars {
        check_chars(cx, chars);
    }
    if let Some(default) = &raw.default {
        check_default(cx, default, ty);
    }
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.text.clone());
    let number = |number: Option<(u64, Span)>| number.map(|(number, _)| number);
    Constraints {
        max_length: number(own.max_length),
        min_length: number(own.min_length),
        suggested_length: number(own.suggested_length),
        max_items: number(own.max_items),
        decimals: number(own.decimals),
        at_least: text(&own.at_least),
        at_most: text(&own.at_most),
        chars: text(&own.chars),
        no_query: own.no_query.is_some_and(|(flag, _)| flag),
    }
}

fn check_fit(cx: &mut Cx<'_>, raw: &raw::Field, ty: &Type) {
    let own = &raw.constraints;
    let textual = [Scalar::String, Scalar::Url, Scalar::Email, Scalar::Secret, Scalar::Date, Scalar::Timestamp];
    let scalar = match ty {
        Type::Scalar(scalar) => Some(*scalar),
        _ => None,
    };
    let is_text = scalar.is_some_and(|scalar| textual.contains(&scalar));
    let is_number = matches!(scalar, Some(Scalar::Int | Scalar::Amount | Scalar::Decimal));
    let is_list = matches!(ty, Type::List(_) | Type::Map(_));
    let is_enum = matches!(ty, Type::Named(id) if id.0 >= cx.enum_start);
    let plain = scalar.is_some() || is_enum;
    let of_number = |pair: Option<(u64, Span)>| pair.map(|(_, span)| span);
    let of_text = |text: &Option<Text>| text.as_ref().map(|text| text.span);
    let rows = [
        ("max-length", of_number(own.max_length), is_text, "texts"),
        ("min-length", of_number(own.min_length), is_text, "texts"),
        ("suggested-length", of_number(own.suggested_length), is_text, "texts"),
        ("chars", of_text(&own.chars), is_text, "texts"),
        ("max-items", of_number(own.max_items), is_list, "lists and maps"),
        ("decimals", of_number(own.decimals), is_number, "numbers"),
        ("at-least", of_text(&own.at_least), is_number, "numbers"),
        ("at-most", of_text(&own.at_most), is_number, "numbers"),
        ("no-query", own.no_query.map(|(_, span)| span), scalar == Some(Scalar::Url), "URLs"),
        ("blank", raw.blank.map(|(_, span)| span), plain, "scalars and enums"),
        ("default", of_text(&raw.default), plain, "scalars and enums"),
    ];
    for (name, span, fits, takes) in rows {
        if let Some(span) = span
            && !fits
        {
            misfit(cx, name, span, takes);
        }
    }
    let string_form = raw.form.as_ref().filter(|form| form.as_str() == "string");
    if let Some(form) = string_form
        && !(is_number || scalar == Some(Scalar::Bool))
    {
        misfit(cx, "as: string", form.span, "numbers and booleans");
    }
    let json_form = raw.form.as_ref().filter(|form| form.as_str() == "json-string");
    if let Some(form) = json_form
        && scalar.is_some_and(|scalar| scalar != Scalar::Json)
    {
        misfit(cx, "as: json-string", form.span, "objects, lists, maps and `json`");
    }
}

fn misfit(cx: &mut Cx<'_>, name: &str, span: Span, takes: &str) {
    let finding = Finding::new(Code::CONSTRAINT_MISFIT, format!("`{name}` does not fit the field's type"));
    cx.sink.push(finding.at(span, format!("for {takes} only")).help("remove it or correct the type"));
}

fn check_order(cx: &mut Cx<'_>, own: &raw::Constraints) {
    if let (Some((min, _)), Some((max, span))) = (own.min_length, own.max_length)
        && min > max
    {
        let finding = Finding::new(Code::CONSTRAINT_EMPTY, "no text can be this long and this short");
        cx.sink.push(finding.at(span, format!("less than {min}")).help("correct one of the two lengths"));
    }
    for bound in [&own.at_least, &own.at_most].into_iter().flatten() {
        if decimal(&bound.text).is_none() {
            let finding = Finding::new(Code::NOT_A_NUMBER, format!("`{}` is not a number", bound.text));
            cx.sink.push(finding.at(bound.span, "not a decimal number").help("write a decimal number"));
        }
    }
    if let (Some(least), Some(most)) = (&own.at_least, &own.at_most)
        && let (Some(low), Some(high)) = (decimal(&least.text), decimal(&most.text))
        && low > high
    {
        let finding = Finding::new(Code::CONSTRAINT_EMPTY, "no number is this great and this small");
        cx.sink.push(finding.at(most.span, format!("less than {}", least.text)).help("correct one of the two bounds"));
    }
}

/// A decimal number in billionths, exact enough to compare bounds.
fn decimal(text: &str) -> Option<i128> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 18 || fraction.len() > 9 || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let value = format!("{whole}{fraction:0<9}").parse::<i128>().ok()?;
    Some(if negative { -value } else { value })
}

fn check_chars(cx: &mut Cx<'_>, chars: &Text) {
    if let Err(problem) = crate::chars::CharSet::parse(&chars.text) {
        let finding = Finding::new(Code::BAD_CHARS, format!("`{}` is not a set of characters", chars.text));
        cx.sink.push(finding.at(chars.span, problem).help("list characters and ranges: A-Za-z0-9 _-"));
    }
}

fn check_default(cx: &mut Cx<'_>, default: &Text, ty: &Type) {
    let reads = match ty {
        Type::Scalar(Scalar::Int) => default.text.parse::<i64>().is_ok(),
        Type::Scalar(Scalar::Bool) => matches!(default.as_str(), "true" | "false"),
        Type::Scalar(Scalar::Amount | Scalar::Decimal) => decimal(&default.text).is_some(),
        // Values of enums are checked once all enums are known: see `defaults`.
        _ => true,
    };
    if !reads {
        let finding = Finding::new(Code::BAD_DEFAULT, format!("`{}` is not a value of this field", default.text));
        cx.sink.push(finding.at(default.span, "does not read as its type").help("write a value of the field's type"));
    }
}

/// Checks the address of a page.
pub(super) fn check_page_url(url: &Text, sink: &mut Sink) {
    let rest = url.text.strip_prefix("https://").or_else(|| url.text.strip_prefix("http://"));
    let problem = match rest {
        None => "begins with neither https:// nor http://",
        Some(rest) if rest.is_empty() || rest.starts_with(['/', ':', '?', '#']) => "names no host",
        Some(rest) if rest.contains(' ') => "holds a space",
        Some(_) => return,
    };
    let finding = Finding::new(Code::BAD_URL, format!("`{}` is not the address of a page", url.text));
    sink.push(finding.at(url.span, problem).help("for example https://docs.example.com/orders"));
}

/// Checks the address of an environment.
pub(super) fn check_base_url(url: &Text, sink: &mut Sink) {
    let rest = url.text.strip_prefix("https://").or_else(|| url.text.strip_prefix("http://"));
    let problem = match rest {
        None => "begins with neither https:// nor http://",
        Some(rest) if rest.is_empty() || rest.starts_with(['/', ':', '?', '#']) => "names no host",
        Some(rest) if rest.ends_with('/') => "ends with a slash",
        Some(rest) if rest.contains(['?', '#', ' ', '@']) => "holds more than a host and a path",
        Some(_) => return,
    };
    let finding = Finding::new(Code::BAD_URL, format!("`{}` is not the base address of an API", url.text));
    sink.push(finding.at(url.span, problem).help("for example https://api.example.com"));
}
