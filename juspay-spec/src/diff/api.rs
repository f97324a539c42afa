//! What holds for the whole API: header, environments, ways to authenticate, versions, matrices.

use super::pairing::pair_up;
use super::report::{Owner, Report, Spot, Subject};
use super::{parameters, records, rules};
use crate::model::{
    Api, AuthKind, AuthScheme, Environment, Failure, Need, Presence, RequirementRow, Requirements, TypeDef,
    Unversioned, Version,
};
use crate::source::{FileId, Span};
use crate::version::VersionRange;

/// The item of something that holds for the whole API.
pub(super) fn spot(item: String, origin: Span) -> Spot {
    Spot { item, origin, owner: Owner::Api, range: VersionRange::ALL }
}

/// Compares everything but operations, types and records.
pub(super) fn compare(report: &mut Report<'_>) {
    let (old, new) = (report.old.api, report.new.api);
    let subject = Subject::both(whole(old), whole(new));
    if (&old.name, &old.doc) != (&new.name, &new.doc) {
        report.push(&rules::API_DOCS_CHANGED, &subject, "", "");
    }
    report.text(&rules::VERSION_HEADER_CHANGED, &subject, &old.version_header, &new.version_header);
    let without = |api: &Api| match api.unversioned {
        Unversioned::Oldest => "oldest",
        Unversioned::Newest => "newest",
    };
    report.text(&rules::UNVERSIONED_CHANGED, &subject, without(old), without(new));
    parameters::compare(report, &subject, &parameters::EVERY_CALL, &old.headers, &new.headers);
    let ids = |api: &Api| if api.request_ids.is_empty() { "nothing".to_owned() } else { api.request_ids.join(", ") };
    report.text(&rules::REQUEST_IDS_CHANGED, &subject, &ids(old), &ids(new));
    failures(report, &subject, old, new);
    environments(report, old, new);
    auth(report, old, new);
    versions(report, old, new);
    matrices(report, old, new);
}

/// The API itself, at the first place of it that is known.
fn whole(api: &Api) -> Spot {
    let first = api.environments.first().map(|environment| environment.meta.origin);
    let first = first.or_else(|| api.endpoints.first().map(|endpoint| endpoint.meta.origin));
    spot("api".to_owned(), first.unwrap_or(Span { file: FileId(0), start: 0, end: 0 }))
}

fn failures(report: &mut Report<'_>, subject: &Subject, old: &Api, new: &Api) {
    let key = |failure: &Failure| failure.name.clone();
    let place = |failure: &Failure| spot(format!("failure {}", failure.name), failure.meta.origin);
    for pair in pair_up(&old.failures, &new.failures, key, key) {
        let subject = Subject { old: pair.0.map(place), new: pair.1.map(place) };
        match pair {
            (Some(one), Some(other)) => {
                let (before, after) = (told(old, one), told(new, other));
                report.text(&rules::FAILURE_CHANGED, &subject, &before, &after);
                records::described(report, &subject, &one.meta, &other.meta, &rules::API_DOCS_CHANGED);
            }
            (None, Some(other)) => report.push(&rules::FAILURE_ADDED, &subject, "", told(new, other)),
            (Some(one), None) => report.push(&rules::FAILURE_REMOVED, &subject, told(old, one), ""),
            (None, None) => {}
        }
    }
    let shared = |api: &Api, other: &Api| -> Vec<String> {
        let known = |failure: &&Failure| other.failures.iter().any(|it| it.name == failure.name);
        api.failures.iter().filter(known).map(key).collect()
    };
    report.text(&rules::FAILURES_REORDERED, subject, &shared(old, new).join(", "), &shared(new, old).join(", "));
}

/// What of a failure's body says what.
fn told(api: &Api, failure: &Failure) -> String {
    let Failure { ty, has, code, message, user_message, request_id, .. } = failure;
    let mut text = format!("`{}`", api.types.get(ty.0 as usize).map_or("", |def| &def.name));
    let parts = [
        ("has", has),
        ("code", code),
        ("message", message),
        ("user message", user_message),
        ("request id", request_id),
    ];
    for (name, paths) in parts.into_iter().filter(|(_, paths)| !paths.is_empty()) {
        text = format!("{text}, {name} {}", paths.join(" or "));
    }
    text
}

