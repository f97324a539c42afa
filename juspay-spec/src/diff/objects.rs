//! Objects and enums as a whole, and the fields of objects.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{self, Declared, Two, label};
use super::pairing::{pair_up, take_pairs};
use super::report::{Owner, Report, Side, Spot, Subject};
use super::rules::{self, Rule};
use super::shape::{arguments, spelled};
use super::{enums, lives, records};
use crate::model::{Api, ChangeKind, Field, Object, TypeDef, TypeKind};

/// Compares every type.
pub(super) fn compare(report: &mut Report<'_>) {
    let key = |def: &TypeDef| (def.name.clone(), def.object().is_some());
    let (old, new) = (&report.old.api.types, &report.new.api.types);
    for pair in pair_up(old, new, key, key) {
        let subject = Subject { old: pair.0.map(spot), new: pair.1.map(spot) };
        match pair {
            (Some(old), Some(new)) => whole(report, &subject, old, new),
            (None, Some(new)) => report.push(&rules::TYPE_ADDED, &subject, "", kind(new)),
            (Some(old), None) => report.push(&rules::TYPE_REMOVED, &subject, kind(old), ""),
            (None, None) => {}
        }
    }
}

fn spot(def: &TypeDef) -> Spot {
    Spot { item: def.name.clone(), origin: def.meta.origin, owner: Owner::Type(def.id), range: def.life.range }
}

fn kind(def: &TypeDef) -> String {
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    match &def.kind {
        TypeKind::Object(object) => format!("an object of {}", count(object.fields.len(), "field")),
        TypeKind::Enum(values) => format!("an enum of {}", count(values.values.len(), "value")),
    }
}

fn whole(report: &mut Report<'_>, subject: &Subject, old: &TypeDef, new: &TypeDef) {
    let module = |api: &Api, def: &TypeDef| api.modules.get(def.module).map(|module| module.rust.clone());
    let (before, after) = (module(report.old.api, old), module(report.new.api, new));
    report.text(&rules::TYPE_MOVED, subject, &before.unwrap_or_default(), &after.unwrap_or_default());
    report.text(&rules::TYPE_RUST_NAME, subject, &old.rust, &new.rust);
    let lives = [&rules::TYPE_NARROWED, &rules::TYPE_WIDENED];
    lives::compare(report, subject, old.life.range, new.life.range, lives);
    let rules = [&rules::TYPE_DOCS_CHANGED, &rules::TYPE_SOURCE_CHANGED];
    records::meta(report, subject, &old.meta, &new.meta, rules);
    match (&old.kind, &new.kind) {
        (TypeKind::Object(one), TypeKind::Object(other)) => {
            generics(report, subject, old, new);
            object(report, subject, one, other);
        }
        (TypeKind::Enum(one), TypeKind::Enum(other)) => enums::compare(report, subject, one, other),
        _ => {}
    }
}

fn generics(report: &mut Report<'_>, subject: &Subject, old: &TypeDef, new: &TypeDef) {
    match (report.old.shape.is_versioned(old), report.new.shape.is_versioned(new)) {
        (false, true) => report.push(&rules::TYPE_VERSIONED, subject, "", format!("`{}<V>`", new.rust)),
        (true, false) => report.push(&rules::TYPE_UNVERSIONED, subject, format!("`{}<V>`", old.rust), ""),
        _ => {}
    }
    let (one, other) = (&report.old, &report.new);
    // Without optional fields there is nothing to set, whatever the type is part of.
    let settable = |side: &Side<'_>, def: &TypeDef| side.shape.has_setters(side.api, def);
    let (before, after) = (settable(one, old), settable(other, new));
    let stays = one.shape.is_request(old) && other.shape.is_request(new);
    if !stays {
        report.flag(subject, before, after, &rules::SETTERS_ADDED, &rules::SETTERS_REMOVED);
    }
}

