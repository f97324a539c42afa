//! Operations, changes and versions.

use juspay_spec::model::{Api, Endpoint, Idempotent};
use juspay_spec::version::ApiVersion;

use super::describe::{at, body, change, module, since, ty, until};
use super::report::{Report, Table};
use super::types::parameters;
use super::{overview, sees};
use crate::json::Json;

const RESPONSE: &[&str] = &["status", "body", "since", "until", "at", "doc"];

/// An operation with its parameters and responses.
pub(super) fn report(api: &Api, endpoint: &Endpoint, version: Option<ApiVersion>) -> Report {
    let auth = endpoint.auth.iter().filter_map(|at| api.auth.get(*at)).map(|scheme| scheme.name.as_str());
    let idempotent: Json = match &endpoint.idempotent {
        Idempotent::No => "no".into(),
        Idempotent::Read => "read".into(),
        Idempotent::By(field) => format!("by {field}").into(),
    };
    let responses = endpoint.responses.iter().filter(|response| sees(version, response.life.range)).map(|response| {
        vec![
            u64::from(response.status).into(),
            response.body.as_ref().map(|body| ty(api, body)).into(),
            since(&response.life),
            until(&response.life),
            at(&response.meta),
            response.meta.doc.as_str().into(),
        ]
    });
    Report::new("endpoint", &endpoint.name, &endpoint.meta.doc)
        .fact("call", format!("{} {}", endpoint.method, endpoint.path))
        .fact("rust", endpoint.rust.as_str())
        .fact("module", module(api, endpoint.module))
        .fact("auth", auth.collect::<Json>())
        .fact("body", body(api, endpoint.body))
        .fact("idempotent", idempotent)
        .fact("since", since(&endpoint.life))
        .fact("until", until(&endpoint.life))
        .fact("gate", change(api, endpoint.life.gate))
        .fact("removed_by", change(api, endpoint.life.until))
        .fact("evidence", endpoint.meta.evidence.as_str())
        .fact("at", at(&endpoint.meta))
        .fact("note", endpoint.meta.note.clone())
        .table(parameters(api, "path", &endpoint.path_params, version))
        .table(parameters(api, "query", &endpoint.query, version))
        .table(parameters(api, "headers", &endpoint.headers, version))
        .table(Table::new("responses", RESPONSE, responses.collect()))
}

/// A change with what it moves.
pub(super) fn change_report(api: &Api, name: &str) -> Option<Report> {
    let found = api.change(name)?;
    let report = Report::new("change", name, &found.meta.doc)
        .fact("version", found.version.to_string())
        .fact("change_kind", found.kind.as_str())
        .fact("moves", found.uses.clone())
        .fact("question", found.question.clone())
        .fact("evidence", found.meta.evidence.as_str())
        .fact("at", at(&found.meta))
        .fact("note", found.meta.note.clone());
    Some(report)
}

/// A version with its changes and what it has.
pub(super) fn version_report(api: &Api, version: ApiVersion) -> Option<Report> {
    let found = api.versions.iter().find(|found| found.version == version);
    if found.is_none() && !version.is_base() {
        return None;
    }
    let fields = crate::visible::visible_fields(api, version).len();
    let endpoints = api.endpoints.iter().filter(|endpoint| endpoint.life.range.contains(version)).count();
    let changes = found.iter().flat_map(|found| &found.changes).map(|at| overview::change_row(api, *at));
    let doc = if version.is_base() { "The state before the first dated version." } else { "" };
    let report = Report::new("version", version.to_string(), doc)
        .fact("rust", found.map(|found| found.rust.as_str()))
        .fact("endpoints", endpoints)
        .fact("fields_and_values", fields)
        .table(Table::new("changes", overview::CHANGE, changes.collect()));
    Some(report)
}
