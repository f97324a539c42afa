//! What is declared and never used.

use super::Cx;
use crate::diagnostic::{Code, Finding};
use crate::model::{Api, ChangeKind, Type, TypeId};
use crate::raw::Spec;

/// Reports unused changes, types and groups.
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
    let reached = reachable(api);
    for def in api.types.iter().filter(|def| !def.stub) {
        if !reached.get(def.id.0 as usize).copied().unwrap_or(true) {
            let finding = Finding::new(Code::UNUSED_TYPE, format!("no endpoint or webhook reaches `{}`", def.name));
            cx.sink.push(finding.at(def.meta.origin, "unused").help("use it or remove it"));
        }
    }
}

/// Which types can be reached from endpoints and webhooks.
fn reachable(api: &Api) -> Vec<bool> {
    let mut open: Vec<TypeId> = Vec::new();
    for endpoint in &api.endpoints {
        open.extend(endpoint.body.map(|body| body.ty));
        open.extend(endpoint.responses.iter().filter_map(|response| response.body.as_ref()).filter_map(Type::named));
        let parameters = endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers);
        open.extend(parameters.filter_map(|field| field.ty.named()));
    }
    open.extend(api.headers.iter().filter_map(|field| field.ty.named()));
    open.extend(api.webhooks.iter().map(|hooks| hooks.envelope));
    open.extend(api.webhooks.iter().flat_map(|hooks| hooks.events.iter().filter_map(|event| event.content)));
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
