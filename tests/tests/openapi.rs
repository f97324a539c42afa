//! The export as a whole: what one version has and the next has not is what the changelog says, and nothing else.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use juspay_codegen::json::Json;
use juspay_codegen::openapi::{export, visible_fields};
use juspay_spec::flat_fields;
use juspay_spec::model::{Api, ChangeKind, Type, TypeId};
use juspay_spec::version::ApiVersion;

/// The built-in API, and one that has something of everything.
fn apis() -> Vec<Api> {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/library");
    let loaded = [juspay_spec::embedded(), juspay_spec::load_dir(&library)];
    loaded.into_iter().map(|loaded| loaded.api.expect("a spec without errors")).collect()
}

/// Every value of a document by its place. Places in lists are named by what stands there, so that an item more does
/// not move the others.
fn places(json: &Json, at: &str, into: &mut BTreeMap<String, String>) {
    match json {
        Json::Object(object) if !object.is_empty() => {
            for (key, value) in object.iter() {
                places(value, &format!("{at}\t{key}"), into);
            }
        }
        Json::Array(items) if !items.is_empty() => {
            for item in items {
                let name = ["$ref", "name"].iter().find_map(|key| item.get(key)).unwrap_or(item);
                places(item, &format!("{at}\t={name}"), into);
            }
        }
        leaf => {
            into.insert(at.to_owned(), leaf.to_string());
        }
    }
}

fn export_places(api: &Api, version: ApiVersion) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    places(&export(api, version), "", &mut found);
    found
}

/// What says which version it is, in every export.
fn names_the_version(api: &Api, place: &str) -> bool {
    let header = api.version_header.as_str();
    place == "\tinfo\tversion"
        || place.starts_with(&format!("\tcomponents\tparameters\t{header}"))
        || place.contains(&format!("\tparameters\t=\"#/components/parameters/{header}\""))
}

/// The items that may account for a place: `Order.refunds`, `OrderStatus.NEW`, an endpoint, an event.
fn owners(api: &Api, place: &str) -> Vec<String> {
    let keys: Vec<&str> = place.split('\t').skip(1).collect();
    match keys.as_slice() {
        ["components", "schemas", name, rest @ ..] => of_type(api, name, rest),
        ["paths", path, rest @ ..] => of_path(api, path, rest),
        ["webhooks", event, ..] => vec![(*event).to_owned()],
        ["tags", ..] => api.endpoints.iter().map(|endpoint| endpoint.name.clone()).collect(),
        _ => Vec::new(),
    }
}

fn of_type(api: &Api, name: &str, rest: &[&str]) -> Vec<String> {
    let mut owners = vec![name.to_owned()];
    let def = api.find_type(name).expect("only types are exported");
    if let Some(values) = def.as_enum() {
        let said = |wire: &str| rest.iter().any(|key| *key == wire || key.trim_matches(['=', '"']) == wire);
        let also = rest.first() == Some(&"x-also-means");
        let named = values.values.iter().filter(|value| said(&value.wire) || (also && !value.was.is_empty()));
        owners.extend(named.map(|value| format!("{name}.{}", value.wire)));
        return owners;
    }
    if let ["patternProperties", pattern, ..] = rest {
        // The other keys of a flattened object come and go with it.
        let said =
            |field: &&juspay_spec::model::Field| field.prefix.as_ref().is_some_and(|it| *pattern == format!("^{it}"));
        owners
            .extend(def.object().iter().flat_map(|it| &it.fields).filter(said).map(|it| format!("{name}.{}", it.rust)));
        return owners;
    }
    let field = match rest {
        ["properties", field, ..] => field.to_owned(),
        ["required", field] | ["oneOf", _, "required", field] => field.trim_matches(['=', '"']),
        _ => return owners,
    };
    for flat in flat_fields(api, def.object().expect("an object")) {
        let former = flat.field.former.iter().any(|former| former.wire == field);
        if flat.wire == field || former {
            let holder = flat.through.last().and_then(|outer| outer.ty.named()).map_or(name, |id| &api.ty(id).name);
            owners.push(format!("{holder}.{}", flat.field.wire));
            owners.push(format!("{holder}.{}", flat.field.rust));
            owners.extend(flat.through.iter().map(|outer| format!("{name}.{}", outer.rust)));
        }
    }
    owners
}

fn of_path(api: &Api, path: &str, rest: &[&str]) -> Vec<String> {
    let mut owners = Vec::new();
    for endpoint in api.endpoints.iter().filter(|endpoint| endpoint.path == path) {
        let method = endpoint.method.to_lowercase();
        if rest.first().is_none_or(|first| *first == method) {
            owners.push(endpoint.name.clone());
            owners.extend(rest.iter().map(|key| format!("{}.{}", endpoint.name, key.trim_matches(['=', '"']))));
        }
    }
    owners
}

