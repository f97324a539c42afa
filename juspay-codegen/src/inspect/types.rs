//! Types, their fields and their values.

use juspay_spec::model::{Api, Enum, EnumValue, Field, Grade, Object, TypeDef, TypeKind};
use juspay_spec::version::ApiVersion;

use super::describe::{at, change, constraints, date, field_type, form, module, since, ty, until};
use super::report::{Report, Table};
use super::{label, sees, sources};
use crate::json::Json;
use crate::visible;

const FIELD: &[&str] = &["name", "type", "since", "until", "when", "at", "doc"];
const VALUE: &[&str] = &["name", "id", "since", "until", "was", "at", "doc"];

/// An object or an enum.
pub(super) fn report(api: &Api, def: &TypeDef, version: Option<ApiVersion>) -> Report {
    let kind = if def.object().is_some() { "type" } else { "enum" };
    let report = Report::new(kind, &def.name, &def.meta.doc)
        .fact("rust", def.rust.as_str())
        .fact("module", module(api, def.module))
        .fact("since", since(&def.life))
        .fact("until", until(&def.life))
        .fact("evidence", def.meta.evidence.as_str())
        .fact("at", at(&def.meta))
        .fact("note", def.meta.note.clone());
    let report = match &def.kind {
        TypeKind::Object(object) => of_object(api, report, object, version),
        TypeKind::Enum(values) => of_enum(api, report, values, version),
    };
    report.fact("used_by", sources::users(api, def.id))
}

fn of_object(api: &Api, report: Report, object: &Object, version: Option<ApiVersion>) -> Report {
    let fields = object.fields.iter().filter(|field| sees(version, field.life.range));
    let groups = object.one_of.iter().map(|group| {
        let members = group.iter().filter_map(|at| object.fields.get(*at));
        members.map(|field| label(field, version)).collect::<Vec<_>>().join(" or ")
    });
    report
        .fact("one_of", groups.collect::<Json>())
        .fact("choice", object.choice.then_some(true))
        .fact("rest", object.rest.as_ref().map(|rest| ty(api, &rest.ty)))
        .table(Table::new("fields", FIELD, fields.map(|field| field_row(api, field, version)).collect()))
}

/// A row of a table of fields or parameters.
fn field_row(api: &Api, field: &Field, version: Option<ApiVersion>) -> Vec<Json> {
    vec![
        label(field, version).into(),
        field_type(api, field).into(),
        since(&field.life),
        until(&field.life),
        field.when.as_ref().map(|when| when.text.as_str()).into(),
        at(&field.meta),
        field.meta.doc.as_str().into(),
    ]
}

/// A table of parameters.
pub(super) fn parameters(api: &Api, key: &'static str, fields: &[Field], version: Option<ApiVersion>) -> Table {
    let fields = fields.iter().filter(|field| sees(version, field.life.range));
    Table::new(key, FIELD, fields.map(|field| field_row(api, field, version)).collect())
}

/// One field of an object, or one parameter of an endpoint.
pub(super) fn field(api: &Api, owner: &str, field: &Field, version: Option<ApiVersion>) -> Report {
    let former = field
        .former
        .iter()
        .map(|former| vec![former.wire.as_str().into(), date(former.range.since), former.range.until.map(date).into()]);
    Report::new("field", format!("{owner}.{}", label(field, version)), &field.meta.doc)
        .fact("type", field_type(api, field))
        .fact("documented", field.documented.clone())
        .fact("written_as", form(field.form))
        .fact("rust", field.rust.as_str())
        .fact("prefix", field.prefix.clone())
        .fact("group", field.group.clone())
        .fact("aliases", field.aliases.clone())
        .fact("since", since(&field.life))
        .fact("until", until(&field.life))
        .fact("gate", change(api, field.life.gate))
        .fact("removed_by", change(api, field.life.until))
        .fact("required_since", required_since(api, field))
        .fact("when", field.when.as_ref().map(|when| when.text.as_str()))
        .fact("hidden", field.hidden.as_ref().map(|filter| filter.condition.text.as_str()))
        .fact("hidden_until", change(api, field.hidden.as_ref().map(|filter| filter.change)))
        .fact("constraints", constraints(field))
        .fact("default", field.default.clone())
        .fact("blank_is_absent", field.blank)
        .fact("sensitive", field.sensitive)
        .fact("evidence", field.meta.evidence.as_str())
        .fact("at", at(&field.meta))
        .fact("note", field.meta.note.clone())
        .table(Table::new("former_names", &["name", "since", "until"], former.collect()))
}

fn required_since(api: &Api, field: &Field) -> Json {
    match field.presence {
        juspay_spec::model::Presence::RequiredSince(at) => change(api, Some(at)),
        _ => Json::Null,
    }
}

fn of_enum(api: &Api, report: Report, values: &Enum, version: Option<ApiVersion>) -> Report {
    let grade = Grade::WORDS.iter().find(|(_, grade)| *grade == values.grade).map(|(word, _)| *word);
    let sent = |value: &&EnumValue| version.is_none_or(|version| visible::enum_value(api, value, version));
    let rows = values.values.iter().filter(sent).map(|value| {
        vec![
            value.wire.as_str().into(),
            value.id.into(),
            since(&value.life),
            until(&value.life),
            was(api, values, value),
            at(&value.meta),
            value.meta.doc.as_str().into(),
        ]
    });
    let names = |at: &[usize]| -> Json {
        at.iter().filter_map(|at| values.values.get(*at)).map(|value| value.wire.as_str()).collect()
    };
    let answers = values.answers.iter().map(|answer| {
        vec![answer.rust.as_str().into(), names(&answer.yes), names(&answer.no), answer.meta.doc.as_str().into()]
    });
    report.fact("list", grade).table(Table::new("values", VALUE, rows.collect())).table(Table::new(
        "answers",
        &["name", "yes", "no", "doc"],
        answers.collect(),
    ))
}

/// What was sent in place of a value: `SUCCESS before 2015-01-09`.
fn was(api: &Api, values: &Enum, value: &EnumValue) -> Json {
    let former = value.was.iter().filter_map(|former| {
        let (sent, change) = (values.values.get(former.value)?, api.changes.get(former.change)?);
        Some(format!("{} before {}", sent.wire, change.version))
    });
    former.collect()
}

/// One value of an enum.
pub(super) fn value(api: &Api, owner: &TypeDef, values: &Enum, value: &EnumValue) -> Report {
    let was = value.was.iter().map(|former| {
        let sent = values.values.get(former.value).map(|value| value.wire.as_str());
        let version = api.changes.get(former.change).map(|change| change.version.to_string());
        vec![version.into(), sent.into(), change(api, Some(former.change))]
    });
    Report::new("value", format!("{}.{}", owner.name, value.wire), &value.meta.doc)
        .fact("rust", value.rust.as_str())
        .fact("id", value.id)
        .fact("since", since(&value.life))
        .fact("until", until(&value.life))
        .fact("gate", change(api, value.life.gate))
        .fact("removed_by", change(api, value.life.until))
        .fact("evidence", value.meta.evidence.as_str())
        .fact("at", at(&value.meta))
        .fact("note", value.meta.note.clone())
        .table(Table::new("was", &["before", "sent_as", "change"], was.collect()))
}
