//! Everything in a spec that refers to a change, and the endpoints that reach it.

use juspay_spec::model::{Api, Field, Life, Presence, Type, TypeDef, TypeId};

/// Something that refers to a change.
#[derive(Debug)]
pub(super) struct Element<'a> {
    pub(super) owner: Owner<'a>,
    pub(super) item: String,
    pub(super) change: usize,
    pub(super) role: Role,
}

/// Where an element stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner<'a> {
    Type(TypeId),
    Endpoint(&'a str),
    Event,
}

/// How it refers to the change.
#[derive(Debug)]
pub(super) enum Role {
    Added,
    AddedIf(String),
    Removed,
    Renamed(String),
    Retyped(String),
    Required,
    Value,
    Was(String),
    Listed(String),
    Delivered,
}

/// Whether a caller reads or sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Reads,
    Sends,
}

/// An endpoint or the webhooks, with the types that callers send to it and read from it.
pub(super) struct Reach<'a> {
    pub(super) name: &'a str,
    pub(super) call: String,
    reads: Vec<TypeId>,
    sends: Vec<TypeId>,
    events: bool,
}

impl Reach<'_> {
    pub(super) fn holds(&self, element: &Element<'_>) -> bool {
        match element.owner {
            Owner::Type(id) => self.reads.contains(&id) || self.sends.contains(&id),
            Owner::Endpoint(name) => name == self.name,
            Owner::Event => self.events,
        }
    }

    pub(super) fn sides_of(&self, id: TypeId) -> Vec<Side> {
        let reads = self.reads.contains(&id).then_some(Side::Reads);
        let sends = self.sends.contains(&id).then_some(Side::Sends);
        reads.into_iter().chain(sends).collect()
    }
}

/// Every endpoint and the webhooks.
pub(super) fn places(api: &Api) -> Vec<Reach<'_>> {
    let mut places = Vec::new();
    for endpoint in &api.endpoints {
        let parameters = endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers);
        let sent = endpoint.body.map(|body| body.ty).into_iter().chain(parameters.filter_map(|field| field.ty.named()));
        let read = endpoint.responses.iter().filter_map(|response| response.body.as_ref()).filter_map(Type::named);
        places.push(Reach {
            name: &endpoint.name,
            call: format!("{} {}", endpoint.method, endpoint.path),
            reads: closure(api, read),
            sends: closure(api, sent),
            events: false,
        });
    }
    if let Some(hooks) = &api.webhooks {
        let read = std::iter::once(hooks.envelope).chain(hooks.events.iter().filter_map(|event| event.content));
        let reads = closure(api, read);
        places.push(Reach { name: "webhooks", call: String::new(), reads, sends: Vec::new(), events: true });
    }
    places
}

fn closure(api: &Api, start: impl Iterator<Item = TypeId>) -> Vec<TypeId> {
    let mut open: Vec<TypeId> = start.collect();
    let mut reached = Vec::new();
    while let Some(id) = open.pop() {
        if reached.contains(&id) {
            continue;
        }
        reached.push(id);
        if let Some(object) = api.ty(id).object() {
            open.extend(object.fields.iter().filter_map(|field| field.ty.named()));
            open.extend(object.rest.iter().filter_map(|rest| rest.ty.named()));
        }
    }
    reached
}

/// Everything that refers to a change.
pub(super) fn all(api: &Api) -> Vec<Element<'_>> {
    let mut elements = Vec::new();
    for def in &api.types {
        let owner = Owner::Type(def.id);
        life(&mut elements, owner, &def.name, &def.life, None);
        for field in def.object().map(|object| object.fields.iter()).into_iter().flatten() {
            self::field(&mut elements, api, owner, &def.name, field);
        }
        values(&mut elements, def);
    }
    for endpoint in &api.endpoints {
        let owner = Owner::Endpoint(&endpoint.name);
        life(&mut elements, owner, &endpoint.name, &endpoint.life, None);
        for field in endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers) {
            self::field(&mut elements, api, owner, &endpoint.name, field);
        }
        for response in &endpoint.responses {
            life(&mut elements, owner, &format!("{}.{}", endpoint.name, response.status), &response.life, None);
        }
    }
    for event in api.webhooks.iter().flat_map(|hooks| &hooks.events) {
        let change = event.life.gate;
        let element = |change| Element { owner: Owner::Event, item: event.name.clone(), change, role: Role::Delivered };
        elements.extend(change.map(element));
    }
    elements
}

fn life<'a>(elements: &mut Vec<Element<'a>>, owner: Owner<'a>, item: &str, life: &Life, when: Option<&str>) {
    let item = item.to_owned();
    if let Some(change) = life.gate {
        let role = when.map_or(Role::Added, |when| Role::AddedIf(when.to_owned()));
        elements.push(Element { owner, item: item.clone(), change, role });
    }
    if let Some(change) = life.until {
        elements.push(Element { owner, item, change, role: Role::Removed });
    }
}

fn field<'a>(elements: &mut Vec<Element<'a>>, api: &Api, owner: Owner<'a>, holder: &str, field: &Field) {
    let name = if field.wire.is_empty() { &field.rust } else { &field.wire };
    let item = format!("{holder}.{name}");
    let kind = |change: Option<usize>| change.and_then(|at| api.changes.get(at)).map(|change| change.kind);
    // Both halves of a retyped field name the change; the older half alone tells of it.
    let retyped = |change| kind(change) == Some(juspay_spec::model::ChangeKind::Retyped);
    if let Some(change) = field.life.until.filter(|_| retyped(field.life.until)) {
        let former = describe(api, &field.ty);
        elements.push(Element { owner, item: item.clone(), change, role: Role::Retyped(former) });
    }
    let gate = field.life.gate.filter(|_| !retyped(field.life.gate));
    let until = field.life.until.filter(|_| !retyped(field.life.until));
    let own = Life { gate, until, range: field.life.range };
    life(elements, owner, &item, &own, field.when.as_ref().map(|when| when.text.as_str()));
    for former in &field.former {
        let role = Role::Renamed(former.wire.clone());
        elements.push(Element { owner, item: item.clone(), change: former.change, role });
    }
    if let Presence::RequiredSince(change) = field.presence {
        elements.push(Element { owner, item: item.clone(), change, role: Role::Required });
    }
    if let Some(hidden) = &field.hidden {
        let role = Role::Listed(hidden.condition.text.clone());
        elements.push(Element { owner, item, change: hidden.change, role });
    }
}

fn values(elements: &mut Vec<Element<'_>>, def: &TypeDef) {
    let Some(values) = def.as_enum() else { return };
    for value in &values.values {
        let owner = Owner::Type(def.id);
        let item = format!("{}.{}", def.name, value.wire);
        let stood_in = |change| value.was.iter().any(|former| former.change == change);
        if let Some(change) = value.life.gate.filter(|change| !stood_in(*change)) {
            elements.push(Element { owner, item: item.clone(), change, role: Role::Value });
        }
        if let Some(change) = value.life.until {
            elements.push(Element { owner, item: item.clone(), change, role: Role::Removed });
        }
        for former in &value.was {
            let stand_in = values.values.get(former.value).map(|value| value.wire.clone()).unwrap_or_default();
            elements.push(Element { owner, item: item.clone(), change: former.change, role: Role::Was(stand_in) });
        }
    }
}

fn describe(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Scalar(scalar) => scalar.as_str().to_owned(),
        Type::Named(id) => api.ty(*id).name.clone(),
        Type::List(inner) => format!("list<{}>", describe(api, inner)),
        Type::Map(inner) => format!("map<{}>", describe(api, inner)),
    }
}
