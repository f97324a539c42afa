//! What of a body decoding and encoding keep, judged by the model and not by the code under test.

use juspay_spec::model::{Api, Comparison, Condition, Field, Object, Rest, Scalar, Type, TypeId, TypeKind, WireForm};
use juspay_spec::version::ApiVersion;
use juspay_spec::{FlatField, flat_fields};

use crate::tree::{Tree, same_scalar};

/// What became of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Paths of known fields whose value is not there any more, or is another one.
    pub lost: Vec<String>,
    /// Paths of fields that the spec does not have.
    pub unknown: Vec<String>,
    /// Paths of fields that the spec has, but not in this version.
    pub elsewhere: Vec<String>,
}

/// Compares a body with what decoding and encoding at the same version made of it.
pub fn compare(api: &Api, ty: TypeId, version: ApiVersion, before: &Tree, after: &Tree) -> Kept {
    let mut walk = Walk { api, version, kept: Kept::default() };
    walk.named(ty, before, after, "");
    walk.kept
}

/// The name of a field at a version, with its prefix.
pub fn name_at(flat: &FlatField<'_>, version: ApiVersion) -> String {
    format!("{}{}", flat.prefix, flat.field.wire_at(version))
}

/// Every name that a field ever has.
pub fn names(flat: &FlatField<'_>) -> impl Iterator<Item = String> {
    let names = std::iter::once(&flat.field.wire).chain(flat.field.former.iter().map(|former| &former.wire));
    names.chain(&flat.field.aliases).map(|name| format!("{}{name}", flat.prefix))
}

/// Where the other keys of flattened objects go at a version, each with the whole prefix of its keys.
pub fn flat_rests<'a>(api: &'a Api, object: &'a Object, version: ApiVersion) -> Vec<(String, &'a Rest)> {
    let mut found = Vec::new();
    for field in object.fields.iter().filter(|field| field.life.range.contains(version)) {
        let inner = field.ty.named().and_then(|id| api.ty(id).object());
        let (Some(prefix), Some(inner)) = (&field.prefix, inner) else { continue };
        found.extend(inner.rest.as_ref().map(|rest| (prefix.clone(), rest)));
        found.extend(flat_rests(api, inner, version).into_iter().map(|(own, rest)| (format!("{prefix}{own}"), rest)));
    }
    found
}

/// Whether a condition holds for an object.
pub fn holds(condition: &Condition, object: &Tree) -> bool {
    condition.tests.iter().all(|test| {
        let mut found = Vec::new();
        reach(object, &test.path, &mut found);
        let any =
            |values: &[String]| found.iter().any(|found| values.iter().any(|value| found.scalar() == Some(value)));
        match &test.comparison {
            Comparison::Present => !found.is_empty(),
            Comparison::In(values) => any(values),
            Comparison::NotIn(values) => !any(values),
        }
    })
}

fn reach<'t>(tree: &'t Tree, path: &[String], found: &mut Vec<&'t Tree>) {
    if let Tree::List(items) = tree {
        for item in items {
            reach(item, path, found);
        }
        return;
    }
    match path.split_first() {
        Some((first, rest)) => {
            if let Some(inner) = tree.get(first) {
                reach(inner, rest, found);
            }
        }
        None if tree.is_null() => {}
        None => found.push(tree),
    }
}

struct Walk<'a> {
    api: &'a Api,
    version: ApiVersion,
    kept: Kept,
}

