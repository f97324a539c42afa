//! The fields of an object as they stand on the wire: flattened objects opened up, each with its prefix.

use std::collections::HashSet;

use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, Field, Object, TypeDef, TypeKind};
use crate::source::Span;
use crate::version::VersionRange;

/// Flattened objects nest at most this deep.
const MAX_DEPTH: usize = 8;

/// All objects together have at most this many fields once flattened ones are opened up.
const MAX_FLAT: usize = 1_000_000;

/// A field as it stands on the wire.
#[derive(Clone, Debug)]
pub struct FlatField<'a> {
    /// The name with every prefix.
    pub wire: String,
    /// The prefix alone.
    pub prefix: String,
    /// The field.
    pub field: &'a Field,
    /// The flattened fields that lead to it, outermost first.
    pub through: Vec<&'a Field>,
    /// The versions in which it and everything that leads to it exist.
    pub range: VersionRange,
}

/// The fields of an object as they stand on the wire. Those that live in no version are left out.
pub fn flat_fields<'a>(api: &'a Api, object: &'a Object) -> Vec<FlatField<'a>> {
    let mut flat = Vec::new();
    open(api, object, "", &mut Vec::new(), VersionRange::ALL, &mut flat);
    flat
}

fn open<'a>(
    api: &'a Api,
    object: &'a Object,
    prefix: &str,
    through: &mut Vec<&'a Field>,
    outer: VersionRange,
    flat: &mut Vec<FlatField<'a>>,
) {
    for field in &object.fields {
        let Some(range) = field.life.range.intersection(outer) else { continue };
        let Some(own_prefix) = &field.prefix else {
            let wire = format!("{prefix}{}", field.wire);
            flat.push(FlatField { wire, prefix: prefix.to_owned(), field, through: through.clone(), range });
            continue;
        };
        let inner = field.ty.named().and_then(|id| api.types.get(id.0 as usize)).and_then(|def| def.object());
        if let Some(inner) = inner
            && through.len() < MAX_DEPTH
        {
            through.push(field);
            open(api, inner, &format!("{prefix}{own_prefix}"), through, range, flat);
            through.pop();
        }
    }
}

/// What takes the other keys of an object, or of one that is flattened into it.
pub(super) struct FlatRest {
    /// What all these keys begin with.
    pub(super) prefix: String,
    /// The versions in which it takes them.
    pub(super) range: VersionRange,
    /// The key in the object itself.
    pub(super) origin: Span,
}

/// Everything that takes other keys of an object: its own first.
pub(super) fn flat_rests(api: &Api, object: &Object) -> Vec<FlatRest> {
    let own = object.rest.iter();
    let mut rests: Vec<FlatRest> = own
        .map(|rest| FlatRest { prefix: String::new(), range: VersionRange::ALL, origin: rest.meta.origin })
        .collect();
    open_rests(api, object, ("", VersionRange::ALL, None), 0, &mut rests);
    rests
}

fn open_rests(
    api: &Api,
    object: &Object,
    (before, outer, origin): (&str, VersionRange, Option<Span>),
    depth: usize,
    rests: &mut Vec<FlatRest>,
) {
    for field in object.fields.iter().filter(|_| depth < MAX_DEPTH) {
        let inner = target(api, field).and_then(TypeDef::object);
        let (Some(prefix), Some(inner), Some(range)) = (&field.prefix, inner, field.life.range.intersection(outer))
        else {
            continue;
        };
        let (prefix, origin) = (format!("{before}{prefix}"), origin.unwrap_or(field.meta.origin));
        if inner.rest.is_some() {
            rests.push(FlatRest { prefix: prefix.clone(), range, origin });
        }
        open_rests(api, inner, (&prefix, range, Some(origin)), depth + 1, rests);
    }
}

