//! Which items are generated: what patterns name, and everything that it needs in the versions of interest.

use juspay_spec::model::{Endpoint, Field, Object, TypeDef, TypeId, TypeKind};
use juspay_spec::version::VersionRange;

use super::pattern::Pattern;
use super::{Planner, Problem, closest};

/// The items that are generated.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    types: Vec<bool>,
    /// Types that a request is made of.
    requests: Vec<bool>,
    endpoints: Vec<bool>,
    pub(super) webhooks: bool,
}

impl Chosen {
    pub(super) fn has_type(&self, id: TypeId) -> bool {
        self.types.get(id.0 as usize).copied().unwrap_or_default()
    }

    pub(super) fn has_endpoint(&self, position: usize) -> bool {
        self.endpoints.get(position).copied().unwrap_or_default()
    }

    pub(super) fn is_request(&self, id: TypeId) -> bool {
        self.requests.get(id.0 as usize).copied().unwrap_or_default()
    }
}

impl Planner<'_> {
    /// Chooses what the patterns name; everything if there is none.
    pub(super) fn choose(&self, only: &[String], problems: &mut Vec<Problem>) -> Chosen {
        let mut roots = Vec::new();
        let mut chosen = Chosen { endpoints: vec![false; self.api.endpoints.len()], ..Chosen::default() };
        if only.is_empty() {
            chosen.endpoints.fill(true);
            chosen.webhooks = true;
            roots = self.unused_types();
        }
        for pattern in only {
            if !self.take(Pattern(pattern), &mut chosen, &mut roots) {
                problems.push(self.no_match(pattern));
            }
        }
        let mut bodies = Vec::new();
        for (position, endpoint) in self.api.endpoints.iter().enumerate() {
            let alive = self.view.life(&endpoint.life).is_some();
            match chosen.endpoints.get_mut(position) {
                Some(flag) if *flag && alive => self.needs(endpoint, &mut bodies, &mut roots),
                Some(flag) => *flag = false,
                None => {}
            }
        }
        roots.extend(self.posted(&mut chosen));
        roots.extend(&bodies);
        let alive = |def: &TypeDef| self.view.life(&def.life).is_some();
        chosen.types = self.closure(roots, alive, |def| self.references(def));
        chosen.requests = self.closure(bodies, alive, |def| self.references(def));
        chosen
    }

    /// Types that nothing refers to in any version; the others are reached through what does.
    fn unused_types(&self) -> Vec<TypeId> {
        let mut used = Vec::new();
        let mut roots = Vec::new();
        for endpoint in &self.api.endpoints {
            used.extend(endpoint.body.map(|body| body.ty));
            used.extend(endpoint.responses.iter().filter_map(|response| response.body.as_ref()?.named()));
            used.extend(parameters(endpoint).filter_map(|field| field.ty.named()));
        }
        if let Some(webhooks) = &self.api.webhooks {
            used.push(webhooks.envelope);
            used.extend(webhooks.events.iter().filter_map(|event| event.content));
        }
        let mut referred: Vec<bool> = vec![false; self.api.types.len()];
        let elsewhere = self.api.types.iter().flat_map(|def| {
            let id = def.id;
            all_references(def).into_iter().filter(move |other| *other != id)
        });
        for id in used.iter().copied().chain(elsewhere) {
            if let Some(flag) = referred.get_mut(id.0 as usize) {
                *flag = true;
            }
        }
        let unused = self.api.types.iter().zip(referred).filter(|(_, referred)| !referred);
        roots.extend(unused.map(|(def, _)| def.id));
        used.extend(&roots);
        // What is left are types that refer to each other in a circle.
        let reached = self.closure(used, |_| true, all_references);
        roots.extend(self.api.types.iter().zip(reached).filter(|(_, reached)| !reached).map(|(def, _)| def.id));
        roots
    }

    fn take(&self, pattern: Pattern<'_>, chosen: &mut Chosen, roots: &mut Vec<TypeId>) -> bool {
        let module = |index: usize| self.api.modules.get(index).map_or("", |module| module.rust.as_str());
        let before = roots.len();
        let named = |def: &&TypeDef| {
            pattern.names(module(def.module), &def.name) || pattern.names(module(def.module), &def.rust)
        };
        roots.extend(self.api.types.iter().filter(named).map(|def| def.id));
        let mut hit = roots.len() > before;
        for (endpoint, flag) in self.api.endpoints.iter().zip(&mut chosen.endpoints) {
            let home = module(endpoint.module);
            if pattern.names(home, &endpoint.name) || pattern.names(home, &endpoint.rust) {
                *flag = true;
                hit = true;
            }
        }
        if pattern.0 == "webhooks" && self.api.webhooks.is_some() {
            chosen.webhooks = true;
            hit = true;
        }
        hit
    }

    fn no_match(&self, pattern: &str) -> Problem {
        let bare = pattern.rsplit('.').next().unwrap_or(pattern);
        let types = self.api.types.iter().map(|def| def.name.as_str());
        let endpoints = self.api.endpoints.iter().map(|endpoint| endpoint.name.as_str());
        let modules = self.api.modules.iter().map(|module| module.rust.as_str());
        let close = match pattern.split_once('.') {
            Some((module, "*")) => closest(module, modules).map(|close| format!("{close}.*")),
            _ => closest(bare, types.chain(endpoints)).map(str::to_owned),
        };
        Problem {
            option: "only",
            message: format!("`{pattern}` matches no type and no endpoint"),
            help: close.map(|close| format!("did you mean `{close}`?")),
        }
    }

    /// The types that an endpoint is made of.
    fn needs(&self, endpoint: &Endpoint, bodies: &mut Vec<TypeId>, roots: &mut Vec<TypeId>) {
        bodies.extend(endpoint.body.map(|body| body.ty));
        let alive = endpoint.responses.iter().filter(|response| self.view.life(&response.life).is_some());
        roots.extend(alive.filter_map(|response| response.body.as_ref()?.named()));
        roots.extend(
            parameters(endpoint).filter(|field| self.alive(field).is_some()).filter_map(|field| field.ty.named()),
        );
    }

    /// The types that events are made of, if events are generated.
    fn posted(&self, chosen: &mut Chosen) -> Vec<TypeId> {
        let Some(webhooks) = self.api.webhooks.as_ref().filter(|_| chosen.webhooks) else {
            chosen.webhooks = false;
            return Vec::new();
        };
        let alive = webhooks.events.iter().filter(|event| self.view.life(&event.life).is_some());
        let contents = alive.filter_map(|event| event.content);
        std::iter::once(webhooks.envelope).chain(contents).collect()
    }

    /// Everything that is reached from some types, themselves included, through types that pass.
    fn closure(
        &self,
        mut open: Vec<TypeId>,
        passes: impl Fn(&TypeDef) -> bool,
        next: impl Fn(&TypeDef) -> Vec<TypeId>,
    ) -> Vec<bool> {
        let mut reached = vec![false; self.api.types.len()];
        while let Some(id) = open.pop() {
            let Some(flag) = reached.get_mut(id.0 as usize) else { continue };
            let def = self.api.ty(id);
            if *flag || !passes(def) {
                continue;
            }
            *flag = true;
            if self.overrides.type_replaced(id).is_none() {
                open.extend(next(def));
            }
        }
        reached
    }

    /// The types that a type refers to in versions of interest.
    pub(super) fn references(&self, def: &TypeDef) -> Vec<TypeId> {
        let TypeKind::Object(object) = &def.kind else { return Vec::new() };
        let live = object.fields.iter().enumerate().filter(|(place, field)| {
            self.alive(field).is_some() && self.overrides.field_replaced(def.id, *place).is_none()
        });
        let rest = object.rest.iter().filter_map(|rest| rest.ty.named());
        live.filter_map(|(_, field)| field.ty.named()).chain(rest).collect()
    }

    /// The versions that have a field, as far as its type exists in them; nothing if no version of interest does.
    pub(super) fn alive(&self, field: &Field) -> Option<VersionRange> {
        let range = match field.ty.named() {
            Some(id) => field.life.range.intersection(self.api.ty(id).life.range)?,
            None => field.life.range,
        };
        self.view.clip(range).map(|_| range)
    }

    /// Whether any field of an object is not in every version of the window.
    pub(super) fn has_gate(&self, object: &Object) -> bool {
        let ranges = object.fields.iter().filter_map(|field| self.alive(field));
        ranges.filter_map(|range| self.view.clip(range)).any(super::window::Clip::is_gated)
    }
}

fn parameters(endpoint: &Endpoint) -> impl Iterator<Item = &Field> {
    endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers)
}

/// The types that a type refers to in any version.
fn all_references(def: &TypeDef) -> Vec<TypeId> {
    let TypeKind::Object(object) = &def.kind else { return Vec::new() };
    let rest = object.rest.iter().filter_map(|rest| rest.ty.named());
    object.fields.iter().filter_map(|field| field.ty.named()).chain(rest).collect()
}
