//! Defaults that are values of enums, once all enums are known.

use std::collections::HashMap;

use super::Cx;
use super::safety::describe;
use crate::diagnostic::{Code, Finding};
use crate::model::{Api, Field};
use crate::raw::{self, Item, Spec};
use crate::source::Span;
use crate::tree::Text;
use crate::version::VersionRange;

/// Checks the defaults of all fields, parameters and headers.
pub(super) fn check(cx: &mut Cx<'_>, api: &mut Api, spec: &Spec) {
    let written = written(spec);
    let mut broken = Vec::new();
    for def in &api.types {
        let before = cx.sink.errors_so_far();
        let fields = def.object().map(|object| object.fields.iter()).into_iter().flatten();
        for field in fields {
            one(cx, api, &written, field, def.life.range);
        }
        if cx.sink.errors_so_far() > before {
            broken.push(def.id);
        }
    }
    for endpoint in &api.endpoints {
        for field in endpoint.path_params.iter().chain(&endpoint.query).chain(&endpoint.headers) {
            one(cx, api, &written, field, endpoint.life.range);
        }
    }
    for field in &api.headers {
        one(cx, api, &written, field, VersionRange::ALL);
    }
    for id in broken {
        if let Some(def) = api.types.get_mut(id.0 as usize) {
            def.stub = true;
        }
    }
}

/// Defaults by the place of the field's key.
fn written(spec: &Spec) -> HashMap<Span, &Text> {
    let of_types = spec.types.iter().map(|item| &item.value.fields);
    let of_groups = spec.groups.iter().map(|item| &item.value.fields);
    let of_calls = spec.endpoints.iter().flat_map(|item| [&item.value.path, &item.value.query, &item.value.headers]);
    let of_api = spec.api.iter().map(|api| &api.headers);
    let fields = of_types.chain(of_groups).chain(of_calls).chain(of_api).flatten();
    fields.filter_map(|item: &Item<raw::Field>| Some((item.name.span, item.value.default.as_ref()?))).collect()
}

fn one(cx: &mut Cx<'_>, api: &Api, written: &HashMap<Span, &Text>, field: &Field, owner: VersionRange) {
    let Some(default) = field.default.as_ref().and_then(|_| written.get(&field.meta.origin)) else { return };
    let target = field.ty.named().and_then(|id| api.types.get(id.0 as usize));
    let Some((target, values)) = target.and_then(|def| Some((def, def.as_enum()?))) else { return };
    if cx.doubtful.contains(&target.meta.origin) || cx.doubtful.contains(&field.meta.origin) {
        return;
    }
    let Some(value) = values.values.iter().find(|value| value.wire == default.text) else {
        let finding = Finding::new(Code::BAD_DEFAULT, format!("`{}` has no value `{}`", target.name, default.text))
            .at(default.span, "not a value of the enum")
            .see(target.meta.origin, "the enum");
        let known = values.values.iter().map(|value| value.wire.as_str());
        cx.sink.push_meant(finding, &default.text, known, "write one of its values");
        return;
    };
    let range = field.life.range.intersection(owner).unwrap_or(field.life.range);
    if !value.life.range.covers(range) && !cx.doubtful.contains(&value.meta.origin) {
        let message = format!("the default `{}` is not sent in every version of the field", default.text);
        let finding = Finding::new(Code::NEWER_VALUE, message)
            .at(default.span, "not known in some versions")
            .see(field.meta.origin, describe(range))
            .see(value.meta.origin, describe(value.life.range))
            .help("gate the field like the value, or drop the default");
        cx.sink.push(finding);
    }
}
