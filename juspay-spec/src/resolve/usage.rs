//! What depends on where a type is used: what is declared and never used, and values that older answers cannot have.

use super::Cx;
use crate::diagnostic::{Code, Finding};
use crate::model::{Api, ChangeKind, Endpoint, EnumValue, Type, TypeDef, TypeId};
use crate::raw::Spec;

/// Reports unused changes, types and groups, and values that came with a change and replaced nothing.
pub(super) fn check(cx: &mut Cx<'_>, api: &Api, spec: &Spec) {
    for change in &cx.changes {
        let needs_use = !matches!(change.kind, ChangeKind::Doc | ChangeKind::Unresolved);
        if needs_use && change.uses.is_empty() {
            let finding = Finding::new(Code::UNUSED_CHANGE, format!("nothing refers to the change `{}`", change.name))
                .at(change.meta.origin, format!("of kind `{}`", change.kind.as_str()))
                .help("put it on what it brings, or make it `doc` or `unresolved`");
            cx.sink.push(finding);
        }
    }
    for group in spec.groups.iter().filter(|group| !cx.used_groups.contains(group.name.as_str())) {
        let finding = Finding::new(Code::UNUSED_GROUP, format!("nothing includes the group `{}`", group.name.text));
        cx.sink.push(finding.at(group.name.span, "unused").help("include it or remove it"));
    }
    let answered = reachable(api, answers(api));
    let reached = reachable(api, answers(api).chain(requests(api)));
    let is_among = |reached: &[bool], def: &TypeDef| reached.get(def.id.0 as usize).copied().unwrap_or(true);
    for def in api.types.iter().filter(|def| !def.stub) {
        if !is_among(&reached, def) {
            let finding = Finding::new(Code::UNUSED_TYPE, format!("no endpoint or webhook reaches `{}`", def.name));
            cx.sink.push(finding.at(def.meta.origin, "unused").help("use it or remove it"));
        }
        if is_among(&answered, def) {
            for value in def.as_enum().iter().flat_map(|values| &values.values) {
                without_former(cx, def, value);
            }
        }
    }
}

/// An older version sent something of what a newer value stands for: another value, or there was nothing to send.
fn without_former(cx: &mut Cx<'_>, def: &TypeDef, value: &EnumValue) {
    let gate = value.life.gate.and_then(|gate| cx.changes.get(gate));
    let told = !value.was.is_empty() || value.meta.note.is_some() || cx.doubtful.contains(&value.meta.origin);
    if let (Some(change), false) = (gate, told) {
        let message = format!("nothing says what was sent in place of `{}.{}` before", def.name, value.wire);
        let finding = Finding::new(Code::VALUE_WITHOUT_FORMER, message)
            .at(value.meta.origin, format!("sent from {} on", change.version))
            .help(format!("write `was: {{{}: FORMER}}`, or why nothing was, as a `note`", change.name));
        cx.sink.push(finding);
    }
}

/// Types of what the API sends.
fn answers(api: &Api) -> impl Iterator<Item = TypeId> {
    let bodies = api.endpoints.iter().flat_map(|endpoint| &endpoint.responses);
    let bodies = bodies.filter_map(|response| response.body.as_ref()).filter_map(Type::named);
    let failures = api.failures.iter().map(|failure| failure.ty);
    let events = api.webhooks.iter().flat_map(|hooks| hooks.events.iter().filter_map(|event| event.content));
    let envelope = api.webhooks.iter().map(|hooks| hooks.envelope);
    bodies.chain(failures).chain(events).chain(envelope)
}

/// Types of what callers send.
fn requests(api: &Api) -> impl Iterator<Item = TypeId> {
    let parameters = |endpoint: &'_ Endpoint| {
        let fields = endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers);
        fields.filter_map(|field| field.ty.named()).collect::<Vec<_>>()
    };
    let bodies = api.endpoints.iter().filter_map(|endpoint| Some(endpoint.body?.ty));
    let headers = api.headers.iter().filter_map(|field| field.ty.named());
    api.endpoints.iter().flat_map(parameters).chain(bodies).chain(headers)
}

/// Which types can be reached from these.
fn reachable(api: &Api, from: impl Iterator<Item = TypeId>) -> Vec<bool> {
    let mut open: Vec<TypeId> = from.collect();
    let mut reached = vec![false; api.types.len()];
    while let Some(id) = open.pop() {
        let Some(seen) = reached.get_mut(id.0 as usize).filter(|seen| !**seen) else { continue };
        *seen = true;
        let Some(object) = api.types.get(id.0 as usize).and_then(|def| def.object()) else { continue };
        open.extend(object.fields.iter().filter_map(|field| field.ty.named()));
        open.extend(object.rest.iter().filter_map(|rest| rest.ty.named()));
    }
    reached
}