impl Walk<'_> {
    fn named(&mut self, ty: TypeId, before: &Tree, after: &Tree, path: &str) {
        match &self.api.ty(ty).kind {
            TypeKind::Object(object) => self.object(object, before, after, path),
            TypeKind::Enum(_) => self.must(before.scalar().is_some() && before.scalar() == after.scalar(), path),
        }
    }

    fn must(&mut self, fine: bool, path: &str) {
        if !fine {
            self.kept.lost.push(path.to_owned());
        }
    }

    fn object(&mut self, object: &Object, before: &Tree, after: &Tree, path: &str) {
        let (Tree::Object(entries), Tree::Object(_)) = (before, after) else {
            return self.must(before == after, path);
        };
        let flats = flat_fields(self.api, object);
        for (key, value) in entries {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let live = |flat: &&FlatField<'_>| {
                let alias = || flat.field.aliases.iter().any(|alias| *key == format!("{}{alias}", flat.prefix));
                flat.range.contains(self.version) && (name_at(flat, self.version) == *key || alias())
            };
            if let Some(flat) = flats.iter().find(live) {
                let name = name_at(flat, self.version);
                // Of two spellings the first one counts.
                let second = name != *key && entries.contains_key(&name);
                if !second && !value.is_null() {
                    self.field(flat.field, value, after.get(&name), &path);
                }
            } else if flats.iter().any(|flat| names(flat).any(|name| name == *key)) {
                self.kept.elsewhere.push(path);
            } else if let Some(ty) = self.rest(object, key) {
                if !value.is_null() {
                    self.value(&ty, value, after.get(key), &path);
                }
            } else {
                self.kept.unknown.push(path);
            }
        }
    }

    /// The type of what takes an unknown key: the rest of a flattened object, or of the object itself.
    fn rest(&self, object: &Object, key: &str) -> Option<Type> {
        let flat = flat_rests(self.api, object, self.version);
        let taken =
            flat.into_iter().filter(|(prefix, _)| key.starts_with(prefix)).max_by_key(|(prefix, _)| prefix.len());
        taken.map(|(_, rest)| rest).or(object.rest.as_ref()).map(|rest| rest.ty.clone())
    }

    fn field(&mut self, field: &Field, before: &Tree, after: Option<&Tree>, path: &str) {
        let empty = matches!(before, Tree::Text(text) if text.is_empty());
        if empty && field.blank {
            return self.must(after.is_none(), path);
        }
        if field.form == WireForm::JsonString {
            let (before, after) = (opened(before), after.map(opened));
            return match before {
                Some(before) => self.value(&field.ty, &before, after.flatten().as_ref(), path),
                None => self.must(false, path),
            };
        }
        if let (Some(filter), Tree::List(items)) = (&field.hidden, before) {
            let since = self.api.changes.get(filter.change).map(|change| change.version);
            if since.is_some_and(|since| self.version < since) {
                let seen = items.iter().filter(|item| !holds(&filter.condition, item)).cloned().collect();
                return self.value(&field.ty, &Tree::List(seen), after, path);
            }
        }
        // Some bodies have lists as JSON inside a text.
        match (&field.ty, before, opened(before)) {
            (Type::List(_), Tree::Text(_), Some(list)) => self.value(&field.ty, &list, after, path),
            _ => self.value(&field.ty, before, after, path),
        }
    }

    fn value(&mut self, ty: &Type, before: &Tree, after: Option<&Tree>, path: &str) {
        let Some(after) = after else {
            return self.must(stands_for_nothing(ty, before), path);
        };
        match ty {
            Type::Scalar(Scalar::Json) => self.must(before == after, path),
            Type::Scalar(Scalar::Bool) => {
                let same =
                    before.scalar().zip(after.scalar()).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other));
                self.must(same, path);
            }
            Type::Scalar(Scalar::Int | Scalar::Amount | Scalar::Decimal) => {
                let same = before.scalar().zip(after.scalar()).is_some_and(|(one, other)| same_scalar(one, other));
                self.must(same, path);
            }
            Type::Scalar(_) => self.must(before.scalar().is_some() && before.scalar() == after.scalar(), path),
            Type::Named(id) => self.named(*id, before, after, path),
            Type::List(inner) => self.list(inner, before, after, path),
            Type::Map(inner) => {
                for (key, value) in before.entries().filter(|(_, value)| !value.is_null()) {
                    self.value(inner, value, after.get(key), &format!("{path}.{key}"));
                }
                self.must(matches!((before, after), (Tree::Object(_), Tree::Object(_))), path);
            }
        }
    }

    fn list(&mut self, inner: &Type, before: &Tree, after: &Tree, path: &str) {
        let (Tree::List(items), Tree::List(others)) = (before, after) else {
            return self.must(false, path);
        };
        // A null among items carries nothing, unless any JSON is a value.
        let json = *inner == Type::Scalar(Scalar::Json);
        let items: Vec<_> = items.iter().filter(|item| json || !item.is_null()).collect();
        self.must(items.len() == others.len(), path);
        for (at, (item, other)) in items.into_iter().zip(others).enumerate() {
            self.value(inner, item, Some(other), &format!("{path}[{at}]"));
        }
    }
}

/// The JSON that a text holds; a tree that is no text is that JSON itself.
fn opened(tree: &Tree) -> Option<Tree> {
    match tree {
        Tree::Text(text) => Tree::parse(text).ok(),
        other => Some(other.clone()),
    }
}

/// Whether a value that is dropped said nothing: null, and the empty forms in which servers write "no value".
fn stands_for_nothing(ty: &Type, value: &Tree) -> bool {
    let text = matches!(ty, Type::Scalar(Scalar::String | Scalar::Url | Scalar::Email | Scalar::Secret));
    match value {
        Tree::Word(word) => word == "null",
        Tree::Text(word) => word.is_empty() && !text,
        Tree::Object(entries) => entries.is_empty() && *ty != Type::Scalar(Scalar::Json),
        Tree::List(_) => false,
    }
}
