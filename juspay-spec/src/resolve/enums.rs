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
    let life = cx.life(&raw.life, &[ChangeKind::Added], &item.name.text, item.name.span);
    if item.broken {
        cx.doubtful.insert(item.name.span);
    }
    let rust = names::type_name(&item.name, raw.rust.as_ref(), cx.sink);
    if raw.values.is_empty() && !item.broken {
        let finding = Finding::new(Code::NO_VALUES, format!("the enum `{}` has no values", item.name.text));
        cx.sink.push(finding.at(item.name.span, "without values").help("list its values, or use `string`"));
    }
    let mut values = values(cx, item);
    let index: HashMap<&str, usize> =
        item.value.values.iter().zip(0..).map(|(raw, at)| (raw.name.as_str(), at)).collect();
    former_values(cx, item, &mut values, &index);
    let answers = answers(cx, item, &index);
    let word = raw.list.as_ref().map(Text::as_str);
    let grade = Grade::WORDS.iter().find(|(known, _)| Some(*known) == word).map_or(Grade::Known, |(_, grade)| *grade);
    TypeDef {
        id,
        name: item.name.text.clone(),
        rust: rust.unwrap_or_else(|| names::stand_in("Type", item.name.span)),
        module: cx.module_of.get(&item.file).copied().unwrap_or(0),
        kind: TypeKind::Enum(Enum { grade, values, answers }),
        life,
        stub: item.broken || cx.sink.errors_so_far() > before,
        meta,
    }
}

/// The values, one for each entry.
fn values(cx: &mut Cx<'_>, item: &Item<raw::Enum>) -> Vec<EnumValue> {
    let mut taken: HashMap<String, Span> = HashMap::new();
    let mut values = Vec::new();
    for value in &item.value.values {
        let origin = value.name.span;
        let path = format!("{}.{}", item.name.text, value.name.text);
        let meta = cx.meta(&value.value.meta, origin, None);
        let life = cx.life(&value.value.life, &[ChangeKind::Value], &path, origin);
        if value.broken {
            cx.doubtful.insert(origin);
        }
        let rust = names::variant(&value.name, value.value.rust.as_ref(), cx.sink);
        let mut rust = rust.unwrap_or_else(|| names::stand_in("Value", origin));
        if let Some(first) = taken.get(&rust) {
            cx.sink.push(names::collision(&value.name, *first, &rust));
            rust = names::free(&rust, &taken);
        }
        taken.insert(rust.clone(), origin);
        values.push(EnumValue { wire: value.name.text.clone(), rust, id: value.value.id, life, was: Vec::new(), meta });
    }
    values
}

