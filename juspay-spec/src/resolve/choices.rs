//! Choices: objects of which exactly one field is there.

use std::collections::HashSet;

use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, Object, Presence, TypeDef, TypeId, TypeKind};
use crate::source::Span;

/// Reports what a choice cannot have, and marks its objects to be boxed: a value is as large as the largest of them.
pub(super) fn check(api: &mut Api, doubtful: &HashSet<Span>, sink: &mut Sink) {
    let objects: Vec<Option<bool>> = api.types.iter().map(|def| def.object().map(|object| object.choice)).collect();
    let choice = |id: TypeId| objects.get(id.0 as usize).copied().flatten();
    for def in &mut api.types {
        let sure = !def.stub && !doubtful.contains(&def.meta.origin);
        if let Some(finding) = problem(def, &|id| choice(id) == Some(true)).filter(|_| sure) {
            sink.push(finding);
            def.stub = true;
        }
        let TypeKind::Object(object) = &mut def.kind else { continue };
        for field in object.fields.iter_mut().filter(|_| object.choice) {
            field.boxed = field.prefix.is_none() && field.ty.named().is_some_and(|id| choice(id).is_some());
        }
    }
}

/// What keeps a type from being a choice, or from holding one as it does.
fn problem(def: &TypeDef, is_choice: &dyn Fn(TypeId) -> bool) -> Option<Finding> {
    let object = def.object()?;
    let flat = object.fields.iter().find(|field| field.prefix.is_some() && field.ty.named().is_some_and(is_choice));
    if let Some(field) = flat {
        let finding = Finding::new(Code::BAD_CHOICE, "a choice cannot be flattened").at(field.meta.origin, "flattened");
        return Some(finding.help("remove `prefix`, or `choice` from the type"));
    }
    let (at, label) = object.choice.then(|| of_choice(def.meta.origin, object)).flatten()?;
    let help = "give a choice two optional fields or more and nothing else, or remove `choice`";
    Some(Finding::new(Code::BAD_CHOICE, format!("`{}` makes no choice", def.name)).at(at, label).help(help))
}

fn of_choice(origin: Span, object: &Object) -> Option<(Span, &'static str)> {
    if let Some(field) = object.fields.iter().find(|field| field.prefix.is_some()) {
        return Some((field.meta.origin, "flattened, so no alternative"));
    }
    if let Some(field) = object.fields.iter().find(|field| field.presence != Presence::Optional) {
        return Some((field.meta.origin, "not optional, although another one may be there instead"));
    }
    if let Some(rest) = &object.rest {
        return Some((rest.meta.origin, "a choice keeps no further keys"));
    }
    if !(object.one_of.is_empty() && object.pairs.is_empty()) {
        return Some((origin, "has `one-of` or `pairs` besides `choice`"));
    }
    (object.fields.len() < 2).then_some((origin, "leaves nothing to choose from"))
}
