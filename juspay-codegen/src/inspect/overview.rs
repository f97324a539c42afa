//! The whole API, and lists that go across it.

use juspay_spec::model::{Api, Endpoint, EnumValue, ReadingAnswer, TypeDef, TypeKind, Unversioned};
use juspay_spec::version::ApiVersion;

use super::describe::{at, body, change, module, since, until};
use super::report::{Report, Table};
use super::sees;
use crate::json::Json;
use crate::visible;

/// The columns of a table of endpoints.
pub(super) const ENDPOINT: &[&str] = &["name", "call", "body", "answer", "module", "since", "until", "doc"];
/// The columns of a table of types.
pub(super) const TYPE: &[&str] = &["name", "kind", "module", "size", "gated", "since", "until", "doc"];
/// The columns of a table of changes.
pub(super) const CHANGE: &[&str] = &["version", "name", "kind", "moves", "doc"];

/// Endpoints, types and versions; with a version, only what it has.
pub fn overview(api: &Api, version: Option<ApiVersion>) -> Report {
    let without = match api.unversioned {
        Unversioned::Oldest => "oldest",
        Unversioned::Newest => "newest",
    };
    let environments = api.environments.iter();
    let environments = environments.map(|environment| {
        vec![environment.name.as_str().into(), environment.url.as_str().into(), environment.meta.doc.as_str().into()]
    });
    let auth = api.auth.iter().map(|scheme| vec![scheme.name.as_str().into(), scheme.meta.doc.as_str().into()]);
    let endpoints = api.endpoints.iter().filter(|endpoint| sees(version, endpoint.life.range));
    let types = api.types.iter().filter(|def| sees(version, def.life.range));
    let changes = (0..api.changes.len()).filter(|at| {
        api.changes.get(*at).is_some_and(|change| version.is_none_or(|version| change.version <= version))
    });
    Report::new("api", &api.name, &api.doc)
        .fact("version", version.map(|version| version.to_string()))
        .fact("version_header", api.version_header.as_str())
        .fact("unversioned", without)
        .fact("headers", api.headers.iter().map(|header| header.wire.as_str()).collect::<Json>())
        .table(Table::new("environments", &["name", "url", "doc"], environments.collect()))
        .table(Table::new("auth", &["name", "doc"], auth.collect()))
        .table(Table::new("endpoints", ENDPOINT, endpoints.map(|endpoint| endpoint_row(api, endpoint)).collect()))
        .table(Table::new("types", TYPE, types.map(|def| type_row(api, def, version)).collect()))
        .table(versions(api))
        .table(Table::new("changes", CHANGE, changes.map(|at| change_row(api, at)).collect()))
}

/// A row per version, the base first: what it changed, and how much it has.
fn versions(api: &Api) -> Table {
    let rows = api.all_versions().map(|version| {
        let changes = api.changes.iter().filter(|change| change.version == version).map(|change| change.name.as_str());
        let endpoints = api.endpoints.iter().filter(|endpoint| endpoint.life.range.contains(version)).count();
        let fields = visible::visible_fields(api, version).len();
        vec![version.to_string().into(), endpoints.into(), fields.into(), changes.collect()]
    });
    Table::new("versions", &["version", "endpoints", "fields_and_values", "changes"], rows.collect())
}

/// What nobody knows yet: questions, unresolved changes and unresolved items.
pub fn open_questions(api: &Api) -> Report {
    let questions = api.questions.iter().map(|question| {
        let at: Json = question.at.iter().map(ToString::to_string).collect();
        vec![question.name.as_str().into(), question.ask.as_str().into(), question.about.clone().into(), at]
    });
    let unresolved = api.changes.iter().filter(|change| change.question.is_some());
    let unresolved = unresolved.map(|change| {
        vec![change.name.as_str().into(), change.version.to_string().into(), change.question.clone().into()]
    });
    let items = super::sources::every_item(api).into_iter().filter(|item| item.meta.evidence.is_open());
    let items = items.map(|item| vec![item.name.into(), at(item.meta), item.meta.doc.as_str().into()]);
    Report::new("questions", &api.name, "What nobody knows yet.")
        .table(Table::new("questions", &["name", "ask", "about", "at"], questions.collect()))
        .table(Table::new("changes", &["name", "version", "question"], unresolved.collect()))
        .table(Table::new("items", &["name", "at", "doc"], items.collect()))
}

/// Every oddity of the documentation with what the spec makes of it.
pub fn readings(api: &Api) -> Report {
    let rows = api.readings.iter().map(|reading| {
        let (answer, text, why): (&str, &str, Option<&str>) = match &reading.answer {
            ReadingAnswer::Read { reading, why } => ("read", reading, why.as_deref()),
            ReadingAnswer::Question(question) => ("question", question, None),
            ReadingAnswer::Waived(reason) => ("waived", reason, None),
        };
        let at: Json = reading.at.iter().map(ToString::to_string).collect();
        vec![reading.name.as_str().into(), answer.into(), text.into(), why.into(), reading.about.clone().into(), at]
    });
    Report::new("readings", &api.name, "Oddities of the documentation, and how each is read.").table(Table::new(
        "readings",
        &["name", "answer", "text", "why", "about", "at"],
        rows.collect(),
    ))
}

pub(super) fn endpoint_row(api: &Api, endpoint: &Endpoint) -> Vec<Json> {
    let success = endpoint.responses.iter().find(|response| (200..300).contains(&response.status));
    let answer = success.and_then(|response| response.body.as_ref()).map(|body| super::describe::ty(api, body));
    vec![
        endpoint.name.as_str().into(),
        format!("{} {}", endpoint.method, endpoint.path).into(),
        body(api, endpoint.body),
        answer.into(),
        module(api, endpoint.module).into(),
        since(&endpoint.life),
        until(&endpoint.life),
        endpoint.meta.doc.as_str().into(),
    ]
}

pub(super) fn type_row(api: &Api, def: &TypeDef, version: Option<ApiVersion>) -> Vec<Json> {
    let (kind, size, gated) = match &def.kind {
        TypeKind::Object(object) => {
            let fields = || object.fields.iter().filter(|field| sees(version, field.life.range));
            ("object", fields().count(), fields().filter(|field| !field.life.range.is_all()).count())
        }
        TypeKind::Enum(values) => {
            let sent = |value: &&EnumValue| version.is_none_or(|version| visible::enum_value(api, value, version));
            let gated = |value: &&EnumValue| !value.life.range.is_all() || !value.was.is_empty();
            let values = || values.values.iter().filter(sent);
            ("enum", values().count(), values().filter(gated).count())
        }
    };
    vec![
        def.name.as_str().into(),
        kind.into(),
        module(api, def.module).into(),
        size.into(),
        gated.into(),
        since(&def.life),
        until(&def.life),
        def.meta.doc.as_str().into(),
    ]
}

pub(super) fn change_row(api: &Api, at: usize) -> Vec<Json> {
    let Some(found) = api.changes.get(at) else { return Vec::new() };
    vec![
        found.version.to_string().into(),
        change(api, Some(at)),
        found.kind.as_str().into(),
        found.uses.clone().into(),
        found.meta.doc.as_str().into(),
    ]
}
