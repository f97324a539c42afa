//! Which operations reach a type, in which direction and in which versions.

use std::collections::{BTreeMap, VecDeque};

use crate::model::{Api, Field, Type, TypeId};
use crate::version::VersionRange;

/// The name of the place that stands for everything that the API posts.
pub const WEBHOOKS: &str = "webhooks";

/// The name of the place that stands for the bodies of failed calls.
pub const FAILURES: &str = "failures";

/// How one operation reaches a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Way {
    /// The versions in which callers send it.
    pub(super) sends: Option<VersionRange>,
    /// The versions in which callers read it.
    pub(super) reads: Option<VersionRange>,
}

/// The ways to every type of one spec.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// By type and then by the operation's name.
    ways: BTreeMap<TypeId, BTreeMap<String, Way>>,
}

impl Reach {
    pub(super) fn of(api: &Api) -> Self {
        let mut reach = Self::default();
        for endpoint in &api.endpoints {
            let whole = endpoint.life.range;
            let parameters = endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers);
            let typed = parameters.filter_map(|field| Some((field.ty.named()?, field.life.range.intersection(whole)?)));
            let body = endpoint.body.iter().map(|body| (body.ty, whole));
            reach.walk(api, &endpoint.name, body.chain(typed).collect(), true);
            let answers = endpoint.responses.iter().filter_map(|response| {
                let range = response.life.range.intersection(whole)?;
                Some((response.body.as_ref().and_then(Type::named)?, range))
            });
            reach.walk(api, &endpoint.name, answers.collect(), false);
        }
        if let Some(hooks) = &api.webhooks {
            let contents = hooks.events.iter().filter_map(|event| Some((event.content?, event.life.range)));
            let start = std::iter::once((hooks.envelope, VersionRange::ALL)).chain(contents);
            reach.walk(api, WEBHOOKS, start.collect(), false);
        }
        let failed = api.failures.iter().map(|failure| (failure.ty, VersionRange::ALL));
        reach.walk(api, FAILURES, failed.collect(), false);
        reach
    }

    /// The ways to a type, by operation.
    pub(super) fn ways(&self, id: TypeId) -> impl Iterator<Item = (&str, Way)> {
        self.ways.get(&id).into_iter().flatten().map(|(name, way)| (name.as_str(), *way))
    }

    /// Widens what is known of each type until nothing is left to widen.
    fn walk(&mut self, api: &Api, name: &str, start: VecDeque<(TypeId, VersionRange)>, sends: bool) {
        let mut open = start;
        while let Some((id, range)) = open.pop_front() {
            let Some(def) = api.types.get(id.0 as usize) else { continue };
            let Some(range) = range.intersection(def.life.range) else { continue };
            let way = self.ways.entry(id).or_default().entry(name.to_owned()).or_default();
            let known = if sends { &mut way.sends } else { &mut way.reads };
            let wider = hull(*known, range);
            if *known == Some(wider) {
                continue;
            }
            *known = Some(wider);
            let Some(object) = def.object() else { continue };
            let held = |field: &Field| Some((field.ty.named()?, field.life.range.intersection(wider)?));
            open.extend(object.fields.iter().filter_map(held));
            open.extend(object.rest.iter().filter_map(|rest| Some((rest.ty.named()?, wider))));
        }
    }
}

/// The smallest range that holds both.
pub(super) fn hull(known: Option<VersionRange>, range: VersionRange) -> VersionRange {
    let Some(known) = known else { return range };
    let until = match (known.until, range.until) {
        (Some(one), Some(other)) => Some(one.max(other)),
        _ => None,
    };
    VersionRange { since: known.since.min(range.since), until }
}
