//! What every page shows, the front page, and the pages of matrices and questions.

use super::describe::{self, list, map, meta};
use super::items::{event_type, is_filled};
use juspay_spec::model::{Api, AuthKind, Need, ReadingAnswer, Unversioned};
use minijinja::Value;

/// What every page shows.
pub(super) fn site(api: &Api) -> Value {
    let modules = api.modules.iter().enumerate().filter(|(at, _)| is_filled(api, *at)).map(|(_, module)| {
        map([("name", module.name.as_str().into()), ("href", describe::module_file(module).into())])
    });
    let versions = api.all_versions().map(|version| version.to_string().into());
    map([("name", api.name.as_str().into()), ("modules", list(modules)), ("versions", list(versions))])
}

pub(super) fn index(api: &Api) -> Value {
    let environments = api.environments.iter().map(|environment| {
        map([
            ("name", environment.name.as_str().into()),
            ("url", environment.url.as_str().into()),
            ("meta", meta(&environment.meta)),
        ])
    });
    let auth = api.auth.iter().map(|scheme| {
        let how = match scheme.kind {
            AuthKind::Basic => "as the user name of HTTP basic authentication, without a password",
            AuthKind::Bearer => "as a bearer token",
            AuthKind::Header => "in a header",
            AuthKind::Parameter => "as a parameter",
            AuthKind::None => "not at all",
        };
        let parameter = scheme.parameter.as_deref();
        map([
            ("name", scheme.name.as_str().into()),
            ("how", how.into()),
            ("parameter", parameter.into()),
            ("meta", meta(&scheme.meta)),
        ])
    });
    let headers = api.headers.iter().map(|header| {
        map([
            ("name", header.wire.as_str().into()),
            ("presence", describe::presence(api, header).into()),
            ("meta", meta(&header.meta)),
        ])
    });
    let endpoints = api.endpoints.iter().map(|endpoint| {
        let file = api.modules.get(endpoint.module).map(describe::module_file).unwrap_or_default();
        map([
            ("name", endpoint.name.as_str().into()),
            ("method", endpoint.method.as_str().into()),
            ("path", endpoint.path.as_str().into()),
            ("href", format!("{file}#{}", endpoint.name).into()),
            ("life", describe::life(api, &endpoint.life)),
            ("meta", meta(&endpoint.meta)),
        ])
    });
    let without = match api.unversioned {
        Unversioned::Oldest => "the oldest version",
        Unversioned::Newest => "the newest version",
    };
    map([
        ("doc", api.doc.as_str().into()),
        ("version_header", api.version_header.as_str().into()),
        ("without", without.into()),
        ("environments", list(environments)),
        ("auth", list(auth)),
        ("headers", list(headers)),
        ("endpoints", list(endpoints)),
        ("events", events(api)),
        ("pages", pages(api)),
    ])
}

fn events(api: &Api) -> Value {
    let Some(webhooks) = &api.webhooks else { return Value::UNDEFINED };
    let events = webhooks.events.iter().map(|event| {
        map([
            ("name", event.name.as_str().into()),
            ("content", event.content.map(|id| event_type(api, id)).into()),
            ("life", describe::life(api, &event.life)),
            ("meta", meta(&event.meta)),
        ])
    });
    map([("envelope", describe::named(api, webhooks.envelope)), ("meta", meta(&webhooks.meta)), ("list", list(events))])
}

fn pages(api: &Api) -> Value {
    list(api.pages.iter().map(|page| {
        // Only addresses of the web become links: a spec may say anything.
        let url = page.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        map([
            ("name", page.name.as_str().into()),
            ("title", page.title.as_str().into()),
            ("url", url.into()),
            ("evidence", page.evidence.as_str().into()),
        ])
    }))
}

pub(super) fn requirements(api: &Api) -> Value {
    list(api.requirements.iter().map(|matrix| {
        let columns = matrix.columns.iter().map(|(name, _)| name.as_str().into());
        let rows = matrix.rows.iter().map(|row| {
            let needs = row.needs.iter().map(|need| {
                match need {
                    Need::Yes => "yes",
                    Need::No => "no",
                    Need::Optional => "optional",
                }
                .into()
            });
            map([("name", row.wire.as_str().into()), ("needs", list(needs))])
        });
        map([
            ("type", describe::named(api, matrix.ty)),
            ("by", matrix.by.as_str().into()),
            ("columns", list(columns)),
            ("rows", list(rows)),
            ("meta", meta(&matrix.meta)),
        ])
    }))
}

pub(super) fn questions(api: &Api) -> Value {
    let at = |places: &[juspay_spec::model::At]| list(places.iter().map(|place| place.to_string().into()));
    let questions = api.questions.iter().map(|question| {
        map([
            ("name", question.name.as_str().into()),
            ("ask", question.ask.as_str().into()),
            ("about", question.about.as_deref().into()),
            ("at", at(&question.at)),
        ])
    });
    let readings = api.readings.iter().map(|reading| {
        let (answer, text, why) = match &reading.answer {
            ReadingAnswer::Read { reading, why } => ("read as", reading, why.as_deref()),
            ReadingAnswer::Question(question) => ("open", question, None),
            ReadingAnswer::Waived(reason) => ("nothing depends on it", reason, None),
        };
        map([
            ("name", reading.name.as_str().into()),
            ("answer", answer.into()),
            ("text", text.as_str().into()),
            ("why", why.into()),
            ("about", reading.about.as_deref().into()),
            ("at", at(&reading.at)),
        ])
    });
    map([("questions", list(questions)), ("readings", list(readings))])
}
