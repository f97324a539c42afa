//! Object types.

use std::collections::HashMap;

use super::{Cx, fields, names, type_expr};
use crate::diagnostic::{Code, Finding};
use crate::model::{ChangeKind, Field, Object, Pair, Presence, Rest, Scalar, Type, TypeDef, TypeId, TypeKind};
use crate::raw::{self, Item};
use crate::source::Span;
use crate::tree::Text;

/// Resolves one object. Whatever is wrong in it is left out, and the type becomes a stub.
pub(super) fn object<'s>(cx: &mut Cx<'s>, id: TypeId, item: &'s Item<raw::Type>) -> TypeDef {
    let before = cx.sink.errors_so_far();
    let raw = &item.value;
    let meta = cx.meta(&raw.meta, item.name.span, Some(("type", &item.name.text)));
    let life = cx.life(&raw.life, &[ChangeKind::Added], &item.name.text);
    let rust = names::type_name(&item.name, raw.rust.as_ref(), cx.sink);
    let mut all = own_fields(cx, item);
    included(cx, item, &mut all);
    fields::begin_after_former_types(&mut all);
    let (all, keys) = without_collisions(cx, item, all);
    let rest = raw.rest.as_ref().and_then(|rest| self::rest(cx, rest, &all));
    let one_of = one_of(cx, item, &keys);
    let pairs = pairs(cx, item, &keys, &all);
    TypeDef {
        id,
        name: item.name.text.clone(),
        rust: rust.unwrap_or_else(|| format!("Type{}", id.0)),
        module: cx.module_of.get(&item.file).copied().unwrap_or(0),
        kind: TypeKind::Object(Object {
            fields: all.into_iter().map(|(_, field)| field).collect(),
            rest,
            one_of,
            pairs,
        }),
        life,
        stub: item.broken || cx.sink.errors_so_far() > before,
        meta,
    }
}

/// A field and the key under which the YAML has it.
type Keyed = (String, Field);

fn own_fields(cx: &mut Cx<'_>, item: &Item<raw::Type>) -> Vec<Field> {
    item.value.fields.iter().flat_map(|field| fields::build(cx, field, &item.name.text, None)).collect()
}

fn included<'s>(cx: &mut Cx<'s>, item: &'s Item<raw::Type>, all: &mut Vec<Field>) {
    for name in &item.value.include {
        let Some(group) = cx.groups.get(name.as_str()).copied() else {
            let finding = Finding::new(Code::UNKNOWN_GROUP, format!("no group is named `{}`", name.text))
                .at(name.span, "not declared")
                .meant(&name.text, cx.groups.keys().copied(), "declare it under `groups`");
            cx.sink.push(finding);
            continue;
        };
        cx.used_groups.insert(group.name.as_str());
        for field in &group.value.fields {
            // A mistake in a group is reported once: the sink drops equal findings.
            all.extend(fields::build(cx, field, &item.name.text, Some(&group.name.text)));
        }
    }
}

/// Leaves out fields whose names in Rust are taken, and remembers the places of the others.
fn without_collisions(
    cx: &mut Cx<'_>,
    item: &Item<raw::Type>,
    all: Vec<Field>,
) -> (Vec<Keyed>, HashMap<String, usize>) {
    let mut taken: HashMap<String, (Span, String)> = HashMap::new();
    let mut kept: Vec<Keyed> = Vec::new();
    let mut keys = HashMap::new();
    for field in all {
        let shown = if field.wire.is_empty() { field.rust.clone() } else { field.wire.clone() };
        match taken.get(&field.rust) {
            Some((first, wire)) if *wire == shown => {
                let message = format!("`{}` has two fields named `{shown}`", item.name.text);
                let finding = Finding::new(Code::DUPLICATE_FIELD, message)
                    .at(field.meta.origin, "again here")
                    .see(*first, "first here")
                    .help("remove one of them, or give it another `wire` and `rust` name");
                cx.sink.push(finding);
            }
            Some((first, _)) => {
                let name = Text { text: shown, span: field.meta.origin };
                let finding = names::collision(&name, *first, &field.rust);
                cx.sink.push(finding);
            }
            None => {
                taken.insert(field.rust.clone(), (field.meta.origin, shown.clone()));
                keys.entry(shown.clone()).or_insert(kept.len());
                keys.entry(field.rust.clone()).or_insert(kept.len());
                kept.push((shown, field));
            }
        }
    }
    (kept, keys)
}

fn rest(cx: &mut Cx<'_>, raw: &raw::Rest, all: &[Keyed]) -> Option<Rest> {
    let name = raw.name.as_ref()?;
    let rust = names::field(name, None, cx.sink);
    let ty = raw.ty.as_ref().and_then(|ty| type_expr::parse(cx, ty));
    let meta = cx.meta(&raw.meta, raw.span, None);
    let rust = rust?;
    if let Some((_, first)) = all.iter().find(|(_, field)| field.rust == rust) {
        let finding = names::collision(name, fields::origin(first), &rust);
        cx.sink.push(finding);
        return None;
    }
    let (ty, presence) = ty?;
    if presence != Presence::Required {
        let span = raw.ty.as_ref().map_or(raw.span, |ty| ty.span);
        let finding = Finding::new(Code::BAD_TYPE, "the values of a rest are not optional");
        cx.sink.push(finding.at(span, "here").help("write the type alone"));
    }
    Some(Rest { rust, ty, meta })
}

fn find(cx: &mut Cx<'_>, owner: &str, name: &Text, keys: &HashMap<String, usize>) -> Option<usize> {
    let found = keys.get(name.as_str()).copied();
    if found.is_none() {
        let mut known: Vec<&str> = keys.keys().map(String::as_str).collect();
        known.sort_unstable();
        let finding = Finding::new(Code::UNKNOWN_FIELD, format!("`{owner}` has no field `{}`", name.text))
            .at(name.span, "not a field")
            .meant(&name.text, known, "name a field of this type");
        cx.sink.push(finding);
    }
    found
}

fn one_of(cx: &mut Cx<'_>, item: &Item<raw::Type>, keys: &HashMap<String, usize>) -> Vec<Vec<usize>> {
    let groups = item.value.one_of.iter();
    groups.map(|group| group.iter().filter_map(|name| find(cx, &item.name.text, name, keys)).collect()).collect()
}

fn pairs(cx: &mut Cx<'_>, item: &Item<raw::Type>, keys: &HashMap<String, usize>, all: &[Keyed]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (code, id) in &item.value.pairs {
        let found = (find(cx, &item.name.text, code, keys), find(cx, &item.name.text, id, keys));
        let (Some(code_at), Some(id_at)) = found else { continue };
        let is_enum = matches!(all.get(code_at), Some((_, field)) if matches!(field.ty, Type::Named(id) if id.0 >= cx.enum_start));
        let is_int = matches!(all.get(id_at), Some((_, field)) if field.ty == Type::Scalar(Scalar::Int));
        if is_enum && is_int {
            pairs.push(Pair { code: code_at, id: id_at });
            continue;
        }
        let (span, what) = if is_enum { (id.span, "not of type `int`") } else { (code.span, "not an enum") };
        let finding = Finding::new(Code::BAD_PAIR, "a pair joins an enum and the field with its numeric id");
        cx.sink.push(finding.at(span, what).help("write {enum field: int field}"));
    }
    pairs
}