fn environments(report: &mut Report<'_>, old: &Api, new: &Api) {
    let key = |environment: &Environment| (environment.name.clone(), environment.rust.clone());
    let place = |environment: &Environment| spot(format!("environment {}", environment.name), environment.meta.origin);
    for pair in pair_up(&old.environments, &new.environments, key, key) {
        let subject = Subject { old: pair.0.map(place), new: pair.1.map(place) };
        match pair {
            (Some(old), Some(new)) => {
                report.text(&rules::ENVIRONMENT_URL, &subject, &old.url, &new.url);
                records::described(report, &subject, &old.meta, &new.meta, &rules::ENVIRONMENT_DOCS_CHANGED);
            }
            (None, Some(new)) => report.push(&rules::ENVIRONMENT_ADDED, &subject, "", &new.url),
            (Some(old), None) => report.push(&rules::ENVIRONMENT_REMOVED, &subject, &old.url, ""),
            (None, None) => {}
        }
    }
}

fn auth(report: &mut Report<'_>, old: &Api, new: &Api) {
    let key = |scheme: &AuthScheme| scheme.name.clone();
    let place = |scheme: &AuthScheme| spot(format!("auth {}", scheme.name), scheme.meta.origin);
    for pair in pair_up(&old.auth, &new.auth, key, key) {
        let subject = Subject { old: pair.0.map(place), new: pair.1.map(place) };
        match pair {
            (Some(old), Some(new)) => {
                report.text(&rules::AUTH_CHANGED, &subject, &carried(old), &carried(new));
                records::described(report, &subject, &old.meta, &new.meta, &rules::AUTH_DOCS_CHANGED);
            }
            (None, Some(new)) => report.push(&rules::AUTH_ADDED, &subject, "", carried(new)),
            (Some(old), None) => report.push(&rules::AUTH_REMOVED, &subject, carried(old), ""),
            (None, None) => {}
        }
    }
}

fn carried(scheme: &AuthScheme) -> String {
    let kind = match scheme.kind {
        AuthKind::Basic => "user name",
        AuthKind::Bearer => "bearer token",
        AuthKind::Header => "header",
        AuthKind::Parameter => "parameter",
        AuthKind::None => "nothing",
    };
    scheme.parameter.as_ref().map_or_else(|| kind.to_owned(), |name| format!("{kind} `{name}`"))
}

fn versions(report: &mut Report<'_>, old: &Api, new: &Api) {
    // A version is written with its first change; `changes` are never without one.
    let origin = |api: &Api, version: &Version| {
        let first = version.changes.first().and_then(|change| api.changes.get(*change));
        first.map_or(whole(api).origin, |change| change.meta.origin)
    };
    let docs = |api: &Api, version: &Version| -> Vec<String> {
        let mut docs: Vec<String> = version
            .changes
            .iter()
            .filter_map(|change| api.changes.get(*change))
            .map(|it| it.meta.doc.clone())
            .collect();
        docs.sort_unstable();
        docs
    };
    let key = |version: &Version| version.version;
    for pair in pair_up(&old.versions, &new.versions, key, key) {
        let place = |api: &Api, version: &Version| {
            let since = VersionRange { since: version.version, until: None };
            Spot { range: since, ..spot(format!("version {}", version.version), origin(api, version)) }
        };
        let subject =
            Subject { old: pair.0.map(|version| place(old, version)), new: pair.1.map(|version| place(new, version)) };
        match pair {
            (Some(one), Some(other)) if docs(old, one) != docs(new, other) => {
                report.push(&rules::VERSION_DOCS_CHANGED, &subject, "", "");
            }
            (None, Some(other)) => report.push(&rules::VERSION_ADDED, &subject, "", docs(new, other).join(" ")),
            (Some(one), None) => report.push(&rules::VERSION_REMOVED, &subject, docs(old, one).join(" "), ""),
            _ => {}
        }
    }
}

fn matrices(report: &mut Report<'_>, old: &Api, new: &Api) {
    let name = |api: &Api, matrix: &Requirements| {
        let of = api.types.get(matrix.ty.0 as usize).map_or("", |def| &def.name);
        format!("{of} by {}", matrix.by)
    };
    let pairs = pair_up(&old.requirements, &new.requirements, |matrix| name(old, matrix), |matrix| name(new, matrix));
    for pair in pairs {
        let subject = Subject {
            old: pair.0.map(|matrix| spot(name(old, matrix), matrix.meta.origin)),
            new: pair.1.map(|matrix| spot(name(new, matrix), matrix.meta.origin)),
        };
        let count = |matrix: &Requirements| format!("{} columns, {} rows", matrix.columns.len(), matrix.rows.len());
        match pair {
            (Some(old), Some(new)) => matrix(report, &subject, old, new),
            (None, Some(new)) => report.push(&rules::MATRIX_ADDED, &subject, "", count(new)),
            (Some(old), None) => report.push(&rules::MATRIX_REMOVED, &subject, count(old), ""),
            (None, None) => {}
        }
    }
}

