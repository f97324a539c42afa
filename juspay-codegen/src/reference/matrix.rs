//! The page of versions: what each one changed, and which version has what.

use super::describe::{list, map, meta, place};
use super::items::{Thing, things};
use juspay_spec::model::{Api, Change};
use minijinja::Value;

pub(super) fn versions(api: &Api) -> Value {
    let things = things(api);
    let places = |name: &str| things.iter().find(|thing| thing.name == name).map(|thing| thing.file.as_str());
    let changes = |version| {
        let here = api.changes.iter().filter(move |change| change.version == version);
        list(here.map(|found| change(found, &places)))
    };
    let dated = api.versions.iter().rev().map(|found| {
        map([
            ("version", found.version.to_string().into()),
            ("rust", found.rust.as_str().into()),
            ("changes", changes(found.version)),
        ])
    });
    let rows = things.iter().map(|thing| row(api, thing));
    map([("versions", list(dated)), ("rows", list(rows))])
}

fn change<'a>(change: &'a Change, file: &impl Fn(&str) -> Option<&'a str>) -> Value {
    let uses = change.uses.iter().map(|item| {
        let href = file(item).map(|file| format!("{file}#{}", place(item)));
        map([("name", item.as_str().into()), ("href", href.into())])
    });
    map([
        ("name", change.name.as_str().into()),
        ("kind", change.kind.as_str().into()),
        ("uses", list(uses)),
        ("question", change.question.as_deref().into()),
        ("meta", meta(&change.meta)),
    ])
}

/// A row of the matrix: a run of versions that have it, or lack it, is one cell.
fn row(api: &Api, thing: &Thing<'_>) -> Value {
    let mut cells: Vec<(bool, usize)> = Vec::new();
    for version in api.all_versions() {
        let has = (thing.has)(version);
        match cells.last_mut() {
            Some((had, width)) if *had == has => *width += 1,
            _ => cells.push((has, 1)),
        }
    }
    let always = cells.len() == 1;
    let cells = cells.into_iter().map(|(has, width)| map([("has", has.into()), ("width", width.into())]));
    map([
        ("name", thing.name.as_str().into()),
        ("href", format!("{}#{}", thing.file, place(&thing.name)).into()),
        ("cells", list(cells)),
        ("always", always.into()),
    ])
}
