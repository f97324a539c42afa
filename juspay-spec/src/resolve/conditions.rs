//! Conditions: their grammar, their paths, and the values they compare with.

use super::Cx;
use super::flat::flat_fields;
use super::type_expr::part_span;
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, Comparison, Condition, Object, Test, Type, TypeKind};
use crate::raw::{self, Item, Spec};
use crate::source::Span;
use crate::tree::Text;
use crate::version::VersionRange;

/// Longer paths than this are a slip.
const MAX_STEPS: usize = 16;

/// Reads a condition; paths are looked up later, when all types are known.
pub(super) fn parse(text: &Text, sink: &mut Sink) -> Option<Condition> {
    let mut tests = Vec::new();
    for part in text.text.split(" and ") {
        let Some(test) = test(part.trim()) else {
            let finding = Finding::new(Code::BAD_CONDITION, format!("`{}` is not a condition", text.text))
                .at(part_span(text, part), "this part cannot be read")
                .help("write path, path == VALUE, path != VALUE or path in [A, B], joined by `and`");
            sink.push(finding);
            return None;
        };
        tests.push(test);
    }
    Some(Condition { text: text.text.clone(), tests })
}

fn test(part: &str) -> Option<Test> {
    let test = |path: &str, comparison| {
        let path = path.trim();
        let fine = !path.is_empty() && !path.contains([' ', '=', '!', '<', '>', '[', ']', ',']);
        fine.then(|| Test { path: vec![path.to_owned()], comparison })
    };
    let value = |text: &str| {
        let text = text.trim();
        (!text.is_empty() && !text.contains(['=', '[', ']', ','])).then(|| vec![text.to_owned()])
    };
    if let Some((path, wanted)) = part.split_once("==") {
        return test(path, Comparison::In(value(wanted)?));
    }
    if let Some((path, wanted)) = part.split_once("!=") {
        return test(path, Comparison::NotIn(value(wanted)?));
    }
    if let Some((path, list)) = part.split_once(" in ") {
        let inner = list.trim().strip_prefix('[')?.strip_suffix(']')?;
        let values: Option<Vec<String>> = inner.split(',').map(|word| value(word)?.pop()).collect();
        return test(path, Comparison::In(values?));
    }
    test(part, Comparison::Present)
}

/// Looks up the paths of all conditions, and checks values and ages.
pub(super) fn resolve(cx: &mut Cx<'_>, api: &mut Api, spec: &Spec) {
    for (at, item) in spec.types.iter().enumerate() {
        let groups = item.value.include.iter().filter_map(|name| cx.groups.get(name.as_str()).copied());
        let shared = groups.flat_map(|group| group.value.fields.iter());
        let raw: Vec<&Item<raw::Field>> = item.value.fields.iter().chain(shared).collect();
        for field in raw.into_iter().filter(|field| field.value.when.is_some() || !field.value.hidden.is_empty()) {
            one(cx, api, at, field);
        }
    }
}

fn one(cx: &mut Cx<'_>, api: &mut Api, at: usize, raw: &Item<raw::Field>) {
    let Some(object) = api.types.get(at).and_then(|def| def.object()) else { return };
    let Some(index) = object.fields.iter().position(|field| field.meta.origin == raw.name.span) else { return };
    let Some(field) = object.fields.get(index) else { return };
    let walker = Walker { api, sink: cx.sink, guarded: field.life.range, origin: field.meta.origin };
    let when = match (&field.when, &raw.value.when) {
        (Some(condition), Some(text)) => walker.condition(condition, text, object),
        _ => None,
    };
    let walker = Walker { api, sink: cx.sink, guarded: VersionRange::ALL, origin: field.meta.origin };
    let item = field.ty.named().and_then(|id| api.types.get(id.0 as usize)).and_then(|def| def.object());
    let hidden = match (&field.hidden, raw.value.hidden.first(), item) {
        (Some(filter), Some((_, text)), Some(item)) => walker.condition(&filter.condition, text, item),
        _ => None,
    };
    let Some(TypeKind::Object(object)) = api.types.get_mut(at).map(|def| &mut def.kind) else { return };
    let Some(field) = object.fields.get_mut(index) else { return };
    field.when = when;
    match (hidden, field.hidden.take()) {
        (Some(condition), Some(filter)) => field.hidden = Some(crate::model::Filter { condition, ..filter }),
        (_, _) => field.hidden = None,
    }
}

