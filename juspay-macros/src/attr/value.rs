//! What is written behind a word: texts, dates, lists of both, numbers, paths, names of fields.

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Error, Lit, LitInt, LitStr, Path, Token, parenthesized};

use super::key::{Form, Info};

/// A text with its place.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) span: Span,
}

/// A dated version with its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Date {
    /// `20201120`.
    pub(crate) packed: u32,
    pub(crate) span: Span,
}

impl Date {
    /// The type that stands for the version, named as `versions!` and the generator do by convention.
    pub(crate) fn marker(self) -> Ident {
        let [year, month, day] = self.parts();
        Ident::new(&format!("V{year:04}_{month:02}_{day:02}"), self.span)
    }

    fn parts(self) -> [u32; 3] {
        [self.packed / 10_000, self.packed / 100 % 100, self.packed % 100]
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [year, month, day] = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// What is written behind a word.
#[derive(Clone)]
pub(crate) enum Value {
    Flag,
    Text(Text),
    Date(Date),
    Dated(Vec<(Date, Text)>),
    Number(i64),
    Count(u64),
    Decimal(Text),
    Fields(Vec<Ident>),
    Matched(Vec<(Ident, Ident)>),
    Path(Path),
}

impl Value {
    /// Reads what stands behind a word.
    pub(crate) fn parse(input: ParseStream<'_>, info: &Info, span: Span) -> syn::Result<Self> {
        let wrong = |span: Span| Error::new(span, format!("`{}` is written `{}`", info.word, info.example));
        if info.form == Form::Flag {
            let value = input.peek(Token![=]) || input.peek(syn::token::Paren);
            let message = || format!("`{}` takes no value", info.word);
            return if value { Err(Error::new(input.span(), message())) } else { Ok(Self::Flag) };
        }
        if at_end(input) {
            return Err(wrong(span));
        }
        if matches!(info.form, Form::Dated | Form::Fields | Form::Matched) {
            if !input.peek(syn::token::Paren) {
                return Err(wrong(input.span()));
            }
            return match info.form {
                Form::Dated => list(input, &wrong, dated).map(Self::Dated),
                Form::Fields => list(input, &wrong, field).map(Self::Fields),
                _ => list(input, &wrong, matched).map(Self::Matched),
            };
        }
        if !input.peek(Token![=]) {
            return Err(wrong(input.span()));
        }
        input.parse::<Token![=]>()?;
        let at = if at_end(input) { span } else { input.span() };
        match info.form {
            Form::Text => text(input).ok_or_else(|| wrong(at)).map(Self::Text),
            Form::Date => date(input, &wrong).map(Self::Date),
            Form::Count => count(input).ok_or_else(|| wrong(at)).map(Self::Count),
            Form::Decimal => decimal(input).ok_or_else(|| wrong(at)).map(Self::Decimal),
            Form::Number => number(input).ok_or_else(|| wrong(at)).map(Self::Number),
            _ => input.call(Path::parse_mod_style).map_err(|_| wrong(at)).map(Self::Path),
        }
    }
}

fn at_end(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

fn text(input: ParseStream<'_>) -> Option<Text> {
    let literal: LitStr = input.parse().ok()?;
    Some(Text { text: literal.value(), span: literal.span() })
}

fn number(input: ParseStream<'_>) -> Option<i64> {
    let negative = input.parse::<Option<Token![-]>>().ok()?.is_some();
    let number: i64 = input.parse::<LitInt>().ok()?.base10_parse().ok()?;
    Some(if negative { -number } else { number })
}

fn count(input: ParseStream<'_>) -> Option<u64> {
    input.parse::<LitInt>().ok()?.base10_parse().ok()
}

/// `0.01`, `-1` or `"0.01"`: digits, perhaps with a point.
fn decimal(input: ParseStream<'_>) -> Option<Text> {
    let span = input.span();
    let text = if input.peek(LitStr) {
        text(input)?.text
    } else {
        let sign = if input.parse::<Option<Token![-]>>().ok()?.is_some() { "-" } else { "" };
        let digits = match input.parse::<Lit>().ok()? {
            Lit::Int(number) if number.suffix().is_empty() => number.base10_digits().to_owned(),
            Lit::Float(number) if number.suffix().is_empty() => number.base10_digits().to_owned(),
            _ => return None,
        };
        format!("{sign}{digits}")
    };
    is_decimal(&text).then_some(Text { text, span })
}

fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole) && digits(rest) && whole.len() + rest.len() <= 28
}

/// Entries in parentheses, divided by commas; at least one.
fn list<T>(
    input: ParseStream<'_>,
    wrong: &impl Fn(Span) -> Error,
    entry: impl Fn(ParseStream<'_>, &dyn Fn(Span) -> Error) -> syn::Result<T>,
) -> syn::Result<Vec<T>> {
    let content;
    let paren = parenthesized!(content in input);
    let mut list = Vec::new();
    while !content.is_empty() {
        let read = entry(&content, wrong).and_then(|entry| {
            if !content.is_empty() {
                content.parse::<Token![,]>().map_err(|_| Error::new(content.span(), "a comma belongs here"))?;
            }
            Ok(entry)
        });
        match read {
            Ok(entry) => list.push(entry),
            Err(error) => {
                // What is left unread would be a second error.
                while content.parse::<TokenTree>().is_ok() {}
                return Err(error);
            }
        }
    }
    if list.is_empty() { Err(wrong(paren.span.join())) } else { Ok(list) }
}

/// `"2019-01-01" = "old_name"`.
fn dated(input: ParseStream<'_>, wrong: &dyn Fn(Span) -> Error) -> syn::Result<(Date, Text)> {
    let at = input.span();
    let date = date(input, wrong)?;
    input.parse::<Token![=]>().map_err(|_| wrong(at))?;
    let text = text(input).ok_or_else(|| wrong(at))?;
    Ok((date, text))
}

/// `status`.
fn field(input: ParseStream<'_>, wrong: &dyn Fn(Span) -> Error) -> syn::Result<Ident> {
    let at = input.span();
    input.parse().map_err(|_| wrong(at))
}

/// `status = status_id`.
fn matched(input: ParseStream<'_>, wrong: &dyn Fn(Span) -> Error) -> syn::Result<(Ident, Ident)> {
    let (at, first) = (input.span(), field(input, wrong)?);
    input.parse::<Token![=]>().map_err(|_| wrong(at))?;
    Ok((first, field(input, wrong)?))
}

/// `"2020-11-20"`, or `2020-11-20` as `versions!` has it.
fn date(input: ParseStream<'_>, wrong: &dyn Fn(Span) -> Error) -> syn::Result<Date> {
    let start = input.span();
    if input.peek(LitInt) {
        let Some((text, span)) = bare_date(input) else { return Err(wrong(start)) };
        return read_date(&text, span);
    }
    if input.peek(syn::Ident::peek_any) {
        let word = input.call(syn::Ident::parse_any)?;
        return Err(named(&word).unwrap_or_else(|| wrong(start)));
    }
    match text(input) {
        Some(Text { text, span }) => read_date(&text, span),
        None => Err(wrong(start)),
    }
}

/// A version that is named as a type.
fn named(word: &Ident) -> Option<Error> {
    let date = word.to_string().strip_prefix('V')?.replace('_', "-");
    digits(&date)?;
    Some(Error::new(word.span(), format!("a version is named by its date here: write `\"{date}\"`")))
}

/// The digits of `2020-11-20` without quotes. Its span is that of the year where spans cannot be joined.
fn bare_date(input: ParseStream<'_>) -> Option<(String, Span)> {
    let year: LitInt = input.parse().ok()?;
    input.parse::<Token![-]>().ok()?;
    let month: LitInt = input.parse().ok()?;
    input.parse::<Token![-]>().ok()?;
    let day: LitInt = input.parse().ok()?;
    let span = year.span().join(day.span()).unwrap_or_else(|| year.span());
    Some((format!("{year}-{month}-{day}"), span))
}

fn read_date(text: &str, span: Span) -> syn::Result<Date> {
    let Some((year, month, day)) = digits(text) else {
        return Err(Error::new(span, format!("`{text}` is no version: a version is a date, written YYYY-MM-DD")));
    };
    if year == 0 || !(1..=12).contains(&month) || day == 0 || day > days_in(year, month) {
        return Err(Error::new(span, format!("`{text}` is no version: the calendar has no such day")));
    }
    Ok(Date { packed: year * 10_000 + month * 100 + day, span })
}

fn digits(text: &str) -> Option<(u32, u32, u32)> {
    let part = |text: &str, length: usize| {
        let digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits { text.parse().ok() } else { None }
    };
    let mut parts = text.splitn(3, '-');
    Some((part(parts.next()?, 4)?, part(parts.next()?, 2)?, part(parts.next()?, 2)?))
}

const fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_dates_are_versions() {
        let read = |text| read_date(text, Span::call_site());
        assert_eq!(
            read("2020-02-29").map(|date| (date.packed, date.marker().to_string())).ok(),
            Some((20_200_229, "V2020_02_29".to_owned()))
        );
        for text in ["2021-02-29", "2021-3-25", "2021-13-01", "0000-01-01", "2021-03-25 ", "20210325", "+021-01-01", ""]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
