//! Collects differences and works out whom they reach.

use std::collections::BTreeMap;

use super::reach::{Reach, WEBHOOKS, Way, hull};
use super::shape::Shape;
use super::{Difference, Place, Reached, Rule, Step};
use crate::model::{Api, TypeId};
use crate::source::Span;
use crate::version::VersionRange;

/// One of the two specs, with what is derived from it.
pub(super) struct Side<'a> {
    pub(super) api: &'a Api,
    pub(super) shape: Shape,
    reach: Reach,
}

/// The comparison so far.
pub(super) struct Report<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    found: Vec<Difference>,
}

/// An item of one spec.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// Its name.
    pub(super) item: String,
    /// Its key in the YAML.
    pub(super) origin: Span,
    /// Who holds it.
    pub(super) owner: Owner,
    /// The versions that have it.
    pub(super) range: VersionRange,
}

/// Who holds an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// A type, and every operation that reaches it.
    Type(TypeId),
    /// One operation.
    Endpoint(String),
    /// What is posted.
    Webhooks,
    /// Nobody in particular.
    Api,
}

/// The same item in both specs, or in one of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    pub(super) old: Option<Spot>,
    pub(super) new: Option<Spot>,
}

impl Subject {
    /// An item that both have.
    pub(super) fn both(old: Spot, new: Spot) -> Self {
        Self { old: Some(old), new: Some(new) }
    }

    /// The item as the old spec alone has it.
    pub(super) fn only_old(self) -> Self {
        Self { new: None, ..self }
    }

    /// The item as the new spec alone has it.
    pub(super) fn only_new(self) -> Self {
        Self { old: None, ..self }
    }

    /// The item under another name, such as one of its values.
    pub(super) fn part(&self, name: &str) -> Self {
        let part = |spot: &Spot| Spot { item: format!("{}.{name}", spot.item), ..spot.clone() };
        Self { old: self.old.as_ref().map(part), new: self.new.as_ref().map(part) }
    }
}

impl<'a> Side<'a> {
    fn of(api: &'a Api) -> Self {
        Self { api, shape: Shape::of(api), reach: Reach::of(api) }
    }

    fn ways(&self, spot: &Spot) -> Vec<(String, Way)> {
        let whole = |name: &str| {
            let all = Some(VersionRange::ALL);
            vec![(name.to_owned(), Way { sends: all, reads: all })]
        };
        match &spot.owner {
            Owner::Type(id) => self.reach.ways(*id).map(|(name, way)| (name.to_owned(), way)).collect(),
            Owner::Endpoint(name) => whole(name),
            Owner::Webhooks => whole(WEBHOOKS),
            Owner::Api => Vec::new(),
        }
    }

    fn call(&self, name: &str) -> Option<String> {
        self.api.endpoint(name).map(|endpoint| format!("{} {}", endpoint.method, endpoint.path))
    }
}

impl<'a> Report<'a> {
    pub(super) fn new(old: &'a Api, new: &'a Api) -> Self {
        Self { old: Side::of(old), new: Side::of(new), found: Vec::new() }
    }

    /// Notes a difference.
    pub(super) fn push(
        &mut self,
        rule: &'static Rule,
        subject: &Subject,
        before: impl Into<String>,
        after: impl Into<String>,
    ) {
        let mut reached: BTreeMap<String, Reached> = BTreeMap::new();
        for (side, spot) in [(&self.old, &subject.old), (&self.new, &subject.new)] {
            let Some(spot) = spot else { continue };
            for (name, way) in side.ways(spot) {
                let seen = |range: Option<VersionRange>| range.and_then(|range| range.intersection(spot.range));
                let (sends, reads) = (seen(way.sends), seen(way.reads));
                let ranges = sends.into_iter().chain(reads);
                let Some(versions) = ranges.fold(None, |known, range| Some(hull(known, range))) else { continue };
                let call = self.new.call(&name).or_else(|| self.old.call(&name)).unwrap_or_default();
                let entry = reached.entry(name.clone());
                let entry = entry.or_insert(Reached { name, call, sends: false, reads: false, versions });
                entry.sends |= sends.is_some();
                entry.reads |= reads.is_some();
                entry.versions = hull(Some(entry.versions), versions);
            }
        }
        let mut steps = rule.steps;
        let typed = |spot: &Spot| matches!(spot.owner, Owner::Type(_));
        if subject.old.iter().chain(&subject.new).all(typed) {
            steps.send = if reached.values().any(|reached| reached.sends) { steps.send } else { Step::None };
            steps.read = if reached.values().any(|reached| reached.reads) { steps.read } else { Step::None };
        }
        let place = |spot: &Spot| Place { item: spot.item.clone(), origin: spot.origin };
        self.found.push(Difference {
            rule,
            old: subject.old.as_ref().map(place),
            new: subject.new.as_ref().map(place),
            before: before.into(),
            after: after.into(),
            steps,
            reached: reached.into_values().collect(),
        });
    }

    /// Notes one of two rules if the two states differ: the first if the new one has more.
    pub(super) fn flag(&mut self, subject: &Subject, old: bool, new: bool, on: &'static Rule, off: &'static Rule) {
        match (old, new) {
            (false, true) => self.push(on, subject, "", ""),
            (true, false) => self.push(off, subject, "", ""),
            _ => {}
        }
    }

    /// Notes a rule if the two texts differ.
    pub(super) fn text(&mut self, rule: &'static Rule, subject: &Subject, before: &str, after: &str) {
        if before != after {
            self.push(rule, subject, before, after);
        }
    }

    /// Everything that was noted, by item.
    pub(super) fn into_sorted(mut self) -> Vec<Difference> {
        let key = |difference: &Difference| {
            let kind = difference.rule.kind;
            (
                kind,
                difference.item().to_owned(),
                difference.rule.name,
                difference.before.clone(),
                difference.after.clone(),
            )
        };
        self.found.sort_by_cached_key(key);
        self.found
    }
}
