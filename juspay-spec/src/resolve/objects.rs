//! Object types.

use std::collections::HashMap;

use super::{Cx, fields, names, type_expr};
use crate::diagnostic::{Code, Finding};
use crate::model::{Api, ChangeKind, Field, Object, Pair, Presence, Rest, Scalar, Type, TypeDef, TypeId, TypeKind};
use crate::raw::{self, Item, Spec};
use crate::source::Span;
use crate::tree::Text;
use crate::version::VersionRange;

/// Resolves one object. Whatever is wrong in it is left out, and the type becomes a stub.
pub(super) fn object<'s>(cx: &mut Cx<'s>, id: TypeId, item: &'s Item<raw::Type>) -> TypeDef {
    let before = cx.sink.errors_so_far();
    let raw = &item.value;
    let meta = cx.meta(&raw.meta, item.name.span, Some(("type", &item.name.text)));
    let life = cx.life(&raw.life, &[ChangeKind::Added], &item.name.text, item.name.span);
    if item.broken {
        cx.doubtful.insert(item.name.span);
    }
    let rust = names::type_name(&item.name, raw.rust.as_ref(), cx.sink);
    let mut all = own_fields(cx, item);
    included(cx, item, &mut all);
    let (all, keys) = without_collisions(cx, item, all);
    if !raw.choice {
        no_setter_is_a_getter(cx, &all);
    }
    let rest = raw.rest.as_ref().and_then(|rest| self::rest(cx, rest, &all));
    let one_of = one_of(cx, item, &keys);
    let pairs = pairs(cx, item, &keys, &all);
    TypeDef {
        id,
        name: item.name.text.clone(),
        rust: rust.unwrap_or_else(|| names::stand_in("Type", item.name.span)),
        module: cx.module_of.get(&item.file).copied().unwrap_or(0),
        kind: TypeKind::Object(Object { fields: all, rest, one_of, choice: raw.choice, pairs }),
        life,
        stub: item.broken || cx.sink.errors_so_far() > before,
        meta,
    }
}

fn own_fields(cx: &mut Cx<'_>, item: &Item<raw::Type>) -> Vec<Field> {
    let mut all = Vec::new();
    for field in &item.value.fields {
        add(cx, item, field, None, &mut all);
    }
    all
}

fn add(cx: &mut Cx<'_>, item: &Item<raw::Type>, field: &Item<raw::Field>, group: Option<&str>, all: &mut Vec<Field>) {
    let owner = fields::Owner { name: &item.name.text, group, choice: item.value.choice };
    let built = fields::build(cx, field, owner);
    let flattened = built.first().is_some_and(|field| field.prefix.is_some());
    // Fields that should be here are not.
    if built.is_empty() || (field.value.prefix.is_some() && !flattened) {
        cx.doubtful.insert(item.name.span);
    }
    all.extend(built);
}

fn included<'s>(cx: &mut Cx<'s>, item: &'s Item<raw::Type>, all: &mut Vec<Field>) {
    for name in &item.value.include {
        let Some(group) = cx.groups.get(name.as_str()).copied() else {
            let finding = Finding::new(Code::UNKNOWN_GROUP, format!("no group is named `{}`", name.text))
                .at(name.span, "not declared");
            cx.sink.push_meant(finding, &name.text, cx.groups.keys().copied(), "declare it under `groups`");
            cx.doubtful.insert(item.name.span);
            continue;
        };
        cx.used_groups.insert(group.name.as_str());
        if group.broken {
            cx.doubtful.insert(item.name.span);
        }
        for field in &group.value.fields {
            if cx.fields_left.is_none() {
                cx.doubtful.insert(item.name.span);
                break;
            }
            // A mistake in a group is reported once: the sink drops findings that join the same places.
            add(cx, item, field, Some(&group.name.text), all);
        }
    }
}

/// Reports fields whose names in Rust are taken, and remembers the places of all.
fn without_collisions(
    cx: &mut Cx<'_>,
    item: &Item<raw::Type>,
    all: Vec<Field>,
) -> (Vec<Field>, HashMap<String, usize>) {
    let mut taken: HashMap<String, (Span, String)> = HashMap::new();
    let mut kept: Vec<Field> = Vec::with_capacity(all.len());
    let mut keys = HashMap::new();
    for mut field in all {
        let origin = field.meta.origin;
        let shown = if field.wire.is_empty() { field.rust.clone() } else { field.wire.clone() };
        match taken.get(&field.rust) {
            Some((first, wire)) if *wire == shown => {
                let message = format!("`{}` has two fields named `{shown}`", item.name.text);
                let finding = Finding::new(Code::DUPLICATE_FIELD, message).at(origin, "again here");
                let finding = if *first == origin { finding } else { finding.see(*first, "first here") };
                cx.sink.push(finding.help("remove one of them, or give it another `wire` and `rust` name"));
                continue;
            }
            Some((first, _)) => {
                let name = Text { text: shown.clone(), span: origin };
                cx.sink.push(names::collision(&name, *first, &field.rust));
                field.rust = names::free(&field.rust, &taken);
            }
            None => {}
        }
        taken.insert(field.rust.clone(), (origin, shown.clone()));
        keys.entry(shown).or_insert(kept.len());
        keys.entry(field.rust.clone()).or_insert(kept.len());
        kept.push(field);
    }
    (kept, keys)
}

