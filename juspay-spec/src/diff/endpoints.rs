//! Operations, their parameters and responses, and events.

use std::collections::BTreeSet;

use super::fields::{names, optional};
use super::lives::{self, worded};
use super::pairing::pair_up;
use super::report::{Owner, Report, Spot, Subject};
use super::shape::spelled;
use super::{parameters, records, rules};
use crate::model::{Api, Encoding, Endpoint, Event, Idempotent, Response, Type, Webhooks};
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
    if let (Some(before), Some(after)) = (encoding(old), encoding(new)) {
        report.text(&rules::BODY_ENCODED, subject, before, after);
    }
    let (before, after) = (answer(report.old.api, old), answer(report.new.api, new));
    report.text(&rules::ANSWER_TYPE_CHANGED, subject, &before, &after);
    report.text(&rules::IDEMPOTENCE_CHANGED, subject, &repeated(old), &repeated(new));
    gate(report, subject, old.life.range, new.life.range);
    let rules = [&rules::ENDPOINT_DOCS_CHANGED, &rules::ENDPOINT_SOURCE_CHANGED];
    records::meta(report, subject, &old.meta, &new.meta, rules);
    signature(report, subject, old, new);
    responses(report, subject, old, new);
}

fn gate(report: &mut Report<'_>, subject: &Subject, old: VersionRange, new: VersionRange) {
    match (old.is_all(), new.is_all()) {
        (true, false) => report.push(&rules::ENDPOINT_GATED, subject, worded(old), worded(new)),
        (false, true) => report.push(&rules::ENDPOINT_UNGATED, subject, worded(old), worded(new)),
        _ => lives::compare(report, subject, old, new, [&rules::ENDPOINT_NARROWED, &rules::ENDPOINT_WIDENED]),
    }
}

/// Parameters one by one, and what the client's method makes of all of them.
fn signature(report: &mut Report<'_>, subject: &Subject, old: &Endpoint, new: &Endpoint) {
    parameters::compare(report, subject, &parameters::PATH, &old.path_params, &new.path_params);
    parameters::compare(report, subject, &parameters::QUERY, &old.query, &new.query);
    parameters::compare(report, subject, &parameters::HEADER, &old.headers, &new.headers);
    let (before, after) = (arguments(old), arguments(new));
    let kept = |names: &[&str], others: &[&str]| {
        names.iter().copied().filter(|name| others.contains(name)).collect::<Vec<_>>().join(", ")
    };
    report.text(&rules::CALL_ARGUMENTS_REORDERED, subject, &kept(&before, &after), &kept(&after, &before));
    let options = |endpoint: &Endpoint| {
        let parameters = endpoint.query.iter().chain(&endpoint.headers);
        parameters.count() > arguments(endpoint).len() - endpoint.path_params.len()
    };
    report.flag(subject, options(old), options(new), &rules::OPTIONS_ADDED, &rules::OPTIONS_REMOVED);
}

/// The parameters that the client's method takes, by their names on the wire.
fn arguments(endpoint: &Endpoint) -> Vec<&str> {
    let all = [
        (&parameters::PATH, &endpoint.path_params),
        (&parameters::QUERY, &endpoint.query),
        (&parameters::HEADER, &endpoint.headers),
    ];
    let asked = all.into_iter().flat_map(|(place, fields)| fields.iter().filter(|field| place.requires(field)));
    asked.map(|field| field.wire.as_str()).collect()
}

/// What the client's method returns: the first body of a success, if it is an object.
fn answer(api: &Api, endpoint: &Endpoint) -> String {
    let good = || endpoint.responses.iter().filter(|response| (200..300).contains(&response.status));
    let Some(body) = good().find_map(|response| response.body.as_ref()) else { return "nothing".to_owned() };
    let object = match body {
        Type::Named(id) => api.types.get(id.0 as usize).filter(|def| def.object().is_some()),
        _ => None,
    };
    match object {
        None => "any JSON".to_owned(),
        Some(def) if good().all(|response| response.body.is_some()) => format!("`{}`", def.name),
        Some(def) => format!("`{}` or nothing", def.name),
    }
}

fn body(api: &Api, endpoint: &Endpoint) -> Option<String> {
    let body = endpoint.body?;
    api.types.get(body.ty.0 as usize).map(|def| format!("`{}`", def.name))
}

fn encoding(endpoint: &Endpoint) -> Option<&'static str> {
    Some(match endpoint.body?.encoding {
        Encoding::Form => "a form",
        Encoding::Json => "JSON",
    })
}

fn repeated(endpoint: &Endpoint) -> String {
    match &endpoint.idempotent {
        Idempotent::No => "no".to_owned(),
        Idempotent::Read => "yes, it only reads".to_owned(),
        Idempotent::By(field) => format!("with the same {field}"),
    }
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
                report.text(&rules::MEANS_CHANGED, &subject, &means(old), &means(new));
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

/// What a body may stand for in truth.
fn means(response: &Response) -> String {
    let meanings = response.means.iter().map(|(status, condition)| format!("{status} if {}", condition.text));
    let meanings: Vec<String> = meanings.collect();
    if meanings.is_empty() { "only itself".to_owned() } else { meanings.join(", ") }
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
