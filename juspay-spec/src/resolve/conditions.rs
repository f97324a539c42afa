//! Conditions: their grammar, and their paths through the types.

use std::collections::HashMap;

use super::Cx;
use super::type_expr::part_span;
use super::walk::{Guarded, Start, Walker};
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, Comparison, Condition, Field, Filter, Object, Test, TypeKind};
use crate::raw::{self, Item, Spec};
use crate::source::Span;
use crate::tree::Text;
use crate::version::VersionRange;

/// Longer paths than this are slips.
const MAX_PATH: usize = 500;

/// One test of a condition as it is written.
pub(super) struct Part<'t> {
    pub(super) path: &'t str,
    pub(super) negated: bool,
    /// What is compared with; nothing if the path alone is asked for.
    pub(super) values: Vec<&'t str>,
}

/// Reads a condition; paths are looked up later, when all types are known.
pub(super) fn parse(text: &Text, sink: &mut Sink) -> Option<Condition> {
    let mut tests = Vec::new();
    for part in text.text.split(" and ") {
        let Some(part) = read(part.trim()) else {
            let finding = Finding::new(Code::BAD_CONDITION, format!("`{}` is not a condition", text.text))
                .at(part_span(text, part.trim()), "this part cannot be read")
                .help("write path, path == VALUE, path != VALUE or path in [A, B], joined by `and`");
            sink.push(finding);
            return None;
        };
        tests.push(Test { path: vec![part.path.to_owned()], comparison: part.comparison() });
    }
    Some(Condition { text: text.text.clone(), tests })
}

/// The parts of a condition that `parse` has read.
pub(super) fn parts(text: &Text) -> impl Iterator<Item = Part<'_>> {
    text.text.split(" and ").filter_map(|part| read(part.trim()))
}

impl Part<'_> {
    /// What is asked of the value at the end of the path.
    pub(super) fn comparison(&self) -> Comparison {
        let values = self.values.iter().map(|&value| value.to_owned()).collect();
        match (self.values.is_empty(), self.negated) {
            (true, _) => Comparison::Present,
            (false, false) => Comparison::In(values),
            (false, true) => Comparison::NotIn(values),
        }
    }
}

fn read(part: &str) -> Option<Part<'_>> {
    if let Some((path, wanted)) = part.split_once("==") {
        return Some(Part { path: path_of(path)?, negated: false, values: vec![value(wanted)?] });
    }
    if let Some((path, wanted)) = part.split_once("!=") {
        return Some(Part { path: path_of(path)?, negated: true, values: vec![value(wanted)?] });
    }
    if let Some((path, list)) = part.split_once(" in ") {
        let inner = list.trim().strip_prefix('[')?.strip_suffix(']')?;
        let values: Option<Vec<&str>> = inner.split(',').map(value).collect();
        return Some(Part { path: path_of(path)?, negated: false, values: values? });
    }
    Some(Part { path: path_of(part)?, negated: false, values: Vec::new() })
}

fn path_of(text: &str) -> Option<&str> {
    let path = text.trim();
    let fine = !path.is_empty()
        && path.len() <= MAX_PATH
        && !path.contains(|c: char| c.is_whitespace() || "=!<>[],".contains(c))
        && path.split('.').all(|step| !step.is_empty());
    fine.then_some(path)
}

fn value(text: &str) -> Option<&str> {
    let value = text.trim();
    (!value.is_empty() && !value.contains(['=', '[', ']', ','])).then_some(value)
}

/// Conditions of one field by the place of its key, as they are written.
type Written<'s> = HashMap<Span, &'s raw::Field>;