/// Whether fields of this type, flattened ones among them, may be missing because something could not be understood.
pub(super) fn is_doubtful(api: &Api, doubtful: &HashSet<Span>, def: &TypeDef) -> bool {
    let own = |def: &TypeDef| doubtful.contains(&def.meta.origin);
    let fields = def.object().map(|object| object.fields.iter()).into_iter().flatten();
    let mut flattened = fields.filter(|field| field.prefix.is_some());
    own(def) || flattened.any(|field| target(api, field).is_some_and(own))
}

fn target<'a>(api: &'a Api, field: &Field) -> Option<&'a TypeDef> {
    field.ty.named().and_then(|id| api.types.get(id.0 as usize))
}

/// Reports objects that are flattened too deep or into too many fields, and leaves them as stubs. Types must not be
/// flattened into themselves any more.
pub(super) fn check(api: &mut Api, sink: &mut Sink) {
    let levels = levels(api);
    let mut total = 0_usize;
    let mut broken = Vec::new();
    let mut too_many = false;
    for (def, at) in api.types.iter().zip(0..) {
        let Some(field) = def.object().and_then(|object| object.fields.iter().find(|field| field.prefix.is_some()))
        else {
            continue;
        };
        let count = levels.counts.get(at).copied().unwrap_or(0);
        total = total.saturating_add(count);
        if levels.depths.get(at).is_some_and(|depth| *depth > MAX_DEPTH) {
            broken.push(at);
            // Those above it are too deep because of it.
            if levels.depths.get(at) == Some(&(MAX_DEPTH + 1)) {
                let message = format!("`{}` is flattened more than {MAX_DEPTH} levels deep", def.name);
                let finding = Finding::new(Code::TOO_DEEP, message).at(field.meta.origin, "the way down begins here");
                sink.push(finding.help("remove `prefix` from one of the fields on the way"));
            }
        } else if total > MAX_FLAT {
            broken.push(at);
            total -= count;
            if !std::mem::replace(&mut too_many, true) {
                let message = format!(
                    "with `{}` the spec has more than {MAX_FLAT} fields once flattened objects are opened up",
                    def.name
                );
                let finding = Finding::new(Code::TOO_MANY_FIELDS, message)
                    .at(field.meta.origin, format!("one of its {count} fields"));
                sink.push(finding.help("remove `prefix` from some of the fields"));
            }
        }
    }
    for at in broken {
        let Some(def) = api.types.get_mut(at) else { continue };
        def.stub = true;
        if let TypeKind::Object(object) = &mut def.kind {
            object.fields.iter_mut().for_each(unflatten);
        }
    }
}

/// Makes a flattened field a plain one.
pub(super) fn unflatten(field: &mut Field) {
    if field.prefix.take().is_some() {
        field.wire.clone_from(&field.rust);
    }
}

/// Numbers of each type.
struct Levels {
    /// How many fields it has once flattened ones are opened up.
    counts: Vec<usize>,
    /// How many levels deep it is flattened; no more than two above the limit are counted.
    depths: Vec<usize>,
}

/// Counts level by level, so that long chains cannot exhaust the stack.
fn levels(api: &Api) -> Levels {
    let mut levels = Levels { counts: vec![0; api.types.len()], depths: vec![0; api.types.len()] };
    for _ in 0..=MAX_DEPTH + 1 {
        let mut next = Levels { counts: Vec::with_capacity(api.types.len()), depths: Vec::new() };
        for def in &api.types {
            let (mut count, mut depth) = (0_usize, 0);
            for field in def.object().map(|object| object.fields.iter()).into_iter().flatten() {
                let inner = field.prefix.as_ref().and_then(|_| target(api, field)).map(|def| def.id.0 as usize);
                let of = |numbers: &[usize]| inner.and_then(|at| numbers.get(at).copied()).unwrap_or(0);
                count = count.saturating_add(if inner.is_some() { of(&levels.counts) } else { 1 });
                depth = if inner.is_some() { depth.max(of(&levels.depths) + 1) } else { depth };
            }
            next.counts.push(count);
            next.depths.push(depth.min(MAX_DEPTH + 2));
        }
        levels = next;
    }
    levels
}
