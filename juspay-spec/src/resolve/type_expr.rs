//! Type expressions: `list<Refund>?`.

use super::Cx;
use crate::diagnostic::{Code, Finding};
use crate::model::{Presence, Scalar, Type};
use crate::source::Span;
use crate::tree::Text;

/// Deeper nesting of lists and maps than this is a slip.
const MAX_DEPTH: usize = 8;

/// Reads a type with its presence.
pub(super) fn parse(cx: &mut Cx<'_>, text: &Text) -> Option<(Type, Presence)> {
    let trimmed = text.text.trim();
    let (inner, presence) = if let Some(inner) = trimmed.strip_suffix('?') {
        (inner, Presence::Optional)
    } else if let Some(inner) = trimmed.strip_suffix("|null") {
        (inner, Presence::Nullable)
    } else {
        (trimmed, Presence::Required)
    };
    Some((parse_type(cx, text, inner.trim(), 0)?, presence))
}

fn parse_type(cx: &mut Cx<'_>, whole: &Text, part: &str, depth: usize) -> Option<Type> {
    let inner_of = |prefix: &str| part.strip_prefix(prefix).and_then(|rest| rest.strip_suffix('>'));
    if depth > MAX_DEPTH {
        bad(cx, whole, part, "nested too deep");
        return None;
    }
    if let Some(inner) = inner_of("list<") {
        return Some(Type::List(Box::new(parse_type(cx, whole, inner.trim(), depth + 1)?)));
    }
    if let Some(inner) = inner_of("map<") {
        return Some(Type::Map(Box::new(parse_type(cx, whole, inner.trim(), depth + 1)?)));
    }
    if let Some((_, scalar)) = Scalar::WORDS.iter().find(|(word, _)| *word == part) {
        return Some(Type::Scalar(*scalar));
    }
    if let Some(id) = cx.types.get(part) {
        return Some(Type::Named(*id));
    }
    let word = !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if !word {
        bad(cx, whole, part, "not a type");
        return None;
    }
    let known: Vec<&str> = Scalar::WORDS.iter().map(|(word, _)| *word).chain(cx.types.keys().copied()).collect();
    let finding = Finding::new(Code::UNKNOWN_TYPE, format!("unknown type `{part}`"))
        .at(part_span(whole, part), "not declared")
        .meant(part, known, "declare it under `types` or `enums`");
    cx.sink.push(finding);
    None
}

fn bad(cx: &mut Cx<'_>, whole: &Text, part: &str, why: &str) {
    let finding = Finding::new(Code::BAD_TYPE, format!("`{}` is not a type expression", whole.text))
        .at(part_span(whole, part), why)
        .help("write a name, list<T> or map<T>, with `?` behind it for optional or `|null` for nullable");
    cx.sink.push(finding);
}

/// The place of a part of a text, if the text stands in the file as it is.
pub(super) fn part_span(whole: &Text, part: &str) -> Span {
    let length = (whole.span.end - whole.span.start) as usize;
    let offset = whole.text.find(part).filter(|_| length == whole.text.len() && !part.is_empty());
    let Some(offset) = offset.and_then(|offset| u32::try_from(offset).ok()) else { return whole.span };
    let start = whole.span.start + offset;
    let end = u32::try_from(part.len()).map_or(whole.span.end, |length| start + length);
    Span { start, end, ..whole.span }
}