fn object(report: &mut Report<'_>, subject: &Subject, old: &Object, new: &Object) {
    let matched = Matched::of(report, old, new);
    for (one, other, declared) in &matched.both {
        let subject = at(report, subject, Some(one), Some(other));
        fields::compare(report, &subject, Two { old: one, new: other, recast: old.choice != new.choice }, *declared);
    }
    for field in &matched.removed {
        fields::removed(report, &at(report, subject, Some(field), None), field);
    }
    for field in &matched.added {
        fields::added(report, &at(report, subject, None, Some(field)), field);
    }
    constructor(report, subject, [old, new], &matched);
    groups(report, subject, [old, new], &matched);
    report.flag(subject, old.choice, new.choice, &rules::CHOICE_MADE, &rules::CHOICE_WITHDRAWN);
    rest(report, subject, old, new);
}

/// Groups of which one must be there, and pairs of a status and its number. A renamed field is the same one in them.
fn groups(report: &mut Report<'_>, subject: &Subject, [old, new]: [&Object; 2], matched: &Matched<'_>) {
    let renamed = |name: &str| {
        let pair = matched.both.iter().find(|(one, ..)| label(one) == name);
        pair.map_or_else(|| name.to_owned(), |(_, other, _)| label(other).to_owned())
    };
    let same = str::to_owned;
    let before = (one_of(old, &renamed), one_of(new, &same));
    keyed(report, subject, before, [&rules::GROUP_REMOVED, &rules::GROUP_ADDED]);
    let before = (pairs(old, &renamed), pairs(new, &same));
    keyed(report, subject, before, [&rules::PAIR_REMOVED, &rules::PAIR_ADDED]);
}

/// What is compared, and what is shown for it.
type Shown = BTreeMap<String, String>;

fn one_of(object: &Object, name: &dyn Fn(&str) -> String) -> Shown {
    let groups = object.one_of.iter().map(|group| {
        let labels: BTreeSet<&str> = group.iter().filter_map(|at| object.fields.get(*at)).map(label).collect();
        let keys: BTreeSet<String> = labels.iter().map(|label| name(label)).collect();
        (keys.into_iter().collect::<Vec<_>>().join(", "), labels.into_iter().collect::<Vec<_>>().join(", "))
    });
    groups.collect()
}

fn pairs(object: &Object, name: &dyn Fn(&str) -> String) -> Shown {
    let label = |at: usize| object.fields.get(at).map_or("", label);
    let pairs = object.pairs.iter().map(|pair| {
        let (code, id) = (label(pair.code), label(pair.id));
        (format!("{} and {}", name(code), name(id)), format!("{code} and {id}"))
    });
    pairs.collect()
}

fn keyed(report: &mut Report<'_>, subject: &Subject, (old, new): (Shown, Shown), [gone, fresh]: [&'static Rule; 2]) {
    for (_, shown) in old.iter().filter(|(key, _)| !new.contains_key(*key)) {
        report.push(gone, subject, shown, "");
    }
    for (_, shown) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
        report.push(fresh, subject, "", shown);
    }
}

/// The place of a field within its object.
fn at(report: &Report<'_>, object: &Subject, old: Option<&Field>, new: Option<&Field>) -> Subject {
    let place = |api: &Api, holder: &Option<Spot>, field: Option<&Field>| {
        let (holder, field) = (holder.as_ref()?, field?);
        Some(fields::spot(api, &holder.owner, &holder.item, field))
    };
    Subject { old: place(report.old.api, &object.old, old), new: place(report.new.api, &object.new, new) }
}

/// The arguments that both constructors take stand in one order, or calls mix them up.
fn constructor(report: &mut Report<'_>, subject: &Subject, [old, new]: [&Object; 2], matched: &Matched<'_>) {
    let kept: Vec<(&Field, &Field)> = arguments(report.old.api, old)
        .filter_map(|one| matched.both.iter().find(|(field, ..)| std::ptr::eq(*field, one)))
        .map(|(one, other, _)| (*one, *other))
        .collect();
    let theirs: Vec<&Field> = arguments(report.new.api, new).collect();
    let ours: Vec<&(&Field, &Field)> =
        kept.iter().filter(|(_, other)| theirs.iter().any(|field| std::ptr::eq(*field, *other))).collect();
    let before: Vec<&str> = ours.iter().map(|(one, _)| one.rust.as_str()).collect();
    let moved = theirs.iter().filter_map(|field| ours.iter().find(|(_, other)| std::ptr::eq(*field, *other)));
    let after: Vec<&str> = moved.map(|(one, _)| one.rust.as_str()).collect();
    report.text(&rules::ARGUMENTS_REORDERED, subject, &before.join(", "), &after.join(", "));
}

