//! Rules of version safety: nothing may refer to what is newer than itself.

use super::flat::flat_fields;
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, Change, Field, Life, Type, TypeDef};
use crate::source::Span;
use crate::version::VersionRange;

/// Checks every reference between gated elements.
pub(super) fn check(api: &Api, changes: &[Change], sink: &mut Sink) {
    let mut rules = Rules { api, changes, sink };
    for def in &api.types {
        rules.type_def(def);
    }
    for endpoint in &api.endpoints {
        let owner = (&endpoint.life, endpoint.meta.origin, endpoint.name.as_str());
        let parameters = endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers);
        for field in parameters {
            rules.element(owner, &field.life, field.meta.origin, &field.wire, Some(&field.ty));
        }
        if let Some(body) = endpoint.body {
            rules.element(owner, &Life::default(), endpoint.meta.origin, "body", Some(&Type::Named(body.ty)));
        }
        for response in &endpoint.responses {
            let status = response.status.to_string();
            rules.element(owner, &response.life, response.meta.origin, &status, response.body.as_ref());
        }
    }
    for event in api.webhooks.iter().flat_map(|hooks| &hooks.events) {
        let content = event.content.map(Type::Named);
        let all = (&Life::default(), event.meta.origin, "webhooks");
        rules.element(all, &event.life, event.meta.origin, &event.name, content.as_ref());
    }
}

struct Rules<'a> {
    api: &'a Api,
    changes: &'a [Change],
    sink: &'a mut Sink,
}

impl Rules<'_> {
    fn type_def(&mut self, def: &TypeDef) {
        let owner = (&def.life, def.meta.origin, def.name.as_str());
        if let Some(object) = def.object() {
            for field in &object.fields {
                self.element(owner, &field.life, field.meta.origin, &field.wire, Some(&field.ty));
            }
            self.required_before_added(def, object.fields.iter());
            for flat in flat_fields(self.api, object).iter().filter(|flat| !flat.through.is_empty()) {
                debug_assert!(flat.wire.starts_with(&flat.prefix), "flattened names carry their prefix");
            }
        }
        if let Some(values) = def.as_enum() {
            for value in &values.values {
                self.element(owner, &value.life, value.meta.origin, &value.wire, None);
            }
        }
    }

    /// A field of a gated type cannot be required from before the type existed.
    fn required_before_added<'f>(&mut self, def: &TypeDef, fields: impl Iterator<Item = &'f Field>) {
        for field in fields {
            let crate::model::Presence::RequiredSince(change) = field.presence else { continue };
            let Some(change) = self.changes.get(change) else { continue };
            if field.life.gate.is_none() && def.life.gate.is_some() && change.version <= def.life.range.since {
                let finding = Finding::new(Code::REQUIRED_BEFORE_ADDED, "the field is required before its type exists")
                    .at(field.meta.origin, format!("required from {} on", change.version))
                    .see(def.meta.origin, format!("exists from {} on", def.life.range.since))
                    .help("write the type without `?` and drop `required`");
                self.sink.push(finding);
            }
        }
    }

    fn element(&mut self, owner: (&Life, Span, &str), life: &Life, origin: Span, name: &str, ty: Option<&Type>) {
        let (owner_life, owner_origin, owner_name) = owner;
        let Some(range) = life.range.intersection(owner_life.range) else {
            let finding =
                Finding::new(Code::OUTLIVES_OWNER, format!("`{name}` exists in no version of `{owner_name}`"))
                    .at(origin, describe(life.range))
                    .see(owner_origin, describe(owner_life.range))
                    .help("correct one of the gates");
            self.sink.push(finding);
            return;
        };
        if life.gate.is_some() && owner_life.gate.is_some() && life.range.since <= owner_life.range.since {
            let finding = Finding::new(Code::REDUNDANT_GATE, format!("the gate of `{name}` says nothing new"))
                .at(origin, describe(life.range))
                .see(owner_origin, describe(owner_life.range))
                .help("drop the inner gate");
            self.sink.push(finding);
        }
        let target = ty.and_then(Type::named).and_then(|id| self.api.types.get(id.0 as usize));
        if let Some(target) = target
            && !target.life.range.covers(range)
        {
            let message = format!("`{name}` is of type `{}`, which does not exist in every version of it", target.name);
            let finding = Finding::new(Code::NEWER_TYPE, message)
                .at(origin, describe(range))
                .see(target.meta.origin, describe(target.life.range))
                .help("gate the element like the type, or the type like the element");
            self.sink.push(finding);
        }
    }
}

fn describe(range: VersionRange) -> String {
    match (range.since.is_base(), range.until) {
        (true, None) => "exists in every version".to_owned(),
        (true, Some(until)) => format!("exists until {until}"),
        (false, None) => format!("exists from {} on", range.since),
        (false, Some(until)) => format!("exists from {} until {until}", range.since),
    }
}
