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
    if depth > 0 && (part.ends_with('?') || part.ends_with("|null")) {
        bad(cx, whole, part, "only the whole can be optional or nullable");
        return None;
    }
    let word = !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if !word {
        bad(cx, whole, part, "not a type");
        return None;
    }
    let known = Scalar::WORDS.iter().map(|(word, _)| *word).chain(cx.types.keys().copied());
    let finding =
        Finding::new(Code::UNKNOWN_TYPE, format!("unknown type `{part}`")).at(part_span(whole, part), "not declared");
    cx.sink.push_meant(finding, part, known, "declare it under `types` or `enums`");
    None
}

fn bad(cx: &mut Cx<'_>, whole: &Text, part: &str, why: &str) {
    let finding = Finding::new(Code::BAD_TYPE, format!("`{}` is not a type expression", whole.text))
        .at(part_span(whole, part), why)
        .help("write a name, list<T> or map<T>, with `?` behind it for optional or `|null` for nullable");
    cx.sink.push(finding);
}

/// The place of a part of a text, if the text stands in the file as it is, with or without quotes.
pub(super) fn part_span(whole: &Text, part: &str) -> Span {
    let length = (whole.span.end - whole.span.start) as usize;
    let quotes = match length.checked_sub(whole.text.len()) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return whole.span,
    };
    let offset = (part.as_ptr() as usize).checked_sub(whole.text.as_ptr() as usize);
    // A copy of a part has an address of its own.
    let offset = offset.filter(|&offset| whole.text.get(offset..offset + part.len()) == Some(part));
    let Some(offset) = offset.or_else(|| whole.text.find(part)).filter(|_| !part.is_empty()) else { return whole.span };
    let at = |offset: usize| u32::try_from(offset + quotes).map_or(whole.span.end, |offset| whole.span.start + offset);
    Span { start: at(offset), end: at(offset + part.len()), ..whole.span }
}
