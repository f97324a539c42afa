//! Matrices of requirements.

use std::collections::{HashMap, HashSet};

use super::flat::{flat_fields, is_doubtful};
use super::{Cx, names};
use crate::diagnostic::{Code, Finding};
use crate::model::{Api, Need, RequirementRow, Requirements};
use crate::raw::{self, Item};
use crate::source::Span;
use crate::tree::Text;

/// Resolves every matrix.
pub(super) fn requirements(cx: &mut Cx<'_>, api: &Api, raw: &[Item<raw::Requirements>]) -> Vec<Requirements> {
    super::unique(raw.iter().map(|item| &item.name), "matrix", cx.sink);
    raw.iter().filter_map(|item| matrix(cx, api, item)).collect()
}

fn matrix(cx: &mut Cx<'_>, api: &Api, item: &Item<raw::Requirements>) -> Option<Requirements> {
    let raw = &item.value;
    let meta = cx.meta(&raw.meta, item.name.span, Some(("matrix", &item.name.text)));
    let ty = super::endpoints::object_type(cx, &item.name)?;
    let def = api.types.get(ty.0 as usize)?;
    let mut seen: HashSet<String> = HashSet::new();
    // A retyped field is several fields of one name.
    let known = flat_fields(api, def.object()?).into_iter().map(|flat| flat.wire);
    let known: Vec<String> = known.filter(|wire| seen.insert(wire.clone())).collect();
    let columns = columns(cx, &raw.columns);
    let mut matched: HashMap<String, Span> = HashMap::new();
    let mut rows = Vec::new();
    for (name, cells) in &raw.rows {
        let needs = needs(cx, cells, raw.columns.len());
        let wires = matching(&name.text, &known, &seen);
        if wires.is_empty() && !is_doubtful(api, &cx.doubtful, def) {
            let finding =
                Finding::new(Code::UNKNOWN_ROW, format!("no field of `{}` is named `{}`", item.name.text, name.text))
                    .at(name.span, "matches nothing");
            cx.sink.push_meant(
                finding,
                &name.text,
                known.iter().map(String::as_str),
                "name a field as it stands on the wire",
            );
        }
        for wire in wires {
            if let Some(first) = matched.insert(wire.to_owned(), name.span) {
                let finding = Finding::new(Code::UNKNOWN_ROW, format!("two rows match `{wire}`"))
                    .at(name.span, "again here")
                    .see(first, "first here")
                    .help("let one row match it");
                cx.sink.push(finding);
                continue;
            }
            rows.push(RequirementRow { wire: wire.to_owned(), needs: needs.clone() });
        }
    }
    let by = raw.by.as_ref().map(|by| by.text.clone()).unwrap_or_default();
    Some(Requirements { ty, by, columns, rows, meta })
}

/// The names that a pattern matches.
fn matching<'n>(pattern: &'n str, known: &'n [String], all: &HashSet<String>) -> Vec<&'n str> {
    if !pattern.contains('*') {
        return if all.contains(pattern) { vec![pattern] } else { Vec::new() };
    }
    known.iter().map(String::as_str).filter(|wire| glob(pattern, wire)).collect()
}

fn columns(cx: &mut Cx<'_>, raw: &[Text]) -> Vec<(String, String)> {
    let mut columns: Vec<(String, String)> = Vec::new();
    let mut taken: HashMap<String, Span> = HashMap::new();
    for name in raw {
        let Some(rust) = names::variant(name, None, cx.sink) else { continue };
        if let Some(first) = taken.insert(rust.clone(), name.span) {
            let finding = names::collision(name, first, &rust);
            cx.sink.push(finding);
            continue;
        }
        columns.push((name.text.clone(), rust));
    }
    columns
}

fn needs(cx: &mut Cx<'_>, cells: &Text, width: usize) -> Vec<Need> {
    let mut needs = Vec::new();
    for word in cells.text.split_whitespace() {
        needs.push(match word {
            "yes" => Need::Yes,
            "no" => Need::No,
            "optional" => Need::Optional,
            _ => {
                let finding = Finding::new(Code::UNKNOWN_WORD, format!("a cell cannot be `{word}`"))
                    .at(super::type_expr::part_span(cells, word), "not one of its words");
                cx.sink.push_meant(finding, word, ["yes", "no", "optional"], "write yes, no or optional");
                Need::Optional
            }
        });
    }
    if needs.len() != width {
        let finding = Finding::new(Code::ROW_WIDTH, format!("the row has {} cells for {width} columns", needs.len()));
        cx.sink.push(finding.at(cells.span, format!("{} cells", needs.len())).help("write one word for each column"));
    }
    needs
}

/// Whether the pattern, in which `*` stands for any characters, matches.
fn glob(pattern: &str, text: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut tail) = text.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let Some(last) = parts.pop() else { return true };
    for part in parts {
        let Some(at) = tail.find(part) else { return false };
        tail = tail.get(at + part.len()..).unwrap_or_default();
    }
    tail.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::glob;

    #[test]
    fn stars_match_any_characters() {
        assert!(glob("billing_*", "billing_city"));
        assert!(glob("*_city", "billing_city"));
        assert!(glob("b*_*y", "billing_city"));
        assert!(glob("city", "city"));
        assert!(!glob("city", "cityx"));
        assert!(!glob("billing_*", "shipping_city"));
        assert!(!glob("b*_x*y", "billing_city"));
    }
}
