//! Which items of the spec come from which lines of a page.

use std::collections::HashMap;

use super::follow::NEW;
use crate::model::{Api, At, Meta, TypeDef, TypeId, TypeKind};
use crate::pages::words::{Code, code, look, words};
use crate::source::Span;

/// An item and the lines it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Anchor {
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) item: String,
    pub(crate) origin: Span,
    /// Whether its text is still to be written.
    pub(crate) unwritten: bool,
    /// The enum that it is, belongs to or has values of.
    pub(crate) values: Option<TypeId>,
    /// The value, if it is one.
    pub(crate) value: Option<String>,
    /// The name on the wire, if it is a field.
    pub(crate) field: Option<String>,
    /// The name of the change, if it is one.
    pub(crate) change: Option<usize>,
}

/// Every item that comes from one page, the most special first.
pub(crate) fn of_page(api: &Api, page: &str) -> Vec<Anchor> {
    let mut all = Collector { page, anchors: Vec::new() };
    for environment in &api.environments {
        all.add(&environment.meta, &format!("environment {}", environment.name));
    }
    for scheme in &api.auth {
        all.add(&scheme.meta, &format!("auth {}", scheme.name));
    }
    for header in &api.headers {
        all.add(&header.meta, &format!("header {}", header.wire));
    }
    for (index, change) in api.changes.iter().enumerate() {
        let before = all.anchors.len();
        all.add(&change.meta, &change.name);
        all.anchors.iter_mut().skip(before).for_each(|anchor| anchor.change = Some(index));
    }
    for def in &api.types {
        all.add_type(api, def);
    }
    for endpoint in &api.endpoints {
        all.add(&endpoint.meta, &endpoint.name);
        for field in endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers) {
            all.add(&field.meta, &format!("{}.{}", endpoint.name, field.wire));
        }
        for response in &endpoint.responses {
            all.add(&response.meta, &format!("{} {}", endpoint.name, response.status));
        }
    }
    if let Some(webhooks) = &api.webhooks {
        all.add(&webhooks.meta, "webhooks");
        for event in &webhooks.events {
            all.add(&event.meta, &event.name);
        }
    }
    for requirements in &api.requirements {
        let name = api.types.get(requirements.ty.0 as usize).map(|def| def.name.clone()).unwrap_or_default();
        all.add(&requirements.meta, &format!("{name} by {}", requirements.by));
    }
    let mut anchors = all.anchors;
    anchors.sort_by_key(|anchor| (anchor.last - anchor.first, anchor.first));
    anchors
}

struct Collector<'p> {
    page: &'p str,
    anchors: Vec<Anchor>,
}

impl Collector<'_> {
    fn add(&mut self, meta: &Meta, item: &str) {
        for (first, last) in lines(&meta.at, self.page) {
            // Fields of a group stand in several types; the first of them speaks for all.
            let known = self.anchors.iter().any(|anchor| anchor.origin == meta.origin && anchor.first == first);
            if !known {
                let item = item.to_owned();
                self.anchors.push(Anchor {
                    first,
                    last,
                    item,
                    origin: meta.origin,
                    unwritten: meta.doc == NEW,
                    values: None,
                    value: None,
                    field: None,
                    change: None,
                });
            }
        }
    }

    fn add_type(&mut self, api: &Api, def: &TypeDef) {
        let before = self.anchors.len();
        self.add(&def.meta, &def.name);
        match &def.kind {
            TypeKind::Object(object) => {
                for field in &object.fields {
                    let start = self.anchors.len();
                    self.add(&field.meta, &format!("{}.{}", def.name, field.wire));
                    let named = field.ty.named().and_then(|id| api.types.get(id.0 as usize));
                    let values = named.filter(|named| named.as_enum().is_some()).map(|named| named.id);
                    for anchor in self.anchors.iter_mut().skip(start) {
                        anchor.values = values;
                        anchor.field = Some(field.wire.clone());
                    }
                }
                if let Some(rest) = &object.rest {
                    self.add(&rest.meta, &format!("{}.{}", def.name, rest.rust));
                }
            }
            TypeKind::Enum(list) => {
                self.anchors.iter_mut().skip(before).for_each(|anchor| anchor.values = Some(def.id));
                for value in &list.values {
                    let start = self.anchors.len();
                    self.add(&value.meta, &format!("{}.{}", def.name, value.wire));
                    for anchor in self.anchors.iter_mut().skip(start) {
                        anchor.values = Some(def.id);
                        anchor.value = Some(value.wire.clone());
                    }
                }
            }
        }
    }
}

/// The lines of one page among some places.
pub(crate) fn lines(at: &[At], page: &str) -> Vec<(u32, u32)> {
    at.iter().filter(|at| at.page == page).filter_map(|at| at.lines).collect()
}

/// Values and names of fields that are hardly ever plain words, by their codes: what a text may have named.
pub(crate) fn names(api: &Api) -> HashMap<Code, String> {
    let values = api.types.iter().filter_map(TypeDef::as_enum).flat_map(|list| &list.values).map(|value| &value.wire);
    let fields =
        api.types.iter().filter_map(TypeDef::object).flat_map(|object| &object.fields).map(|field| &field.wire);
    let strong =
        values.chain(fields).filter(|name| words(name).as_slice() == [name.as_str()] && look(name).is_strong());
    strong.map(|name| (code(name), name.clone())).collect()
}