struct Walker<'a> {
    api: &'a Api,
    sink: &'a mut Sink,
    guarded: VersionRange,
    origin: Span,
}

impl Walker<'_> {
    /// The condition with its paths as lists of wire names; `None` if one leads nowhere.
    fn condition(mut self, condition: &Condition, text: &Text, start: &Object) -> Option<Condition> {
        let tests: Vec<Option<Test>> = condition.tests.iter().map(|test| self.test(test, text, start)).collect();
        let tests: Option<Vec<Test>> = tests.into_iter().collect();
        Some(Condition { text: condition.text.clone(), tests: tests? })
    }

    fn test(&mut self, test: &Test, text: &Text, start: &Object) -> Option<Test> {
        let whole = test.path.first()?;
        let (mut object, mut rest, mut path) = (start, whole.as_str(), Vec::new());
        for _ in 0..MAX_STEPS {
            let flat = flat_fields(self.api, object);
            let leads = |wire: &str| rest == wire || rest.strip_prefix(wire).is_some_and(|tail| tail.starts_with('.'));
            let Some(step) = flat.iter().filter(|step| leads(&step.wire)).max_by_key(|step| step.wire.len()) else {
                let word = rest.split('.').next().unwrap_or(rest);
                let finding = Finding::new(Code::UNKNOWN_PATH, format!("the path `{whole}` leads nowhere"))
                    .at(part_span(text, word), format!("`{word}` is not a field here"))
                    .meant(word, flat.iter().map(|step| step.wire.as_str()), "name a field of the object it starts at");
                self.sink.push(finding);
                return None;
            };
            if !step.range.covers(self.guarded) {
                self.newer(text, &step.wire, step.range, step.field.meta.origin);
            }
            path.push(step.wire.clone());
            let ty = step.field.ty.clone();
            rest = rest.get(step.wire.len()..).unwrap_or_default();
            let Some(tail) = rest.strip_prefix('.') else {
                self.values(&test.comparison, text, &ty);
                return Some(Test { path, comparison: test.comparison.clone() });
            };
            rest = tail;
            let next = ty.named().and_then(|id| self.api.types.get(id.0 as usize)).and_then(|def| def.object());
            let Some(next) = next else {
                let finding = Finding::new(Code::UNKNOWN_PATH, format!("the path `{whole}` leads nowhere"))
                    .at(part_span(text, whole), "goes on behind a field that has no fields")
                    .help("end the path at that field");
                self.sink.push(finding);
                return None;
            };
            object = next;
        }
        None
    }

    fn newer(&mut self, text: &Text, wire: &str, range: VersionRange, there: Span) {
        let message = format!("the condition looks at `{wire}`, which does not exist in every version of the field");
        let finding = Finding::new(Code::NEWER_CONDITION, message)
            .at(part_span(text, wire), "could not be judged in some versions")
            .see(self.origin, format!("exists from {} on", self.guarded.since))
            .see(there, format!("exists from {} on", range.since))
            .help("gate the field later, or condition it on something older");
        self.sink.push(finding);
    }

    fn values(&mut self, comparison: &Comparison, text: &Text, ty: &Type) {
        let (Comparison::In(wanted) | Comparison::NotIn(wanted)) = comparison else { return };
        let values = ty.named().and_then(|id| self.api.types.get(id.0 as usize)).and_then(|def| def.as_enum());
        let Some(values) = values else { return };
        for value in wanted.iter().filter(|value| !values.values.iter().any(|known| known.wire == **value)) {
            let finding = Finding::new(Code::IMPOSSIBLE_VALUE, format!("the enum has no value `{value}`"))
                .at(part_span(text, value), "never equal")
                .meant(value, values.values.iter().map(|known| known.wire.as_str()), "add the value to the enum");
            self.sink.push(finding);
        }
    }
}