/// The items that the changes of a version move.
fn moved(api: &Api, version: ApiVersion) -> BTreeSet<String> {
    let changes = api.changes.iter().filter(|change| change.version == version);
    let mut moved: BTreeSet<String> = changes.flat_map(|change| change.uses.clone()).collect();
    // A field of another type is two fields of one name: what ends and what begins is the same item.
    let retyped = |at: Option<usize>| {
        let change = at.and_then(|at| api.changes.get(at));
        change.is_some_and(|change| change.kind == ChangeKind::Retyped && change.version == version)
    };
    for def in &api.types {
        for field in def.object().iter().flat_map(|object| &object.fields).filter(|field| retyped(field.life.until)) {
            moved.insert(format!("{}.{}", def.name, field.wire));
        }
    }
    moved
}

/// The types that a moved item brings with it or takes away.
fn carried(api: &Api, moved: &BTreeSet<String>) -> BTreeSet<String> {
    let mut todo: Vec<TypeId> = Vec::new();
    let add = |ty: &Type, todo: &mut Vec<TypeId>| todo.extend(ty.named());
    for def in &api.types {
        for field in def.object().iter().flat_map(|object| &object.fields) {
            if moved.contains(&format!("{}.{}", def.name, field.wire))
                || moved.contains(&format!("{}.{}", def.name, field.rust))
            {
                add(&field.ty, &mut todo);
            }
        }
    }
    for endpoint in api.endpoints.iter().filter(|endpoint| moved.contains(&endpoint.name)) {
        todo.extend(endpoint.body.map(|body| body.ty));
        endpoint.responses.iter().filter_map(|response| response.body.as_ref()).for_each(|ty| add(ty, &mut todo));
        endpoint.query.iter().for_each(|field| add(&field.ty, &mut todo));
    }
    let hooks = api.webhooks.iter().flat_map(|hooks| &hooks.events);
    todo.extend(hooks.filter(|event| moved.contains(&event.name)).filter_map(|event| event.content));
    let mut names = BTreeSet::new();
    while let Some(id) = todo.pop() {
        let def = api.ty(id);
        if names.insert(def.name.clone()) {
            def.object().iter().flat_map(|object| &object.fields).for_each(|field| add(&field.ty, &mut todo));
        }
    }
    names
}

#[test]
fn neighbours_differ_in_the_declared_changes_only() {
    for api in apis() {
        let versions: Vec<ApiVersion> = api.all_versions().collect();
        for pair in versions.windows(2) {
            let (before, after) = (export_places(&api, pair[0]), export_places(&api, pair[1]));
            let moved = moved(&api, pair[1]);
            let carried = carried(&api, &moved);
            let mut seen = BTreeSet::new();
            for place in before.keys().chain(after.keys()).filter(|place| before.get(*place) != after.get(*place)) {
                if names_the_version(&api, place) {
                    continue;
                }
                let owners = owners(&api, place);
                // The first owner is the type itself, which may come or go with what moved.
                let whole = owners.first().is_some_and(|owner| carried.contains(owner));
                let explained = whole || owners.iter().any(|owner| moved.contains(owner));
                assert!(explained, "{} at {}: {place:?} changed, and no change says so", api.name, pair[1]);
                seen.extend(owners);
            }
            // A type that nothing leads to yet is not exported, whatever happens in it.
            let exported = |item: &str| {
                let ty = item.split('.').next().unwrap_or_default();
                let place = format!("\tcomponents\tschemas\t{ty}\t");
                api.find_type(ty).is_none() || before.keys().chain(after.keys()).any(|known| known.starts_with(&place))
            };
            for item in moved.iter().filter(|item| !item.contains(": ") && exported(item)) {
                assert!(seen.contains(item), "{} at {}: {item} is said to change and does not", api.name, pair[1]);
            }
        }
    }
}

#[test]
fn a_date_that_no_change_has_sees_what_the_version_before_it_sees() {
    for api in apis() {
        for version in api.versions.iter().map(|version| version.version) {
            let (year, ..) = version.parts();
            let later: ApiVersion = format!("{year:04}-12-31").parse().expect("a date");
            let last = api.versions.iter().map(|known| known.version).filter(|known| *known <= later).max();
            let without = |export: &Json, date: ApiVersion| export.pretty().replace(&date.to_string(), "DATE");
            if last == Some(version) {
                let (known, between) = (export(&api, version), export(&api, later));
                let between = without(&between, later).replace(&version.to_string(), "DATE");
                assert!(without(&known, version) == between, "{} at {later}", api.name);
            }
        }
    }
}