/// Resolves `was`: what stood in for a value before a change.
fn former_values(cx: &mut Cx<'_>, item: &Item<raw::Enum>, values: &mut [EnumValue], index: &HashMap<&str, usize>) {
    let mut ages: Vec<(&Text, usize, usize)> = Vec::new();
    for (raw, own) in item.value.values.iter().zip(0..) {
        let path = format!("{}.{}", item.name.text, raw.name.text);
        let mut was = Vec::new();
        for (change, former) in &raw.value.was {
            let change_at = cx.use_change(change, "was", &[ChangeKind::Value, ChangeKind::Remap], &path);
            let value_at = find(cx, item, former, index);
            if let (Some(change), Some(value)) = (change_at, value_at) {
                ages.push((former, change, value));
                was.push(Former { change, value });
            } else {
                cx.doubtful.insert(raw.name.span);
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
    // Only now is it known from when on each value is sent.
    for (former, change, value) in ages {
        check_age(cx, former, change, values.get(value));
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
    let dated = !until.is_base() && !cx.doubtful.contains(&former.meta.origin);
    if dated && former.life.gate.is_some() && since >= until {
        let message = format!("`{}` was not sent before {until}", text.text);
        let finding = Finding::new(Code::NEWER_FORMER_VALUE, message)
            .at(text.span, "stands in here")
            .see(former.meta.origin, format!("is sent from {since} on"))
            .help("name a value that is older than the change");
        cx.sink.push(finding);
    }
}

/// More dates than this in one enum are not walked through when circles are looked for.
const MAX_DATES: usize = 256;

/// Going back from any version, a value must not stand in for itself.
fn find_cycles(cx: &mut Cx<'_>, item: &Item<raw::Enum>, values: &mut [EnumValue]) {
    let was = values.iter().flat_map(|value| &value.was).map(|former| cx.date(former.change));
    let mut dates: Vec<ApiVersion> = was.filter(|date| !date.is_base()).collect();
    dates.sort_unstable();
    dates.dedup();
    for date in dates.into_iter().take(MAX_DATES) {
        // What each value is sent as just before the date.
        let next: Vec<Option<usize>> = values.iter().map(|value| sent_as(cx, value, date)).collect();
        for start in circles(&next) {
            let Some(value) = values.get_mut(start) else { continue };
            let message = format!("`{}.{}` would stand in for itself", item.name.text, value.wire);
            let finding = Finding::new(Code::FORMER_CYCLE, message)
                .at(value.meta.origin, format!("in the versions before {date}"))
                .help("correct one of the `was` entries");
            cx.sink.push(finding);
            value.was.clear();
        }
    }
}

/// The value sent in place of this one just before the date: that of the first change from the date on.
fn sent_as(cx: &Cx<'_>, value: &EnumValue, date: ApiVersion) -> Option<usize> {
    let later = value.was.iter().filter(|former| cx.date(former.change) >= date);
    later.min_by_key(|former| cx.date(former.change)).map(|former| former.value)
}

/// One value of each circle.
fn circles(next: &[Option<usize>]) -> Vec<usize> {
    let mut circles = Vec::new();
    let mut round = vec![0; next.len()];
    for (start, number) in (0..next.len()).zip(1..) {
        let mut at = start;
        while let Some(seen) = round.get_mut(at).filter(|seen| **seen == 0) {
            *seen = number;
            let Some(further) = next.get(at).copied().flatten() else { break };
            at = further;
            if round.get(at) == Some(&number) {
                circles.push(at);
            }
        }
    }
    circles
}

fn find(cx: &mut Cx<'_>, item: &Item<raw::Enum>, name: &Text, index: &HashMap<&str, usize>) -> Option<usize> {
    let found = index.get(name.as_str()).copied();
    if found.is_none() && !cx.doubtful.contains(&item.name.span) {
        let finding = Finding::new(Code::UNKNOWN_VALUE, format!("`{}` has no value `{}`", item.name.text, name.text))
            .at(name.span, "not a value");
        cx.sink.push_meant(finding, &name.text, index.keys().copied(), "name a value of this enum");
    }
    found
}

fn answers(cx: &mut Cx<'_>, item: &Item<raw::Enum>, index: &HashMap<&str, usize>) -> Vec<Answers> {
    let mut answers: Vec<Answers> = Vec::new();
    let mut taken: HashMap<String, Span> = HashMap::new();
    for raw in &item.value.answers {
        let meta = cx.meta(&raw.value.meta, raw.name.span, Some(("answer", &raw.name.text)));
        let Some(rust) = names::field(&raw.name, None, cx.sink) else { continue };
        if let Some(first) = taken.get(&rust) {
            cx.sink.push(names::collision(&raw.name, *first, &rust));
            continue;
        }
        taken.insert(rust.clone(), raw.name.span);
        let mut indices = |names: &[Text]| -> Vec<(usize, Span)> {
            names.iter().filter_map(|name| Some((find(cx, item, name, index)?, name.span))).collect()
        };
        let (yes, no) = (indices(&raw.value.yes), indices(&raw.value.no));
        let first_yes: HashMap<usize, Span> = yes.iter().copied().collect();
        for (at, span) in &no {
            if let Some(first) = first_yes.get(at) {
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
