//! Rules of version safety: nothing may refer to what is newer than itself.

use std::collections::HashSet;

use super::Cx;
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, Change, Field, Life, Presence, Type, TypeDef};
use crate::source::Span;
use crate::version::VersionRange;

/// Checks every reference between gated elements.
pub(super) fn check(cx: &mut Cx<'_>, api: &Api) {
    let mut rules = Rules { api, changes: &cx.changes, doubtful: &cx.doubtful, sink: cx.sink };
    for def in &api.types {
        rules.type_def(def);
    }
    for endpoint in &api.endpoints {
        let owner = Owner { life: &endpoint.life, origin: endpoint.meta.origin, name: &endpoint.name };
        for field in endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers) {
            rules.field(owner, field);
        }
        if let Some(body) = endpoint.body {
            rules.target(owner, "the body", endpoint.life.range, endpoint.meta.origin, &Type::Named(body.ty));
        }
        for response in &endpoint.responses {
            let status = response.status.to_string();
            let origin = response.meta.origin;
            let Some(range) = rules.lifetime(owner, &response.life, origin, &status) else { continue };
            rules.redundant(owner, &response.life, origin, &status);
            if let Some(body) = &response.body {
                rules.target(owner, &format!("response {status}"), range, origin, body);
            }
        }
    }
    let always = Life::default();
    for field in &api.headers {
        rules.field(Owner { life: &always, origin: field.meta.origin, name: "api" }, field);
    }
    if let Some(hooks) = &api.webhooks {
        let owner = Owner { life: &always, origin: hooks.meta.origin, name: "webhooks" };
        rules.target(owner, "the envelope", VersionRange::ALL, hooks.meta.origin, &Type::Named(hooks.envelope));
        for event in &hooks.events {
            if let Some(content) = event.content {
                rules.target(owner, &event.name, event.life.range, event.meta.origin, &Type::Named(content));
            }
        }
    }
}

/// What an element belongs to.
#[derive(Clone, Copy)]
struct Owner<'a> {
    life: &'a Life,
    origin: Span,
    name: &'a str,
}

struct Rules<'a> {
    api: &'a Api,
    changes: &'a [Change],
    doubtful: &'a HashSet<Span>,
    sink: &'a mut Sink,
}

impl Rules<'_> {
    fn type_def(&mut self, def: &TypeDef) {
        let owner = Owner { life: &def.life, origin: def.meta.origin, name: &def.name };
        if let Some(object) = def.object() {
            for field in &object.fields {
                self.field(owner, field);
                self.required_before_added(def, field);
            }
            if let Some(rest) = &object.rest {
                self.target(owner, "the rest", def.life.range, rest.meta.origin, &rest.ty);
            }
        }
        for value in def.as_enum().map(|values| values.values.iter()).into_iter().flatten() {
            if self.lifetime(owner, &value.life, value.meta.origin, &value.wire).is_some() {
                self.redundant(owner, &value.life, value.meta.origin, &value.wire);
            }
        }
    }

    fn field(&mut self, owner: Owner<'_>, field: &Field) {
        let name = if field.wire.is_empty() { &field.rust } else { &field.wire };
        let origin = field.meta.origin;
        let Some(range) = self.lifetime(owner, &field.life, origin, name) else { return };
        // The fields of a group serve types of different ages.
        if field.group.is_none() {
            self.redundant(owner, &field.life, origin, name);
        }
        self.target(owner, &format!("`{name}`"), range, origin, &field.ty);
    }

    /// A field of a gated type cannot be required from before the type existed.
    fn required_before_added(&mut self, def: &TypeDef, field: &Field) {
        let Presence::RequiredSince(change) = field.presence else { return };
        let Some(change) = self.changes.get(change) else { return };
        if self.is_doubtful(def.meta.origin) || change.version.is_base() || field.group.is_some() {
            return;
        }
        if field.life.gate.is_none() && def.life.gate.is_some() && change.version <= def.life.range.since {
            let finding = Finding::new(Code::REQUIRED_BEFORE_ADDED, "the field is required before its type exists")
                .at(field.meta.origin, format!("required from {} on", change.version))
                .see(def.meta.origin, format!("exists from {} on", def.life.range.since))
                .help("write the type without `?` and drop `required`");
            self.sink.push(finding);
        }
    }

    fn is_doubtful(&self, origin: Span) -> bool {
        self.doubtful.contains(&origin)
    }

    /// The versions in which an element exists; `None` if there are none, or if they are not known.
    fn lifetime(&mut self, owner: Owner<'_>, life: &Life, origin: Span, name: &str) -> Option<VersionRange> {
        if self.is_doubtful(origin) || self.is_doubtful(owner.origin) {
            return None;
        }
        let range = life.range.intersection(owner.life.range);
        if range.is_none() {
            let message = format!("`{name}` exists in no version of `{}`", owner.name);
            let finding = Finding::new(Code::OUTLIVES_OWNER, message)
                .at(origin, describe(life.range))
                .see(owner.origin, describe(owner.life.range))
                .help("correct one of the gates");
            self.sink.push(finding);
        }
        range
    }

    /// A gate that is not later than its owner's.
    fn redundant(&mut self, owner: Owner<'_>, life: &Life, origin: Span, name: &str) {
        let gated = life.gate.is_some() && owner.life.gate.is_some();
        if !gated || life.range.since > owner.life.range.since {
            return;
        }
        let message = format!("the gate of `{name}` says nothing new");
        let finding = Finding::new(Code::REDUNDANT_GATE, message)
            .at(origin, describe(life.range))
            .see(owner.origin, describe(owner.life.range))
            .help("drop the inner gate");
        self.sink.push(finding);
    }

    /// The type of an element must exist wherever the element does.
    fn target(&mut self, owner: Owner<'_>, name: &str, range: VersionRange, origin: Span, ty: &Type) {
        let Some(target) = ty.named().and_then(|id| self.api.types.get(id.0 as usize)) else { return };
        let doubtful = [origin, owner.origin, target.meta.origin].into_iter().any(|origin| self.is_doubtful(origin));
        if doubtful || target.life.range.covers(range) {
            return;
        }
        let message = format!("{name} is of type `{}`, which does not exist in every version of it", target.name);
        let finding = Finding::new(Code::NEWER_TYPE, message)
            .at(origin, describe(range))
            .see(target.meta.origin, describe(target.life.range))
            .help("gate the element like the type, or the type like the element");
        self.sink.push(finding);
    }
}

/// A range in words.
pub(super) fn describe(range: VersionRange) -> String {
    match (range.since.is_base(), range.until) {
        (true, None) => "exists in every version".to_owned(),
        (true, Some(until)) => format!("exists until {until}"),
        (false, None) => format!("exists from {} on", range.since),
        (false, Some(until)) => format!("exists from {} until {until}", range.since),
    }
}
