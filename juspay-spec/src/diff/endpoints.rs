//! Operations, their parameters and responses, and events.

use std::collections::BTreeSet;

use super::fields::{label, names, optional};
use super::lives::{self, worded};
use super::pairing::pair_up;
use super::report::{Owner, Report, Spot, Subject};
use super::shape::spelled;
use super::{presence, records, rules};
use crate::model::{Api, Encoding, Endpoint, Event, Field, Idempotent, Response, Webhooks};
use crate::version::VersionRange;

/// Compares every operation and event.
pub(super) fn compare(report: &mut Report<'_>) {
    let key = |endpoint: &Endpoint| endpoint.name.clone();
    let (old, new) = (&report.old.api.endpoints, &report.new.api.endpoints);
    for pair in pair_up(old, new, key, key) {
        let subject = Subject { old: pair.0.map(spot), new: pair.1.map(spot) };
        match pair {
            (Some(old), Some(new)) => endpoint(report, &subject, old, new),
            (None, Some(new)) => report.push(&rules::ENDPOINT_ADDED, &subject, "", call(new)),
            (Some(old), None) => report.push(&rules::ENDPOINT_REMOVED, &subject, call(old), ""),
            (None, None) => {}
        }
    }
    webhooks(report);
}

fn spot(endpoint: &Endpoint) -> Spot {
    Spot {
        item: endpoint.name.clone(),
        origin: endpoint.meta.origin,
        owner: Owner::Endpoint(endpoint.name.clone()),
        range: endpoint.life.range,
    }
}

fn call(endpoint: &Endpoint) -> String {
    format!("{} {}", endpoint.method, endpoint.path)
}

fn endpoint(report: &mut Report<'_>, subject: &Subject, old: &Endpoint, new: &Endpoint) {
    let module = |api: &Api, at: usize| api.modules.get(at).map(|module| module.rust.clone()).unwrap_or_default();
    let (before, after) = (module(report.old.api, old.module), module(report.new.api, new.module));
    report.text(&rules::ENDPOINT_MOVED, subject, &before, &after);
    report.text(&rules::ENDPOINT_RUST_NAME, subject, &old.rust, &new.rust);
    report.text(&rules::CALL_CHANGED, subject, &call(old), &call(new));
    let auth = |api: &Api, endpoint: &Endpoint| -> BTreeSet<String> {
        endpoint.auth.iter().filter_map(|at| api.auth.get(*at)).map(|scheme| format!("`{}`", scheme.name)).collect()
    };
    let (before, after) = (auth(report.old.api, old), auth(report.new.api, new));
    names(report, subject, &before, &after, [&rules::AUTH_REFUSED, &rules::AUTH_ALLOWED]);
    let bodies = [body(report.old.api, old), body(report.new.api, new)];
    optional(report, subject, bodies, [&rules::BODY_ADDED, &rules::BODY_REMOVED, &rules::BODY_CHANGED]);
    report.text(&rules::IDEMPOTENCE_CHANGED, subject, &repeated(old), &repeated(new));
    let lives = [&rules::ENDPOINT_NARROWED, &rules::ENDPOINT_WIDENED];
    lives::compare(report, subject, old.life.range, new.life.range, lives);
    let rules = [&rules::ENDPOINT_DOCS_CHANGED, &rules::ENDPOINT_SOURCE_CHANGED];
    records::meta(report, subject, &old.meta, &new.meta, rules);
    for (place, old, new) in [
        ("path", &old.path_params, &new.path_params),
        ("query", &old.query, &new.query),
        ("header", &old.headers, &new.headers),
    ] {
        parameters(report, subject, place, old, new);
    }
    responses(report, subject, old, new);
}

fn body(api: &Api, endpoint: &Endpoint) -> Option<String> {
    let body = endpoint.body?;
    let encoding = match body.encoding {
        Encoding::Form => "a form",
        Encoding::Json => "JSON",
    };
    let name = api.types.get(body.ty.0 as usize).map_or("", |def| &def.name);
    Some(format!("`{name}` as {encoding}"))
}

fn repeated(endpoint: &Endpoint) -> String {
    match &endpoint.idempotent {
        Idempotent::No => "no".to_owned(),
        Idempotent::Read => "yes, it only reads".to_owned(),
        Idempotent::By(field) => format!("with the same {field}"),
    }
}

