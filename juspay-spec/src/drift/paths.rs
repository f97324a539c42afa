//! From names on a page to fields of the spec.

use std::collections::HashSet;

use crate::model::{Api, Field, TypeDef, TypeId};
use crate::source::Span;

/// Objects nest at most this deep in one name.
const MAX_DEPTH: usize = 8;

/// A field and how it was reached.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'a> {
    /// The type that holds it.
    pub(crate) owner: &'a TypeDef,
    /// The field.
    pub(crate) field: &'a Field,
}

/// What tells a field from every other, wherever its group is included.
pub(crate) type Key = (Span, String, String);

/// A field together with the prefixes of the flattened objects that lead to it.
pub(crate) struct Reached<'a> {
    /// The field and its owner.
    pub(crate) found: Found<'a>,
    /// The prefixes.
    pub(crate) chain: String,
}

impl Reached<'_> {
    /// How reports call it: by its owner, or through the flattened objects by the outer type.
    pub(crate) fn item(&self, root: &TypeDef) -> String {
        let wire = &self.found.field.wire;
        match self.chain.as_str() {
            "" => format!("{}.{wire}", self.found.owner.name),
            chain => format!("{}.{chain}{wire}", root.name),
        }
    }

    /// What tells it from every other field.
    pub(crate) fn key(&self) -> Key {
        (self.found.field.meta.origin, self.found.field.wire.clone(), self.chain.clone())
    }
}

/// The field that a name means, seen from a type: its own, one of a flattened object, or one behind dots.
pub(crate) fn find<'a>(api: &'a Api, root: &'a TypeDef, name: &str) -> Option<Reached<'a>> {
    look(api, root, name, "", 0)
}

fn look<'a>(api: &'a Api, owner: &'a TypeDef, name: &str, chain: &str, depth: usize) -> Option<Reached<'a>> {
    let object = owner.object()?;
    let plain = || object.fields.iter().filter(|field| field.prefix.is_none());
    let own = plain().find(|field| field.wire == name);
    if let Some(field) = own {
        return Some(Reached { found: Found { owner, field }, chain: chain.to_owned() });
    }
    if depth >= MAX_DEPTH {
        return None;
    }
    for field in &object.fields {
        let rest = field.prefix.as_deref().and_then(|prefix| Some((prefix, name.strip_prefix(prefix)?)));
        if let (Some((prefix, rest)), Some(inner)) = (rest, inner(api, field))
            && let Some(found) = look(api, inner, rest, &format!("{chain}{prefix}"), depth + 1)
        {
            return Some(found);
        }
    }
    let (head, rest) = name.split_once('.')?;
    let field = plain().find(|field| field.wire == head.trim_end_matches("[]"))?;
    look(api, inner(api, field)?, rest, "", depth + 1)
}

/// The object type that a field holds, in lists too.
fn inner<'a>(api: &'a Api, field: &Field) -> Option<&'a TypeDef> {
    api.types.get(field.ty.named()?.0 as usize)
}

/// The type in which a name with a prefix would have to stand, for names that are not there yet: the type, what is left
/// of the name, and the prefixes.
pub(crate) fn home<'a>(api: &'a Api, root: &'a TypeDef, name: &str) -> (&'a TypeDef, String, String) {
    let (mut owner, mut rest, mut chain) = (root, name.to_owned(), String::new());
    for _ in 0..MAX_DEPTH {
        let Some(object) = owner.object() else { break };
        let flattened = object.fields.iter().find_map(|field| {
            let prefix = field.prefix.as_deref()?;
            Some((inner(api, field)?, rest.strip_prefix(prefix)?.to_owned(), prefix))
        });
        let dotted = || {
            let (head, tail) = rest.split_once('.')?;
            let field = object.fields.iter().find(|field| field.prefix.is_none() && field.wire == head)?;
            Some((inner(api, field)?, tail.to_owned()))
        };
        match flattened {
            Some((inner, tail, prefix)) => {
                chain.push_str(prefix);
                (owner, rest) = (inner, tail);
            }
            None => match dotted() {
                Some((inner, tail)) => {
                    chain.clear();
                    (owner, rest) = (inner, tail);
                }
                None => break,
            },
        }
    }
    (owner, rest, chain)
}

/// Every field that can be reached from a type and comes from a page.
pub(crate) fn reachable<'a>(api: &'a Api, root: &'a TypeDef, page: &str) -> Vec<Reached<'a>> {
    let mut found = Vec::new();
    walk(api, root, page, "", (&mut HashSet::new(), 0), &mut found);
    found
}

fn walk<'a>(
    api: &'a Api,
    owner: &'a TypeDef,
    page: &str,
    chain: &str,
    (seen, depth): (&mut HashSet<(TypeId, String)>, usize),
    found: &mut Vec<Reached<'a>>,
) {
    let Some(object) = owner.object() else { return };
    // Each type counts once for each prefix, however many ways lead to it.
    if depth >= MAX_DEPTH || !seen.insert((owner.id, chain.to_owned())) {
        return;
    }
    let own = object.fields.iter().filter(|field| field.prefix.is_none());
    let own = own.filter(|field| field.meta.at.iter().any(|at| at.page == page));
    found.extend(own.map(|field| Reached { found: Found { owner, field }, chain: chain.to_owned() }));
    for field in &object.fields {
        if let Some(inner) = inner(api, field) {
            let inner_chain = field.prefix.as_ref().map_or_else(String::new, |prefix| format!("{chain}{prefix}"));
            walk(api, inner, page, &inner_chain, (seen, depth + 1), found);
        }
    }
}
