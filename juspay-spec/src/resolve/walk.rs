//! Walking the paths of conditions through the types.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::conditions;
use super::flat::{flat_fields, is_doubtful};
use super::type_expr::part_span;
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, Change, Object, Test, Type, TypeId};
use crate::source::Span;
use crate::tree::Text;
use crate::version::{ApiVersion, VersionRange};

/// Where a path starts.
#[derive(Clone, Copy)]
pub(super) enum Start {
    /// At a type, by its index: what it holds is indexed once.
    Type(usize),
    /// At parameters.
    Parameters,
}

/// A field that a path may step to.
struct Step {
    range: VersionRange,
    ty: Type,
    origin: Span,
    /// Whether it, or a flattened object that leads to it, could not be understood.
    doubtful: bool,
}

/// The fields of an object as they stand on the wire.
type Steps = HashMap<String, Vec<Step>>;

/// Looks up paths, and remembers what it has indexed.
pub(super) struct Walker<'a> {
    api: &'a Api,
    doubtful: &'a HashSet<Span>,
    changes: &'a [Change],
    sink: &'a mut Sink,
    steps: HashMap<usize, Rc<Steps>>,
}

/// What a condition guards.
#[derive(Clone, Copy)]
pub(super) struct Guarded {
    /// The place of the field.
    pub(super) origin: Span,
    /// The versions in which the condition is judged.
    pub(super) range: VersionRange,
    /// Whether it may name values that are newer: items that a list hides often are hidden because of them.
    pub(super) newer_values: bool,
}

impl<'a> Walker<'a> {
    pub(super) fn new(api: &'a Api, doubtful: &'a HashSet<Span>, changes: &'a [Change], sink: &'a mut Sink) -> Self {
        Self { api, doubtful, changes, sink, steps: HashMap::new() }
    }

    /// How many errors there are by now.
    pub(super) fn errors_so_far(&self) -> usize {
        self.sink.errors_so_far()
    }

