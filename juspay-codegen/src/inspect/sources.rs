//! Where items come from and where types are used.

use juspay_spec::model::{Api, Field, Meta, Page, Type, TypeId};

use super::describe::at;
use super::report::{Report, Table};
use super::{label, overview, sees};
use crate::json::Json;
use juspay_spec::version::ApiVersion;

/// An item of any kind.
pub(super) struct Item<'a> {
    pub(super) name: String,
    pub(super) meta: &'a Meta,
}

/// Every item that has a place on a page, in the order of the model.
pub(super) fn every_item(api: &Api) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut add = |name: String, meta| items.push(Item { name, meta });
    for environment in &api.environments {
        add(format!("api.{}", environment.name), &environment.meta);
    }
    for scheme in &api.auth {
        add(format!("api.{}", scheme.name), &scheme.meta);
    }
    for header in &api.headers {
        add(format!("api.{}", header.wire), &header.meta);
    }
    for change in &api.changes {
        add(change.name.clone(), &change.meta);
    }
    for def in &api.types {
        add(def.name.clone(), &def.meta);
        for field in def.object().iter().flat_map(|object| &object.fields) {
            add(format!("{}.{}", def.name, label(field, None)), &field.meta);
        }
        for value in def.as_enum().iter().flat_map(|values| &values.values) {
            add(format!("{}.{}", def.name, value.wire), &value.meta);
        }
    }
    for endpoint in &api.endpoints {
        add(endpoint.name.clone(), &endpoint.meta);
        for field in [&endpoint.path_params, &endpoint.query, &endpoint.headers].into_iter().flatten() {
            add(format!("{}.{}", endpoint.name, field.wire), &field.meta);
        }
        for response in &endpoint.responses {
            add(format!("{}.{}", endpoint.name, response.status), &response.meta);
        }
    }
    if let Some(hooks) = &api.webhooks {
        for event in &hooks.events {
            add(event.name.clone(), &event.meta);
        }
    }
    for matrix in &api.requirements {
        add(format!("requirements of {}", api.ty(matrix.ty).name), &matrix.meta);
    }
    items
}

/// A page with what comes from it, in the order of its lines.
pub(super) fn page(api: &Api, page: &Page) -> Report {
    let mut found: Vec<(Option<(u32, u32)>, Item<'_>)> = Vec::new();
    for item in every_item(api) {
        if let Some(place) = item.meta.at.iter().find(|place| place.page == page.name) {
            found.push((place.lines, item));
        }
    }
    found.sort_by_key(|(lines, _)| *lines);
    let rows = found.into_iter().map(|(lines, item)| {
        let lines =
            lines.map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") });
        vec![lines.into(), item.name.into(), item.meta.evidence.as_str().into(), item.meta.doc.as_str().into()]
    });
    let rows = rows.collect();
    let here = |places: &[juspay_spec::model::At]| places.iter().any(|place| place.page == page.name);
    let readings = api.readings.iter().filter(|reading| here(&reading.at)).map(|reading| reading.name.as_str());
    let questions = api.questions.iter().filter(|question| here(&question.at)).map(|question| question.name.as_str());
    Report::new("page", &page.name, &page.title)
        .fact("url", page.url.clone())
        .fact("evidence", page.evidence.as_str())
        .fact("readings", readings.collect::<Json>())
        .fact("questions", questions.collect::<Json>())
        .table(Table::new("items", &["lines", "name", "evidence", "doc"], rows))
}

/// A module with its endpoints and types.
pub(super) fn module(api: &Api, at: usize, name: &str, version: Option<ApiVersion>) -> Report {
    let endpoints = api.endpoints.iter().filter(|endpoint| endpoint.module == at);
    let endpoints = endpoints.filter(|endpoint| sees(version, endpoint.life.range));
    let types = api.types.iter().filter(|def| def.module == at && sees(version, def.life.range));
    let rust = api.modules.get(at).map(|module| module.rust.as_str());
    Report::new("module", name, "")
        .fact("rust", rust)
        .table(Table::new(
            "endpoints",
            overview::ENDPOINT,
            endpoints.map(|endpoint| overview::endpoint_row(api, endpoint)).collect(),
        ))
        .table(Table::new("types", overview::TYPE, types.map(|def| overview::type_row(api, def, version)).collect()))
}

/// A question or a reading in full.
pub(super) fn note(api: &Api, name: &str) -> Option<Report> {
    if let Some(question) = api.questions.iter().find(|question| question.name == name) {
        let places: Json = question.at.iter().map(ToString::to_string).collect();
        let report = Report::new("question", name, &question.ask);
        return Some(report.fact("about", question.about.clone()).fact("at", places));
    }
    let mut all = overview::readings(api);
    let table = all.tables.first_mut()?;
    table.rows.retain(|row| row.first().and_then(Json::as_str) == Some(name));
    let row = table.rows.first()?.clone();
    let report = Report::new("reading", name, "");
    Some(table.columns.iter().zip(row).skip(1).fold(report, |report, (key, value)| report.fact(key, value)))
}

/// The fields, bodies and responses that mention a type.
pub(super) fn users(api: &Api, id: TypeId) -> Json {
    let mut users: Vec<String> = Vec::new();
    let mentions = |ty: &Type| ty.named() == Some(id);
    for def in &api.types {
        let Some(object) = def.object() else { continue };
        let fields = object.fields.iter().filter(|field: &&Field| mentions(&field.ty));
        users.extend(fields.map(|field| format!("{}.{}", def.name, label(field, None))));
        let rest = object.rest.iter().filter(|rest| mentions(&rest.ty));
        users.extend(rest.map(|rest| format!("{}.{}", def.name, rest.rust)));
    }
    for endpoint in &api.endpoints {
        let parameters = [&endpoint.path_params, &endpoint.query, &endpoint.headers].into_iter().flatten();
        let body = endpoint.body.is_some_and(|body| body.ty == id);
        let answer = endpoint.responses.iter().filter_map(|response| response.body.as_ref()).any(mentions);
        if body || answer || parameters.into_iter().any(|field| mentions(&field.ty)) {
            users.push(endpoint.name.clone());
        }
    }
    if let Some(hooks) = &api.webhooks {
        if hooks.envelope == id {
            users.push("webhooks".to_owned());
        }
        users.extend(hooks.events.iter().filter(|event| event.content == Some(id)).map(|event| event.name.clone()));
    }
    users.into()
}

/// An event of the webhooks.
pub(super) fn event(api: &Api, name: &str) -> Option<Report> {
    let hooks = api.webhooks.as_ref()?;
    let event = hooks.events.iter().find(|event| event.name == name)?;
    let content = event.content.map(|id| api.ty(id).name.as_str());
    let report = Report::new("event", name, &event.meta.doc)
        .fact("envelope", api.ty(hooks.envelope).name.as_str())
        .fact("content", content)
        .fact("since", super::describe::since(&event.life))
        .fact("gate", super::describe::change(api, event.life.gate))
        .fact("evidence", event.meta.evidence.as_str())
        .fact("at", at(&event.meta))
        .fact("note", event.meta.note.clone());
    Some(report)
}
