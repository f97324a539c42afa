//! Enums.

use std::collections::HashMap;

use super::{Cx, names};
use crate::diagnostic::{Code, Finding};
use crate::model::{Answers, ChangeKind, Enum, EnumValue, Former, Grade, TypeDef, TypeId, TypeKind};
use crate::raw::{self, Item};
use crate::source::Span;
use crate::tree::Text;
use crate::version::ApiVersion;

/// Resolves one enum.
pub(super) fn open_enum(cx: &mut Cx<'_>, id: TypeId, item: &Item<raw::Enum>) -> TypeDef {
    let before = cx.sink.errors_so_far();
    let raw = &item.value;
    let meta = cx.meta(&raw.meta, item.name.span, Some(("enum", &item.name.text)));
    let life = cx.life(&raw.life, &[ChangeKind::Added], &item.name.text);
    let rust = names::type_name(&item.name, raw.rust.as_ref(), cx.sink);
    if raw.values.is_empty() && !item.broken {
        let finding = Finding::new(Code::NO_VALUES, format!("the enum `{}` has no values", item.name.text));
        cx.sink.push(finding.at(item.name.span, "of this").help("list its values, or use `string`"));
    }
    let mut values = values(cx, item);
    former_values(cx, item, &mut values);
    let answers = answers(cx, item, &values);
    let word = raw.list.as_ref().map(Text::as_str);
    let grade = Grade::WORDS.iter().find(|(known, _)| Some(*known) == word).map_or(Grade::Known, |(_, grade)| *grade);
    TypeDef {
        id,
        name: item.name.text.clone(),
        rust: rust.unwrap_or_else(|| format!("Type{}", id.0)),
        module: cx.module_of.get(&item.file).copied().unwrap_or(0),
        kind: TypeKind::Enum(Enum { grade, values, answers }),
        life,
        stub: item.broken || cx.sink.errors_so_far() > before,
        meta,
    }
}

fn values(cx: &mut Cx<'_>, item: &Item<raw::Enum>) -> Vec<EnumValue> {
    let mut taken: HashMap<String, Span> = HashMap::new();
    let mut values = Vec::new();
    for value in &item.value.values {
        let path = format!("{}.{}", item.name.text, value.name.text);
        let meta = cx.meta(&value.value.meta, value.name.span, None);
        let life = cx.life(&value.value.life, &[ChangeKind::Value], &path);
        let Some(rust) = names::variant(&value.name, value.value.rust.as_ref(), cx.sink) else { continue };
        if let Some(first) = taken.get(&rust) {
            let finding = names::collision(&value.name, *first, &rust);
            cx.sink.push(finding);
            continue;
        }
        taken.insert(rust.clone(), value.name.span);
        values.push(EnumValue { wire: value.name.text.clone(), rust, id: value.value.id, life, was: Vec::new(), meta });
    }
    values
}

/// Resolves `was`: what stood in for a value before a change.
fn former_values(cx: &mut Cx<'_>, item: &Item<raw::Enum>, values: &mut [EnumValue]) {
    for raw in &item.value.values {
        let Some(own) = values.iter().position(|value| value.wire == raw.name.text) else { continue };
        let path = format!("{}.{}", item.name.text, raw.name.text);
        let mut was = Vec::new();
        for (change, former) in &raw.value.was {
            let change_at = cx.use_change(change, "was", &[ChangeKind::Value, ChangeKind::Remap], &path);
            let value_at = find(cx, &item.name.text, former, values);
            if let (Some(change), Some(value)) = (change_at, value_at) {
                check_age(cx, former, change, values.get(value));
                was.push(Former { change, value });
            }
        }
        was.sort_by_key(|former| std::cmp::Reverse(cx.date(former.change)));
        let gate =
            was.iter().find(|former| kind(cx, former.change) == Some(ChangeKind::Value)).map(|former| former.change);
        let date = gate.map_or(ApiVersion::BASE, |gate| cx.date(gate));
        if let Some(value) = values.get_mut(own) {
            if value.life.gate.is_none() && gate.is_some() {
                value.life.gate = gate;
                value.life.range.since = date;
            }
            value.was = was;
        }
    }
    find_cycles(cx, item, values);
}

fn kind(cx: &Cx<'_>, change: usize) -> Option<ChangeKind> {
    cx.changes.get(change).map(|change| change.kind)
}

/// A value that stands in must be older than the change.
fn check_age(cx: &mut Cx<'_>, text: &Text, change: usize, former: Option<&EnumValue>) {
    let Some(former) = former else { return };
    let (since, until) = (former.life.range.since, cx.date(change));
    if former.life.gate.is_some() && since >= until {
        let message = format!("`{}` was not sent before {until}", text.text);
        let finding = Finding::new(Code::NEWER_FORMER_VALUE, message)
            .at(text.span, "stands in here")
            .see(former.meta.origin, format!("is sent from {since} on"))
            .help("name a value that is older than the change");
        cx.sink.push(finding);
    }
}

fn find_cycles(cx: &mut Cx<'_>, item: &Item<raw::Enum>, values: &mut [EnumValue]) {
    for start in 0..values.len() {
        let mut at = start;
        for _ in 0..values.len() {
            let Some(next) = values.get(at).and_then(|value| value.was.first()) else { break };
            at = next.value;
            if at != start {
                continue;
            }
            let Some(value) = values.get_mut(start) else { break };
            let message = format!("`{}.{}` would stand in for itself", item.name.text, value.wire);
            let finding = Finding::new(Code::FORMER_CYCLE, message).at(value.meta.origin, "the circle begins here");
            cx.sink.push(finding.help("correct one of the `was` entries"));
            value.was.clear();
            break;
        }
    }
}

fn find(cx: &mut Cx<'_>, owner: &str, name: &Text, values: &[EnumValue]) -> Option<usize> {
    let found = values.iter().position(|value| value.wire == name.text);
    if found.is_none() {
        let finding = Finding::new(Code::UNKNOWN_VALUE, format!("`{owner}` has no value `{}`", name.text))
            .at(name.span, "not a value")
            .meant(&name.text, values.iter().map(|value| value.wire.as_str()), "name a value of this enum");
        cx.sink.push(finding);
    }
    found
}

fn answers(cx: &mut Cx<'_>, item: &Item<raw::Enum>, values: &[EnumValue]) -> Vec<Answers> {
    let mut answers: Vec<Answers> = Vec::new();
    for raw in &item.value.answers {
        let meta = cx.meta(&raw.value.meta, raw.name.span, Some(("answer", &raw.name.text)));
        let Some(rust) = names::field(&raw.name, None, cx.sink) else { continue };
        if let Some(first) = answers.iter().find(|other| other.rust == rust) {
            let finding = names::collision(&raw.name, first.meta.origin, &rust);
            cx.sink.push(finding);
            continue;
        }
        let mut indices = |names: &[Text]| -> Vec<(usize, Span)> {
            names.iter().filter_map(|name| Some((find(cx, &item.name.text, name, values)?, name.span))).collect()
        };
        let (yes, no) = (indices(&raw.value.yes), indices(&raw.value.no));
        for (at, span) in &no {
            if let Some((_, first)) = yes.iter().find(|(other, _)| other == at) {
                let finding = Finding::new(Code::ANSWERED_TWICE, "a value answers both yes and no")
                    .at(*span, "no here")
                    .see(*first, "yes here")
                    .help("remove it from one of the lists");
                cx.sink.push(finding);
            }
        }
        let plain = |list: Vec<(usize, Span)>| list.into_iter().map(|(at, _)| at).collect();
        answers.push(Answers { rust, yes: plain(yes), no: plain(no), meta });
    }
    answers
}