fn matrix(report: &mut Report<'_>, subject: &Subject, old: &Requirements, new: &Requirements) {
    records::described(report, subject, &old.meta, &new.meta, &rules::MATRIX_DOCS_CHANGED);
    let key = |column: &(String, String)| column.clone();
    for pair in pair_up(&old.columns, &new.columns, key, key) {
        match pair {
            (None, Some((printed, rust))) => {
                let subject = subject.part(printed).only_new();
                report.push(&rules::COLUMN_ADDED, &subject, "", format!("`{rust}`"));
            }
            (Some((printed, rust)), None) => {
                let subject = subject.part(printed).only_old();
                report.push(&rules::COLUMN_REMOVED, &subject, format!("`{rust}`"), "");
            }
            _ => {}
        }
    }
    let key = |row: &RequirementRow| row.wire.clone();
    for pair in pair_up(&old.rows, &new.rows, key, key) {
        let Some(wire) = pair.0.or(pair.1).map(|row| row.wire.as_str()) else { continue };
        let part = subject.part(wire);
        let told = needed(report, &part, [(old, pair.0), (new, pair.1)], wire);
        match pair {
            (Some(one), Some(other)) => {
                let (before, after) = asked([old, new], [one, other], &told);
                report.text(&rules::ROW_CHANGED, &part, &before, &after);
            }
            (None, Some(other)) => report.push(&rules::ROW_ADDED, &part.only_new(), "", row(new, other).join(", ")),
            (Some(one), None) => report.push(&rules::ROW_REMOVED, &part.only_old(), row(old, one).join(", "), ""),
            (None, None) => {}
        }
    }
}

/// Tells which columns need a field that did not, and the other way round; gives these columns. A field that is always
/// there cannot be lacking.
fn needed(
    report: &mut Report<'_>,
    subject: &Subject,
    [old, new]: [(&Requirements, Option<&RequirementRow>); 2],
    wire: &str,
) -> Vec<String> {
    let always = |api: &Api, matrix: &Requirements| {
        let object = api.types.get(matrix.ty.0 as usize).and_then(TypeDef::object);
        let mut fields = object.into_iter().flat_map(|object| &object.fields);
        fields.any(|field| field.wire == wire && field.presence == Presence::Required)
    };
    if always(report.old.api, old.0) && always(report.new.api, new.0) {
        return Vec::new();
    }
    let needs = |(matrix, row): (&Requirements, Option<&RequirementRow>), printed: &str| {
        let at = matrix.columns.iter().position(|(known, _)| known == printed)?;
        Some(row.and_then(|row| row.needs.get(at)) == Some(&Need::Yes))
    };
    let (mut more, mut fewer) = (Vec::new(), Vec::new());
    for (printed, _) in &old.0.columns {
        match (needs(old, printed), needs(new, printed)) {
            (Some(false), Some(true)) => more.push(printed.clone()),
            (Some(true), Some(false)) => fewer.push(printed.clone()),
            _ => {}
        }
    }
    more.sort_unstable();
    fewer.sort_unstable();
    report.text(&rules::ROW_NEEDED_BY_MORE, subject, "", &more.join(", "));
    report.text(&rules::ROW_NEEDED_BY_FEWER, subject, &fewer.join(", "), "");
    [more, fewer].concat()
}

/// A row by columns: `PAYU: yes`.
fn row(matrix: &Requirements, row: &RequirementRow) -> Vec<String> {
    let word = |need: &Need| match need {
        Need::Yes => "yes",
        Need::No => "no",
        Need::Optional => "optional",
    };
    let mut cells: Vec<String> = matrix
        .columns
        .iter()
        .zip(&row.needs)
        .map(|((printed, _), need)| format!("{printed}: {}", word(need)))
        .collect();
    cells.sort_unstable();
    cells
}

/// What two rows ask of the columns that both matrices have and they disagree about, but for those that were told.
fn asked([old, new]: [&Requirements; 2], [one, other]: [&RequirementRow; 2], told: &[String]) -> (String, String) {
    let of = |cell: &str, printed: &str| cell.strip_prefix(printed).is_some_and(|rest| rest.starts_with(": "));
    let known = |matrix: &Requirements, cell: &str| {
        matrix.columns.iter().any(|(printed, _)| of(cell, printed)) && !told.iter().any(|printed| of(cell, printed))
    };
    let (before, after) = (row(old, one), row(new, other));
    let gone: Vec<&str> =
        before.iter().filter(|cell| !after.contains(cell) && known(new, cell)).map(String::as_str).collect();
    let fresh: Vec<&str> =
        after.iter().filter(|cell| !before.contains(cell) && known(old, cell)).map(String::as_str).collect();
    (gone.join(", "), fresh.join(", "))
}