/// Compares the parameters of one place: path, query or headers.
pub(super) fn parameters(report: &mut Report<'_>, holder: &Subject, place: &str, old: &[Field], new: &[Field]) {
    let key = |field: &Field| field.wire.clone();
    for pair in pair_up(old, new, key, key) {
        let spot = |holder: &Option<Spot>, field: Option<&Field>| {
            let (holder, field) = (holder.as_ref()?, field?);
            let item = format!("{}.{}", holder.item, label(field));
            Some(Spot { item, origin: field.meta.origin, owner: holder.owner.clone(), range: field.life.range })
        };
        let subject = Subject { old: spot(&holder.old, pair.0), new: spot(&holder.new, pair.1) };
        let (before, after) = (
            pair.0.map(|field| worded_parameter(report.old.api, place, field)),
            pair.1.map(|field| worded_parameter(report.new.api, place, field)),
        );
        let required = |field: &Field| field.presence.is_required();
        match (pair, before, after) {
            ((Some(old), Some(new)), Some(before), Some(after)) => {
                parameter(report, &subject, [old, new], [before, after]);
            }
            ((None, Some(new)), _, Some(after)) if required(new) => {
                report.push(&rules::REQUIRED_PARAMETER_ADDED, &subject, "", after);
            }
            ((None, Some(_)), _, Some(after)) => report.push(&rules::OPTIONAL_PARAMETER_ADDED, &subject, "", after),
            ((Some(old), None), Some(before), _) if required(old) => {
                report.push(&rules::REQUIRED_PARAMETER_REMOVED, &subject, before, "");
            }
            ((Some(_), None), Some(before), _) => report.push(&rules::OPTIONAL_PARAMETER_REMOVED, &subject, before, ""),
            _ => {}
        }
    }
}

fn worded_parameter(api: &Api, place: &str, field: &Field) -> String {
    format!("{}, {}, in the {place}", spelled(api, &field.ty), presence::worded(api, field))
}

fn parameter(report: &mut Report<'_>, subject: &Subject, [old, new]: [&Field; 2], [before, after]: [String; 2]) {
    let required = |field: &Field| field.presence.is_required();
    match (required(old), required(new)) {
        (false, true) => report.push(&rules::PARAMETER_REQUIRED, subject, &before, &after),
        (true, false) => report.push(&rules::PARAMETER_OPTIONAL, subject, &before, &after),
        _ => {}
    }
    let lives = [&rules::PARAMETER_NARROWED, &rules::PARAMETER_WIDENED];
    lives::compare(report, subject, old.life.range, new.life.range, lives);
    let (one, other) = (rest(report.old.api, old), rest(report.new.api, new));
    if required(old) == required(new) || spelled(report.old.api, &old.ty) != spelled(report.new.api, &new.ty) {
        report.text(&rules::PARAMETER_CHANGED, subject, &one, &other);
    }
    records::described(report, subject, &old.meta, &new.meta, &rules::PARAMETER_DOCS_CHANGED);
}

/// Everything about a parameter that its table in Rust does not tell.
fn rest(api: &Api, field: &Field) -> String {
    let mut text = spelled(api, &field.ty);
    let Field { constraints, form, default, when, .. } = field;
    if !field.presence.is_required() {
        text = format!("{text}, {}", presence::worded(api, field));
    }
    if !constraints.is_empty() {
        text = format!("{text}, {constraints:?}");
    }
    for (name, part) in [("default", default.as_deref()), ("if", when.as_ref().map(|when| when.text.as_str()))] {
        if let Some(part) = part {
            text = format!("{text}, {name} {part}");
        }
    }
    if *form == crate::model::WireForm::Plain { text } else { format!("{text}, as a string") }
}