fn rest(report: &mut Report<'_>, subject: &Subject, old: &Object, new: &Object) {
    let rest = |api: &Api, object: &Object| {
        object
            .rest
            .as_ref()
            .map(|rest| (rest.rust.clone(), format!("`{}`, a map of {}", rest.rust, spelled(api, &rest.ty))))
    };
    match (rest(report.old.api, old), rest(report.new.api, new)) {
        (Some((one, before)), Some((other, after))) if one == other => {
            report.text(&rules::REST_CHANGED, subject, &before, &after);
        }
        (before, after) => {
            if let Some((_, before)) = before {
                report.push(&rules::REST_REMOVED, subject, before, "");
            }
            if let Some((_, after)) = after {
                report.push(&rules::REST_ADDED, subject, "", after);
            }
        }
    }
}

/// The fields of two objects: those in both, and those in one.
struct Matched<'a> {
    both: Vec<(&'a Field, &'a Field, Declared)>,
    removed: Vec<&'a Field>,
    added: Vec<&'a Field>,
}

impl<'a> Matched<'a> {
    fn of(report: &Report<'_>, old: &'a Object, new: &'a Object) -> Self {
        let mut removed: Vec<&Field> = old.fields.iter().collect();
        let mut added: Vec<&Field> = new.fields.iter().collect();
        let mut both = Vec::new();
        let mut take = |same: &dyn Fn(&Field, &Field) -> bool, declared: Declared| {
            let pairs = take_pairs(&mut removed, &mut added, same);
            both.extend(pairs.into_iter().map(|(one, other)| (one, other, declared)));
        };
        let named = |one: &Field, other: &Field| one.wire == other.wire && one.rust == other.rust;
        take(&named, Declared::No);
        let wire = |one: &Field, other: &Field| one.wire == other.wire && !one.wire.is_empty();
        take(&wire, Declared::No);
        let flat =
            |one: &Field, other: &Field| one.rust == other.rust && (one.wire.is_empty() || other.wire.is_empty());
        take(&flat, Declared::No);
        let was = |field: &Field, name: &str| field.former.iter().any(|former| former.wire == name);
        take(&|one: &Field, other: &Field| was(other, &one.wire), Declared::Renamed);
        take(&|one: &Field, other: &Field| was(one, &other.wire), Declared::RenameWithdrawn);
        let mut matched = Self { both, removed, added };
        matched.retyped(report);
        matched
    }

    /// The older half of a retyped field goes with the newer one.
    fn retyped(&mut self, report: &Report<'_>) {
        let former = |api: &Api, field: &Field| {
            let change = field.life.until.and_then(|change| api.changes.get(change));
            change.is_some_and(|change| change.kind == ChangeKind::Retyped)
        };
        let (old, new) = (report.old.api, report.new.api);
        for (one, other, declared) in self.both.iter_mut().filter(|(.., declared)| *declared == Declared::No) {
            let (before, after) = (spelled(old, &one.ty), spelled(new, &other.ty));
            let is_half = |api: &Api, field: &Field, name: &str, ty: &str| {
                former(api, field) && field.wire == name && spelled(api, &field.ty) == ty
            };
            if let Some(at) = self.added.iter().position(|field| is_half(new, field, &other.wire, &before)) {
                self.added.remove(at);
                *declared = Declared::Retyped;
            } else if let Some(at) = self.removed.iter().position(|field| is_half(old, field, &one.wire, &after)) {
                self.removed.remove(at);
                *declared = Declared::RetypeWithdrawn;
            }
        }
    }
}