/// What only some versions have is read by a method of its name and set by `with_` that name; what is optional may have
/// such a setter, too.
fn no_setter_is_a_getter(cx: &mut Cx<'_>, all: &[Field]) {
    let gated = |field: &Field| field.life.range != VersionRange::ALL;
    let settable = |field: &&Field| gated(field) || field.presence != Presence::Required;
    for getter in all.iter().filter(|field| gated(field)) {
        let Some(set) = getter.rust.strip_prefix("with_") else { continue };
        let of_it = |field: &&Field| field.rust.trim_start_matches('_') == set;
        if let Some(other) = all.iter().filter(settable).find(of_it) {
            cx.sink.push(names::setter_collision(&getter.rust, getter.meta.origin, other.meta.origin));
        }
    }
}

fn rest(cx: &mut Cx<'_>, raw: &raw::Rest, all: &[Field]) -> Option<Rest> {
    let name = raw.name.as_ref()?;
    let rust = names::field(name, None, cx.sink);
    let ty = raw.ty.as_ref().and_then(|ty| type_expr::parse(cx, ty));
    let meta = cx.meta(&raw.meta, raw.span, None);
    let rust = rust?;
    if let Some(first) = all.iter().find(|field| field.rust == rust) {
        let finding = names::collision(name, first.meta.origin, &rust);
        cx.sink.push(finding);
        return None;
    }
    let (ty, presence) = ty?;
    if presence != Presence::Required {
        let span = raw.ty.as_ref().map_or(raw.span, |ty| ty.span);
        let finding = Finding::new(Code::BAD_TYPE, "the values of a rest are not optional");
        cx.sink.push(finding.at(span, "optional").help("write the type alone"));
    }
    Some(Rest { rust, ty, meta })
}

fn find(cx: &mut Cx<'_>, owner: &Text, name: &Text, keys: &HashMap<String, usize>) -> Option<usize> {
    let found = keys.get(name.as_str()).copied();
    if found.is_none() && !cx.doubtful.contains(&owner.span) {
        let finding = Finding::new(Code::UNKNOWN_FIELD, format!("`{}` has no field `{}`", owner.text, name.text))
            .at(name.span, "not a field");
        cx.sink.push_meant(finding, &name.text, keys.keys().map(String::as_str), "name a field of this type");
    }
    found
}

fn one_of(cx: &mut Cx<'_>, item: &Item<raw::Type>, keys: &HashMap<String, usize>) -> Vec<Vec<usize>> {
    let groups = item.value.one_of.iter();
    groups.map(|group| group.iter().filter_map(|name| find(cx, &item.name, name, keys)).collect()).collect()
}

fn pairs(cx: &mut Cx<'_>, item: &Item<raw::Type>, keys: &HashMap<String, usize>, all: &[Field]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (code, id) in &item.value.pairs {
        let found = (find(cx, &item.name, code, keys), find(cx, &item.name, id, keys));
        let (Some(code_at), Some(id_at)) = found else { continue };
        let (Some(code_field), Some(id_field)) = (all.get(code_at), all.get(id_at)) else { continue };
        let is_enum = matches!(code_field.ty, Type::Named(id) if id.0 >= cx.enum_start);
        let is_int = id_field.ty == Type::Scalar(Scalar::Int);
        if is_enum && is_int {
            pairs.push(Pair { code: code_at, id: id_at });
            continue;
        }
        let wrong = if is_enum { id_field } else { code_field };
        if cx.doubtful.contains(&wrong.meta.origin) {
            continue;
        }
        let (span, what) = if is_enum { (id.span, "not of type `int`") } else { (code.span, "not an enum") };
        let finding = Finding::new(Code::BAD_PAIR, "a pair joins an enum and the field with its numeric id");
        let finding = finding.at(span, what).see(wrong.meta.origin, "declared here");
        cx.sink.push(finding.help("write {enum field: int field}"));
    }
    pairs
}

/// The enum of a pair must have ids, once all enums are known.
pub(super) fn check_pairs(cx: &mut Cx<'_>, api: &Api, spec: &Spec) {
    for (def, item) in api.types.iter().zip(&spec.types) {
        let Some(object) = def.object() else { continue };
        for pair in &object.pairs {
            let Some(field) = object.fields.get(pair.code) else { continue };
            let Some(target) = field.ty.named().and_then(|id| api.types.get(id.0 as usize)) else { continue };
            let has_ids = target.as_enum().is_some_and(|known| known.values.iter().any(|value| value.id.is_some()));
            let named = |(code, _): &&(Text, Text)| code.text == field.wire || code.text == field.rust;
            let Some((code, _)) = item.value.pairs.iter().find(named) else { continue };
            if !has_ids && !target.stub {
                let finding = Finding::new(Code::BAD_PAIR, format!("no value of `{}` has an `id`", target.name))
                    .at(code.span, "joined with an id here")
                    .see(target.meta.origin, "has no ids")
                    .help("add `id` to the values, or remove the pair");
                cx.sink.push(finding);
            }
        }
    }
}
