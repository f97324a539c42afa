//! What a spec holds, to look at: the whole, or one item of it.

mod describe;
mod endpoints;
mod overview;
mod render;
mod report;
mod sources;
mod types;

pub use overview::{open_questions, overview, readings};
pub use render::Layout;
pub use report::{Report, Table};

use juspay_spec::model::{Api, Field};
use juspay_spec::version::{ApiVersion, VersionRange};

/// One item: a type, `Type.field`, `Enum.VALUE`, an endpoint, `endpoint.parameter`, a change, a version, an event, a
/// module, a page, a question or a reading. `None` if nothing has the name.
///
/// Where two kinds share a name the order above decides; `page:orders` or `module:orders` asks for one of them.
pub fn item(api: &Api, name: &str, version: Option<ApiVersion>) -> Option<Report> {
    // Names may hold a colon themselves: `PAYU:udf1` is a parameter.
    let plain = KINDS.iter().find_map(|kind| by_kind(api, kind, name, version));
    plain.or_else(|| {
        let (kind, rest) = name.split_once(':')?;
        by_kind(api, kind, rest, version)
    })
}

/// The kinds of items in the order in which a name is looked up.
pub const KINDS: &[&str] = &["type", "endpoint", "change", "version", "event", "module", "page", "note"];

fn by_kind(api: &Api, kind: &str, name: &str, version: Option<ApiVersion>) -> Option<Report> {
    match kind {
        "type" | "enum" | "field" | "value" => of_type(api, name, version),
        "endpoint" | "parameter" => of_endpoint(api, name, version),
        "change" => endpoints::change_report(api, name),
        "version" => endpoints::version_report(api, name.parse().ok()?),
        "event" => sources::event(api, name),
        "module" => {
            let at = api.modules.iter().position(|module| module.name == name)?;
            Some(sources::module(api, at, name, version))
        }
        "page" => Some(sources::page(api, api.pages.iter().find(|page| page.name == name)?)),
        "note" | "question" | "reading" => sources::note(api, name),
        _ => None,
    }
}

fn of_type(api: &Api, name: &str, version: Option<ApiVersion>) -> Option<Report> {
    if let Some(def) = api.find_type(name) {
        return Some(types::report(api, def, version));
    }
    let (owner, member) = name.split_once('.')?;
    let def = api.find_type(owner)?;
    if let Some(values) = def.as_enum() {
        let value = values.values.iter().find(|value| value.wire == member)?;
        return Some(types::value(api, def, values, value));
    }
    let field = find_field(&def.object()?.fields, member, version)?;
    Some(types::field(api, owner, field, version))
}

fn of_endpoint(api: &Api, name: &str, version: Option<ApiVersion>) -> Option<Report> {
    if let Some(endpoint) = api.endpoint(name) {
        return Some(endpoints::report(api, endpoint, version));
    }
    let (owner, member) = name.split_once('.')?;
    let endpoint = api.endpoint(owner)?;
    let mut places = [&endpoint.path_params, &endpoint.query, &endpoint.headers].into_iter();
    let field = places.find_map(|fields| find_field(fields, member, version))?;
    Some(types::field(api, owner, field, version))
}

/// A field by the name it has or had on the wire, or by its name in Rust.
fn find_field<'a>(fields: &'a [Field], name: &str, version: Option<ApiVersion>) -> Option<&'a Field> {
    let visible = || fields.iter().filter(|field| sees(version, field.life.range));
    visible()
        .find(|field| label(field, version) == name)
        .or_else(|| visible().find(|field| field.rust == name))
        .or_else(|| visible().find(|field| field.former.iter().any(|former| former.wire == name)))
}

/// Every name that [`item`] knows, for completion and for `did you mean`.
pub fn names(api: &Api) -> Vec<String> {
    let mut names: Vec<String> = sources::every_item(api).into_iter().map(|item| item.name).collect();
    names.extend(api.versions.iter().map(|version| version.version.to_string()));
    names.extend(api.modules.iter().map(|module| module.name.clone()));
    names.extend(api.pages.iter().map(|page| page.name.clone()));
    names.extend(api.questions.iter().map(|question| question.name.clone()));
    names.extend(api.readings.iter().map(|reading| reading.name.clone()));
    names.sort();
    names.dedup();
    names
}

/// Whether a version, if one was asked for, has what exists in the range.
fn sees(version: Option<ApiVersion>, range: VersionRange) -> bool {
    version.is_none_or(|version| range.contains(version))
}

/// What a field is called in a version; its newest name if no version is asked for.
fn label(field: &Field, version: Option<ApiVersion>) -> &str {
    let wire = version.map_or(field.wire.as_str(), |version| field.wire_at(version));
    if wire.is_empty() { &field.rust } else { wire }
}