fn responses(report: &mut Report<'_>, holder: &Subject, old: &Endpoint, new: &Endpoint) {
    let key = |response: &Response| (response.status, response.life.range.since, response.life.range.until);
    let alone = |responses: &[Response], status: u16| responses.iter().filter(|it| it.status == status).count() == 1;
    // A status that is answered in one way only is the same one, whatever its versions.
    let keyed = |response: &Response| match key(response) {
        (status, ..) if alone(&old.responses, status) && alone(&new.responses, status) => (status, None),
        (status, since, until) => (status, Some((since, until))),
    };
    for pair in pair_up(&old.responses, &new.responses, keyed, keyed) {
        let spot = |holder: &Option<Spot>, response: Option<&Response>| {
            let (holder, response) = (holder.as_ref()?, response?);
            let item = format!("{}.{}", holder.item, response.status);
            Some(Spot { item, origin: response.meta.origin, owner: holder.owner.clone(), range: response.life.range })
        };
        let subject = Subject { old: spot(&holder.old, pair.0), new: spot(&holder.new, pair.1) };
        match pair {
            (Some(old), Some(new)) => {
                let (before, after) = (answered(report.old.api, old), answered(report.new.api, new));
                report.text(&rules::RESPONSE_CHANGED, &subject, &before, &after);
                let lives = [&rules::RESPONSE_NARROWED, &rules::RESPONSE_WIDENED];
                lives::compare(report, &subject, old.life.range, new.life.range, lives);
                records::described(report, &subject, &old.meta, &new.meta, &rules::RESPONSE_DOCS_CHANGED);
            }
            (None, Some(new)) => {
                let after = answered(report.new.api, new);
                report.push(&rules::RESPONSE_ADDED, &subject, "", after);
            }
            (Some(old), None) => {
                let before = answered(report.old.api, old);
                report.push(&rules::RESPONSE_REMOVED, &subject, before, "");
            }
            (None, None) => {}
        }
    }
}

fn answered(api: &Api, response: &Response) -> String {
    response.body.as_ref().map_or_else(|| "no body".to_owned(), |body| format!("`{}`", spelled(api, body)))
}

fn webhooks(report: &mut Report<'_>) {
    let (old_api, new_api) = (report.old.api, report.new.api);
    let spot = |hooks: &Webhooks| Spot {
        item: "webhooks".to_owned(),
        origin: hooks.meta.origin,
        owner: Owner::Webhooks,
        range: VersionRange::ALL,
    };
    let subject = Subject { old: old_api.webhooks.as_ref().map(spot), new: new_api.webhooks.as_ref().map(spot) };
    let count = |hooks: &Webhooks| format!("{} events", hooks.events.len());
    let envelope = |api: &Api, hooks: &Webhooks| {
        format!("`{}`", api.types.get(hooks.envelope.0 as usize).map_or("", |def| &def.name))
    };
    match (&old_api.webhooks, &new_api.webhooks) {
        (Some(old), Some(new)) => {
            let (before, after) = (envelope(old_api, old), envelope(new_api, new));
            report.text(&rules::ENVELOPE_CHANGED, &subject, &before, &after);
            records::described(report, &subject, &old.meta, &new.meta, &rules::EVENT_DOCS_CHANGED);
            let key = |event: &Event| event.name.clone();
            for pair in pair_up(&old.events, &new.events, key, key) {
                event(report, pair);
            }
        }
        (None, Some(new)) => report.push(&rules::WEBHOOKS_ADDED, &subject, "", count(new)),
        (Some(old), None) => report.push(&rules::WEBHOOKS_REMOVED, &subject, count(old), ""),
        (None, None) => {}
    }
}

fn event(report: &mut Report<'_>, pair: (Option<&Event>, Option<&Event>)) {
    let spot = |event: &Event| Spot {
        item: event.name.clone(),
        origin: event.meta.origin,
        owner: Owner::Webhooks,
        range: event.life.range,
    };
    let content = |api: &Api, event: &Event| {
        let def = event.content.and_then(|id| api.types.get(id.0 as usize));
        def.map_or_else(|| "nothing".to_owned(), |def| format!("`{}`", def.name))
    };
    let summary = |api: &Api, event: &Event| {
        let about = content(api, event);
        if event.life.range.is_all() { about } else { format!("{about}, {}", worded(event.life.range)) }
    };
    let subject = Subject { old: pair.0.map(spot), new: pair.1.map(spot) };
    let (old_api, new_api) = (report.old.api, report.new.api);
    match pair {
        (Some(old), Some(new)) => {
            report.text(&rules::EVENT_CHANGED, &subject, &content(old_api, old), &content(new_api, new));
            let lives = [&rules::EVENT_NARROWED, &rules::EVENT_WIDENED];
            lives::compare(report, &subject, old.life.range, new.life.range, lives);
            records::described(report, &subject, &old.meta, &new.meta, &rules::EVENT_DOCS_CHANGED);
        }
        (None, Some(new)) => report.push(&rules::EVENT_ADDED, &subject, "", summary(new_api, new)),
        (Some(old), None) => report.push(&rules::EVENT_REMOVED, &subject, summary(old_api, old), ""),
        (None, None) => {}
    }
}