/// Looks up the paths of all conditions, and checks values and ages.
pub(super) fn resolve(cx: &mut Cx<'_>, api: &mut Api, spec: &Spec) {
    let mut changed: Vec<(usize, usize, Looked)> = Vec::new();
    let mut walker = Walker::new(api, &cx.doubtful, &cx.changes, cx.sink);
    let shared: Written<'_> = written(spec.groups.iter().flat_map(|group| &group.value.fields));
    for ((def, item), at) in api.types.iter().zip(&spec.types).zip(0..) {
        let (Some(object), own) = (def.object(), written(&item.value.fields)) else { continue };
        for (field, index) in object.fields.iter().zip(0..).filter(|(field, _)| conditional(field)) {
            let Some(raw) = own.get(&field.meta.origin).or_else(|| shared.get(&field.meta.origin)) else { continue };
            let looked = field_conditions(&mut walker, (Start::Type(at), object), def.life.range, field, raw);
            changed.push((at, index, looked));
        }
    }
    let parameters = parameters(&mut walker, api, spec);
    for (at, index, looked) in changed {
        let Some(def) = api.types.get_mut(at) else { continue };
        let TypeKind::Object(object) = &mut def.kind else { continue };
        let Some(field) = object.fields.get_mut(index) else { continue };
        def.stub |= looked.broken;
        field.when = looked.when;
        field.hidden = looked.hidden;
    }
    for ((endpoint, list, index), looked) in parameters {
        let fields = match (api.endpoints.get_mut(endpoint), list) {
            (Some(endpoint), 0) => &mut endpoint.path_params,
            (Some(endpoint), 1) => &mut endpoint.query,
            (Some(endpoint), _) => &mut endpoint.headers,
            (None, _) => &mut api.headers,
        };
        if let Some(field) = fields.get_mut(index) {
            field.when = looked.when;
            field.hidden = looked.hidden;
        }
    }
}

fn conditional(field: &Field) -> bool {
    field.when.is_some() || field.hidden.is_some()
}

fn written<'s>(fields: impl IntoIterator<Item = &'s Item<raw::Field>>) -> Written<'s> {
    let conditional = |raw: &raw::Field| raw.when.is_some() || !raw.hidden.is_empty();
    let fields = fields.into_iter().filter(|item| conditional(&item.value));
    fields.map(|item| (item.name.span, &item.value)).collect()
}

/// The conditions of one field after they were looked up.
struct Looked {
    when: Option<Condition>,
    hidden: Option<Filter>,
    /// Whether something was wrong.
    broken: bool,
}

fn field_conditions(
    walker: &mut Walker<'_>,
    (start, object): (Start, &Object),
    owner: VersionRange,
    field: &Field,
    raw: &raw::Field,
) -> Looked {
    let before = walker.errors_so_far();
    let range = field.life.range.intersection(owner).unwrap_or(field.life.range);
    let guarded = Guarded { origin: field.meta.origin, range, newer_values: false };
    let when = field.when.as_ref().zip(raw.when.as_ref()).and_then(|(condition, text)| {
        let tests = walker.tests(text, start, object, guarded)?;
        Some(Condition { text: condition.text.clone(), tests })
    });
    let hidden = field.hidden.as_ref().zip(raw.hidden.first()).and_then(|(filter, (_, text))| {
        let id = field.ty.named()?;
        let item = walker.object(id)?;
        // Nothing is hidden from the change on, so nothing is judged there.
        let before = VersionRange { until: walker.date(filter.change), ..VersionRange::ALL };
        let range = range.intersection(before).unwrap_or(range);
        let tests =
            walker.tests(text, Start::Type(id.0 as usize), item, Guarded { range, newer_values: true, ..guarded })?;
        let condition = Condition { text: filter.condition.text.clone(), tests };
        Some(Filter { change: filter.change, condition })
    });
    Looked { when, hidden, broken: walker.errors_so_far() > before }
}

/// Conditions of parameters look at the other parameters of the same kind.
fn parameters(walker: &mut Walker<'_>, api: &Api, spec: &Spec) -> Vec<((usize, usize, usize), Looked)> {
    let raw = spec.endpoints.iter().flat_map(|item| [&item.value.path, &item.value.query, &item.value.headers]);
    let written = written(raw.chain(spec.api.iter().map(|api| &api.headers)).flatten());
    let mut found = Vec::new();
    let mut list = |fields: &[Field], owner: VersionRange, endpoint: usize, list: usize| {
        if !fields.iter().any(conditional) {
            return;
        }
        let siblings = Object { fields: fields.to_vec(), ..Object::default() };
        for (field, index) in fields.iter().zip(0..).filter(|(field, _)| conditional(field)) {
            let Some(raw) = written.get(&field.meta.origin) else { continue };
            let looked = field_conditions(walker, (Start::Parameters, &siblings), owner, field, raw);
            found.push(((endpoint, list, index), looked));
        }
    };
    for (endpoint, at) in api.endpoints.iter().zip(0..) {
        list(&endpoint.path_params, endpoint.life.range, at, 0);
        list(&endpoint.query, endpoint.life.range, at, 1);
        list(&endpoint.headers, endpoint.life.range, at, 2);
    }
    list(&api.headers, VersionRange::ALL, usize::MAX, 3);
    found
}