#[test]
fn exports_are_the_same_every_time() {
    let (first, second) = (apis(), apis());
    for (first, second) in first.iter().zip(&second) {
        for version in first.all_versions() {
            assert_eq!(export(first, version).pretty(), export(second, version).pretty());
        }
    }
}

#[test]
fn every_reference_is_there_and_every_schema_is_used() {
    for api in apis() {
        for version in api.all_versions() {
            let document = export(&api, version);
            let text = document.to_string();
            for section in ["schemas", "parameters"] {
                let there = document.get("components").and_then(|components| components.get(section));
                let there: BTreeSet<&str> = there
                    .and_then(Json::as_object)
                    .into_iter()
                    .flat_map(juspay_codegen::json::Object::iter)
                    .map(|(name, _)| name)
                    .collect();
                let prefix = format!("\"#/components/{section}/");
                let used: BTreeSet<&str> =
                    text.split(&prefix).skip(1).filter_map(|rest| rest.split('"').next()).collect();
                assert_eq!(there, used, "{} at {version}: {section}", api.name);
            }
        }
    }
}

#[test]
fn what_is_visible_grows_by_what_is_declared() {
    for api in apis() {
        let versions: Vec<ApiVersion> = api.all_versions().collect();
        for pair in versions.windows(2) {
            let (before, after) = (visible_fields(&api, pair[0]), visible_fields(&api, pair[1]));
            let moved = moved(&api, pair[1]);
            for item in before.symmetric_difference(&after) {
                let owner = item.split('.').next().unwrap_or_default();
                let renamed = |name: &str| {
                    let member = item.split_once('.').map_or("", |(_, member)| member);
                    let def = api.find_type(owner).and_then(|def| def.object());
                    let mut fields = def.into_iter().flat_map(|object| &object.fields);
                    fields.any(|field| {
                        format!("{owner}.{}", field.wire) == name
                            && field.former.iter().any(|former| former.wire == member)
                    })
                };
                let declared = moved.contains(item) || moved.contains(owner) || moved.iter().any(|name| renamed(name));
                assert!(declared, "{} at {}: {item} moved, and no change says so", api.name, pair[1]);
            }
        }
    }
}

/// The document that the design asks for: paths, flat form keys, headers, authentication, environments.
#[test]
fn the_built_in_api_is_exported_as_its_pages_have_it() {
    let api = juspay_spec::embedded().api.expect("a spec without errors");
    let latest = export(&api, api.latest());
    let paths = latest.get("paths").expect("paths");
    for path in ["/orders", "/session", "/orders/{order_id}"] {
        assert!(paths.get(path).is_some(), "{path}");
    }
    let schema = |name: &str, key: &str| {
        let schemas = latest.get("components").and_then(|components| components.get("schemas"));
        schemas.and_then(|schemas| schemas.get(name)?.get("properties")?.get(key)).cloned()
    };
    for key in ["metadata.subvention_amount", "billing_address_city", "options.get_client_auth_token", "udf10"] {
        assert!(schema("CreateOrder", key).is_some(), "{key}");
    }
    let parameter = |name: &str| latest.get("components")?.get("parameters")?.get(name).cloned();
    let constant = parameter("version").and_then(|header| header.get("schema")?.get("const").cloned());
    assert_eq!(constant, Some(Json::from(api.latest().to_string())));
    assert!(parameter("x-merchantid").is_some());
    let schemes = latest.get("components").and_then(|components| components.get("securitySchemes")).expect("schemes");
    assert!(schemes.to_string().contains(r#"{"type":"http","scheme":"basic""#));
    assert_eq!(latest.get("servers").map(|servers| servers.items().len()), Some(api.environments.len()));
    let base = export(&api, ApiVersion::BASE);
    assert!(base.get("components").and_then(|components| components.get("parameters")?.get("version")).is_none());
}

/// Of a group, something has to be said; a blank text says nothing, as the checks before sending have it.
#[test]
fn one_of_a_group_is_more_than_a_blank_text() {
    let api = juspay_spec::embedded().api.expect("a spec without errors");
    let latest = export(&api, api.latest());
    let refund = latest.get("components").and_then(|all| all.get("schemas")?.get("RefundTxn")).expect("a schema");
    let group = refund.get("anyOf").expect("a group").items();
    assert_eq!(group.len(), 2);
    for way in group {
        let name = way.get("required").and_then(|names| names.items().first()?.as_str()).expect("a name");
        let asked = way.get("properties").and_then(|fields| fields.get(name)?.get("pattern"));
        assert_eq!(asked, Some(&Json::from("[^ ]")), "{name}");
    }
}