    /// The object of this id.
    pub(super) fn object(&self, id: TypeId) -> Option<&'a Object> {
        self.api.types.get(id.0 as usize)?.object()
    }

    /// The date of a change, if it is known.
    pub(super) fn date(&self, change: usize) -> Option<ApiVersion> {
        self.changes.get(change).map(|change| change.version).filter(|date| !date.is_base())
    }

    /// The tests of a condition with their paths as lists of wire names; `None` if one leads nowhere.
    pub(super) fn tests(&mut self, text: &Text, start: Start, object: &Object, guarded: Guarded) -> Option<Vec<Test>> {
        let steps = self.steps(start, object);
        let tests: Vec<Option<Test>> =
            conditions::parts(text).map(|part| self.test(&part, text, (start, &steps), guarded)).collect();
        tests.into_iter().collect()
    }

    fn steps(&mut self, start: Start, object: &Object) -> Rc<Steps> {
        let known = match start {
            Start::Type(at) => self.steps.get(&at).cloned(),
            Start::Parameters => None,
        };
        known.unwrap_or_else(|| {
            let steps = Rc::new(self.index(object));
            if let Start::Type(at) = start {
                self.steps.insert(at, Rc::clone(&steps));
            }
            steps
        })
    }

    fn index(&self, object: &Object) -> Steps {
        let mut steps = Steps::new();
        for flat in flat_fields(self.api, object) {
            let mut leading = flat.through.iter().copied().chain([flat.field]);
            steps.entry(flat.wire).or_default().push(Step {
                range: flat.range,
                ty: flat.field.ty.clone(),
                origin: flat.field.meta.origin,
                doubtful: leading.any(|field| self.doubtful.contains(&field.meta.origin)),
            });
        }
        steps
    }

    fn test(
        &mut self,
        part: &conditions::Part<'_>,
        text: &Text,
        (mut start, steps): (Start, &Rc<Steps>),
        guarded: Guarded,
    ) -> Option<Test> {
        let (mut steps, mut rest, mut path) = (Rc::clone(steps), part.path, Vec::new());
        loop {
            let Some((wire, found)) = longest(&steps, rest) else {
                self.nowhere(part.path, rest, text, start, &steps);
                return None;
            };
            // A retyped field is several; the newest stands first.
            let step = found.first()?;
            self.check_age(text, wire, found, guarded);
            path.push(wire.to_owned());
            rest = rest.get(wire.len()..).unwrap_or_default();
            let Some(tail) = rest.strip_prefix('.') else {
                self.check_values(part, text, &step.ty, guarded);
                return Some(Test { path, comparison: part.comparison() });
            };
            rest = tail;
            let next = step.ty.named().and_then(|id| Some((id, self.object(id)?)));
            let Some((id, next)) = next else {
                if !step.doubtful {
                    let finding = Finding::new(Code::UNKNOWN_PATH, format!("the path `{}` leads nowhere", part.path))
                        .at(part_span(text, rest), format!("goes on behind `{wire}`, which has no fields"))
                        .see(step.origin, "declared here")
                        .help("end the path at that field");
                    self.sink.push(finding);
                }
                return None;
            };
            start = Start::Type(id.0 as usize);
            steps = self.steps(start, next);
        }
    }

    /// Nothing of this name is here; silent if something here could not be understood.
    fn nowhere(&mut self, path: &str, rest: &str, text: &Text, start: Start, steps: &Steps) {
        let owner = match start {
            Start::Type(at) => self.api.types.get(at),
            Start::Parameters => None,
        };
        if owner.is_some_and(|def| is_doubtful(self.api, self.doubtful, def)) {
            return;
        }
        let word = rest.split('.').next().unwrap_or(rest);
        let here = owner
            .map_or_else(|| "not another parameter here".to_owned(), |def| format!("not a field of `{}`", def.name));
        let finding = Finding::new(Code::UNKNOWN_PATH, format!("the path `{path}` leads nowhere"))
            .at(part_span(text, word), here);
        self.sink.push_meant(
            finding,
            word,
            steps.keys().map(String::as_str),
            "name a field of the object it starts at",
        );
    }

    /// What a condition looks at must exist wherever the condition is judged.
    fn check_age(&mut self, text: &Text, wire: &str, found: &[Step], guarded: Guarded) {
        let doubtful = self.doubtful.contains(&guarded.origin) || found.iter().any(|step| step.doubtful);
        let Some(step) = found.first() else { return };
        if doubtful || covered(found, guarded.range) {
            return;
        }
        let message = format!("the condition looks at `{wire}`, which does not exist in every version of the field");
        let finding = Finding::new(Code::NEWER_CONDITION, message)
            .at(part_span(text, wire), "cannot be judged in some versions")
            .see(guarded.origin, super::safety::describe(guarded.range))
            .see(step.origin, super::safety::describe(step.range))
            .help("gate the field like what it depends on, or condition it on something older");
        self.sink.push(finding);
    }

    fn check_values(&mut self, part: &conditions::Part<'_>, text: &Text, ty: &Type, guarded: Guarded) {
        let Some(def) = ty.named().and_then(|id| self.api.types.get(id.0 as usize)) else { return };
        let Some(known) = def.as_enum().filter(|_| !self.doubtful.contains(&def.meta.origin)) else { return };
        let mut found = Vec::new();
        for &wanted in &part.values {
            if let Some(value) = known.values.iter().find(|value| value.wire == wanted) {
                found.push(value);
                continue;
            }
            let message = format!("`{}` has no value `{wanted}`", def.name);
            let finding = Finding::new(Code::IMPOSSIBLE_VALUE, message)
                .at(part_span(text, wanted), "never equal")
                .see(def.meta.origin, "the enum");
            self.sink.push_meant(
                finding,
                wanted,
                known.values.iter().map(|value| value.wire.as_str()),
                "add it to the enum",
            );
        }
        let sent = |value: &&crate::model::EnumValue| {
            value.life.range.covers(guarded.range) || self.doubtful.contains(&value.meta.origin)
        };
        if guarded.newer_values
            || found.len() < part.values.len()
            || found.iter().any(sent)
            || self.doubtful.contains(&guarded.origin)
        {
            return;
        }
        if let (Some(value), Some(wanted)) = (found.first(), part.values.first()) {
            let message =
                format!("the condition compares with `{wanted}`, which is not sent in every version of the field");
            let finding = Finding::new(Code::NEWER_VALUE, message)
                .at(part_span(text, wanted), "cannot hold in some versions")
                .see(guarded.origin, super::safety::describe(guarded.range))
                .see(value.meta.origin, super::safety::describe(value.life.range))
                .help("gate the field like the value, or compare with a value that is as old");
            self.sink.push(finding);
        }
    }
}

/// The field with the longest name that the path begins with: names may hold dots themselves.
fn longest<'p, 's>(steps: &'s Steps, path: &'p str) -> Option<(&'p str, &'s [Step])> {
    let ends = std::iter::once(path.len()).chain(path.rmatch_indices('.').map(|(at, _)| at));
    let names = ends.filter_map(|end| path.get(..end));
    names.into_iter().find_map(|name| Some((name, steps.get(name)?.as_slice())))
}

/// Whether these fields of one name together exist in every version of the range.
fn covered(found: &[Step], range: VersionRange) -> bool {
    let mut ranges: Vec<VersionRange> = found.iter().map(|step| step.range).collect();
    ranges.sort_by_key(|range| range.since);
    let mut from = range.since;
    for step in ranges {
        if step.since > from {
            return false;
        }
        match step.until {
            None => return true,
            Some(until) => from = from.max(until),
        }
        if range.until.is_some_and(|until| until <= from) {
            return true;
        }
    }
    false
}
