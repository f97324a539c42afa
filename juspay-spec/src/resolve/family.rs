//! Numbered families: `udf1..udf10` stands for ten fields.

use super::Cx;
use crate::diagnostic::{Code, Finding};
use crate::raw;
use crate::tree::Text;

/// More fields than this in one family are a slip.
const MAX_FAMILY: u32 = 1000;

/// The names that a key of `fields` stands for; none if it cannot be read or there are too many fields.
pub(super) fn names(cx: &mut Cx<'_>, name: &Text, raw: &raw::Field) -> Vec<Text> {
    if cx.fields_left.is_none() {
        return Vec::new();
    }
    let names = match name.text.split_once("..") {
        None => vec![name.clone()],
        Some((first, last)) => members(cx, name, first, last, raw),
    };
    let left = cx.fields_left.and_then(|left| left.checked_sub(names.len()));
    if left.is_none() {
        too_many(cx, name);
        return Vec::new();
    }
    cx.fields_left = left;
    names
}

/// A field of a family, without what names one field only.
pub(super) fn member(raw: &raw::Field) -> raw::Field {
    raw::Field { wire: None, rust: None, aliases: Vec::new(), renamed: Vec::new(), ..raw.clone() }
}

fn members(cx: &mut Cx<'_>, name: &Text, first: &str, last: &str, raw: &raw::Field) -> Vec<Text> {
    if let (Some((letters, from)), Some((same, to))) = (split(first), split(last))
        && letters == same
        && (from.digits == to.digits || !(from.padded || to.padded))
        && from.value <= to.value
        && to.value - from.value < MAX_FAMILY
    {
        check_shared(cx, raw);
        let width = if from.padded { from.digits } else { 0 };
        let texts = (from.value..=to.value).map(|number| format!("{letters}{number:0width$}"));
        return texts.map(|text| Text { text, span: name.span }).collect();
    }
    let finding = Finding::new(Code::BAD_RANGE, format!("`{}` is not a numbered family", name.text))
        .at(name.span, "cannot be counted")
        .help("write the same letters on both sides and the smaller number first, at most 1000 fields: udf1..udf10");
    cx.sink.push(finding);
    Vec::new()
}

/// The number at the end of a name.
struct Number {
    value: u32,
    digits: usize,
    /// Whether it begins with a zero, so that all of the family have as many digits.
    padded: bool,
}

fn split(text: &str) -> Option<(&str, Number)> {
    let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.get(letters.len()..)?;
    let value = digits.parse().ok()?;
    let padded = digits.len() > 1 && digits.starts_with('0');
    Some((letters, Number { value, digits: digits.len(), padded }))
}

/// What names one field cannot stand on many.
fn check_shared(cx: &mut Cx<'_>, raw: &raw::Field) {
    let keys = [
        ("wire", raw.wire.as_ref()),
        ("rust", raw.rust.as_ref()),
        ("aliases", raw.aliases.first()),
        ("renamed", raw.renamed.first().map(|(_, wire)| wire)),
    ];
    for (key, text) in keys {
        if let Some(text) = text {
            let finding = Finding::new(Code::BAD_RANGE, format!("the fields of a family cannot share one `{key}`"));
            cx.sink.push(finding.at(text.span, "names one field only").help("write the fields out, one by one"));
        }
    }
}

fn too_many(cx: &mut Cx<'_>, name: &Text) {
    if cx.fields_left.is_some() {
        let finding = Finding::new(Code::TOO_MANY_FIELDS, "the spec has more than 500000 fields");
        let help =
            "families and groups multiply: include large groups less often, and use `rest` for open sets of keys";
        cx.sink.push(finding.at(name.span, "the limit is reached here").help(help));
    }
    cx.fields_left = None;
}
